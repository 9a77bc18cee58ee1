package understudy.chat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;
import understudy.otp.Registry;
import understudy.runtime.DownMessage;

/// One room: who is in it, and everything that is told to all of them.
///
/// What is said is first written down, then told, then acknowledged; meanwhile nobody comes in. So
/// a newcomer's history ends exactly where what it is told begins.
///
/// Nobody is waited for: [Told] ends a phone whose mailbox is full.
final class Room extends GenServer<Room.State> {
  /// A phone wants in.
  ///
  /// @param joinRef the number of its join, as the phone counts
  /// @param ref the number of the message that asked
  /// @param after the newest message that it knows, or 0
  record Join(Pid phone, @Nullable String joinRef, @Nullable String ref, String user, long after) {}

  /// A phone says something.
  record Say(Pid phone, @Nullable String joinRef, @Nullable String ref, String body, String key) {}

  /// A phone goes.
  record Leave(Pid phone) {}

  /// The room's presence is there and wants to know who is.
  record Attend(Pid presence) {}

  private record Forsaken(long since) {}

  record State(String name, int members) {
    @Override
    public String toString() {
      return members + " in " + name;
    }
  }

  private record Member(String user, long monitor) {
    String ref() {
      return Long.toString(monitor, Character.MAX_RADIX);
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Venue venue;
  private final String name;
  private final String topic;
  private final Map<Pid, Member> members = new LinkedHashMap<>();
  private Pid history = Pid.NONE;
  private Pid presence = Pid.NONE;
  private long empties;

  Room(Venue venue, String name) {
    this.venue = venue;
    this.name = name;
    this.topic = topicOf(name);
  }

  static String topicOf(String room) {
    return "room:" + room;
  }

  @Override
  protected Init<State> init() {
    history =
        Tree.NAMES.lookup(self(), Tree.history(name)).stream()
            .map(Registry.Entry::pid)
            .findFirst()
            .orElseThrow();
    waitForSomebody();
    return Init.ok(state());
  }

  @Override
  protected Outcome<State> handleInfo(Object message, State state) {
    return switch (message) {
      case Join join -> {
        join(join);
        yield Outcome.noReply(state());
      }
      case Say say -> {
        say(say);
        yield Outcome.noReply(state);
      }
      case Leave(var phone) -> {
        Member gone = members.get(phone);
        if (gone != null) {
          self().demonitor(gone.monitor());
          remove(phone);
        }
        yield Outcome.noReply(state());
      }
      case DownMessage down -> {
        remove(down.target());
        yield Outcome.noReply(state());
      }
      case Attend(var who) -> {
        presence = who;
        members.forEach(this::track);
        yield Outcome.noReply(state);
      }
      case Forsaken(var since) when since == empties && members.isEmpty() -> {
        venue.ledger().forget(name);
        yield Outcome.stop(Atom.NORMAL, state);
      }
      default -> Outcome.noReply(state);
    };
  }

  private State state() {
    return new State(name, members.size());
  }

  // ---- who is there ----

  private void join(Join join) {
    if (members.size() >= venue.limits().members()) {
      var full = "the room is full: " + members.size() + " are there";
      self().send(join.phone(), new Phone.Refused(name, join.joinRef(), join.ref(), full));
      return;
    }
    ask(
        new History.Since(join.after()),
        told -> {
          Member known = members.get(join.phone());
          var member =
              known != null ? known : new Member(join.user(), self().monitor(join.phone()));
          members.put(join.phone(), member);
          count(); // Before it is welcome: the next that it asks may be how many are there.
          var welcome = new Phone.Welcome(name, join.joinRef(), join.ref(), (String) told);
          self().send(join.phone(), welcome);
          if (known == null) {
            track(join.phone(), member);
          }
        });
  }

  private void remove(Pid phone) {
    if (members.remove(phone) != null) {
      count();
      self().send(presence, new Presence.Untrack(phone));
      if (members.isEmpty()) {
        waitForSomebody();
      }
    }
  }

  private void count() {
    Tree.NAMES.updateValue(self(), name, _ -> members.size());
  }

  private void track(Pid phone, Member member) {
    self().send(presence, new Presence.Track(phone, member.user(), member.ref()));
  }

  private void waitForSomebody() {
    self().sendAfter(venue.limits().roomEmpty(), self().pid(), new Forsaken(++empties));
  }

  // ---- what is said ----

  private void say(Say say) {
    Member member = members.get(say.phone());
    if (member == null) {
      return; // It has left; nothing was acknowledged.
    }
    ask(
        new History.Write(member.user(), say.body(), say.key()),
        written -> {
          var done = (History.Written) written;
          done.message().ifPresent(text -> tell(Frame.broadcast(topic, "new_msg", text)));
          var answer =
              Frame.write(
                  say.joinRef(),
                  say.ref(),
                  topic,
                  "phx_reply",
                  "{\"status\":\"ok\",\"response\":{\"id\":" + done.id() + "}}");
          self().send(say.phone(), new Told.Push(name, answer));
        });
  }

  private void ask(History.Question question, Consumer<Object> then) {
    ask(self(), history, question, PATIENCE, then);
  }

  private void tell(String text) {
    var push = new Told.Push(name, text);
    members.keySet().forEach(phone -> push.to(phone, self(), venue));
  }
}
