package understudy.player;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;
import understudy.runtime.DownMessage;

/// A simulated user: joins a room, talks, and leaves after a while. If the room dies, joins again.
final class ChatUser extends GenServer<ChatUser.State> {
  private static final Duration RETRY = Duration.ofMillis(400);
  private static final int SHORTEST_PAUSE_MILLIS = 900;
  private static final int LONGEST_PAUSE_MILLIS = 3200;
  private static final int FEWEST_LINES = 8;
  private static final int MOST_LINES = 40;
  private static final List<String> ROOMS = List.of("lobby", "elixir", "erlang");
  private static final List<String> LINES =
      List.of(
          "hello",
          "let it crash",
          "who restarted me?",
          "brb",
          "is the lobby slow?",
          "nine nines",
          "supervise all the things",
          "did you see that?");

  /// @param room where it is
  /// @param pid the room's process; [Pid#NONE] while there is none
  /// @param linesLeft how many more things it has to say
  /// @param heard how many lines it has heard
  record State(String room, Pid pid, int linesLeft, int heard) {
    @Override
    public String toString() {
      return "in %s%s, heard %d, %d more to say"
          .formatted(room, pid.isNone() ? " (waiting for it)" : "", heard, linesLeft);
    }
  }

  private final String user;

  ChatUser(String user) {
    this.user = user;
  }

  @Override
  protected Init<State> init() {
    var random = self().random();
    String room = ROOMS.get(random.nextInt(ROOMS.size()));
    int lines = random.nextInt(FEWEST_LINES, MOST_LINES);
    return Init.okThenContinue(new State(room, Pid.NONE, lines, 0), new Chat.Next());
  }

  @Override
  protected Outcome<State> handleContinue(Object with, State state) {
    return Outcome.noReply(enter(state));
  }

  private State enter(State state) {
    Optional<Pid> found = self().whereis("room_" + state.room);
    if (found.isEmpty()) {
      later(RETRY);
      return new State(state.room, Pid.NONE, state.linesLeft, state.heard);
    }
    self().monitor(found.get());
    self().send(found.get(), new Chat.Join(self().pid(), user));
    later(pause());
    return new State(state.room, found.get(), state.linesLeft, state.heard);
  }

  private void later(Duration delay) {
    self().sendAfter(delay, self().pid(), new Chat.Next());
  }

  private Duration pause() {
    return Duration.ofMillis(self().random().nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
  }

  @Override
  protected Outcome<State> handleInfo(Object message, State state) {
    return switch (Chat.written(message)) {
      case Chat.Next _ -> next(state);
      case Chat.Say(var by, _) when by.equals("you") -> Outcome.noReply(say(state, "(for you)"));
      case Chat.Say _ ->
          Outcome.noReply(new State(state.room, state.pid, state.linesLeft, state.heard + 1));
      case Chat.Leave _ -> goodbye(state);
      case Chat.Slow(var millis) -> {
        self().sleep(Duration.ofMillis(millis));
        yield Outcome.noReply(state);
      }
      case DownMessage(_, var room, _) when room.equals(state.pid) ->
          Outcome.noReply(new State(state.room, Pid.NONE, state.linesLeft, state.heard));
      default -> Outcome.noReply(state);
    };
  }

  private Outcome<State> next(State state) {
    if (state.pid.isNone()) {
      return Outcome.noReply(enter(state));
    }
    if (state.linesLeft == 0) {
      return goodbye(state);
    }
    later(pause());
    return Outcome.noReply(say(state, LINES.get(self().random().nextInt(LINES.size()))));
  }

  private State say(State state, String text) {
    if (!state.pid.isNone()) {
      self().send(state.pid, new Chat.Say(user, text));
    }
    return new State(state.room, state.pid, Math.max(0, state.linesLeft - 1), state.heard);
  }

  private Outcome<State> goodbye(State state) {
    if (!state.pid.isNone()) {
      self().send(state.pid, new Chat.Leave(self().pid(), user));
    }
    return Outcome.stop(Atom.NORMAL, state);
  }

  @Override
  public String name() {
    return "user";
  }

  @Override
  public List<String> understands() {
    return List.of("{say, \"hello\"}", "leave", "{slow, 5000}");
  }
}
