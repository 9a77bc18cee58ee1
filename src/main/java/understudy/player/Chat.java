package understudy.player;

import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Text;
import understudy.event.ExitReason.Tuple;
import understudy.event.Pid;

/// What the processes of the chat lesson say to each other, written as Erlang would print it.
sealed interface Chat {
  /// The name of the directory.
  String DIRECTORY = "chat_directory";

  /// The name of the supervisor of all who have joined.
  String SESSIONS = "chat_sessions";

  /// A user to a room: I am here now.
  record Join(Pid who, String user) implements Chat {
    @Override
    public String toString() {
      return "{join, " + user + "}";
    }
  }

  /// A user to a room: I go.
  record Leave(Pid who, String user) implements Chat {
    @Override
    public String toString() {
      return "{leave, " + user + "}";
    }
  }

  /// A user to a room, and a room to each of its members.
  record Say(String user, String text) implements Chat {
    @Override
    public String toString() {
      return "{say, " + user + ", \"" + text + "\"}";
    }
  }

  /// A room to the directory: so many are here.
  record Present(String room, int members) implements Chat {
    @Override
    public String toString() {
      return "{present, " + room + ", " + members + "}";
    }
  }

  /// A process to itself: the next thing is due.
  record Next() implements Chat {
    @Override
    public String toString() {
      return "next";
    }
  }

  /// A person to any of them: take so long over this message.
  record Slow(long millis) implements Chat {
    @Override
    public String toString() {
      return "{slow, " + millis + "}";
    }
  }

  /// How long a person may make a process take over one message.
  long LONGEST_SLOW_MILLIS = 600_000;

  /// {@return what a person wrote, as these processes understand it; anything else as it is}
  static Object written(Object message) {
    return switch (message) {
      case Tuple(var parts)
          when parts.size() == 2
              && parts.getFirst().equals(new Atom("slow"))
              && parts.getLast() instanceof ExitReason.Int(var millis)
              && millis >= 0
              && millis <= LONGEST_SLOW_MILLIS ->
          new Slow(millis);
      case Tuple(var parts) when parts.size() == 2 && parts.getFirst().equals(new Atom("say")) ->
          new Say(
              "you", parts.getLast() instanceof Text(var text) ? text : parts.getLast().toString());
      case Atom(var name) when name.equals("leave") -> new Leave(Pid.NONE, "you");
      default -> message;
    };
  }
}
