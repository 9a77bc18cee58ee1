package understudy.player;

import java.time.Duration;
import java.util.List;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.otp.ChildSpec;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;
import understudy.otp.Supervisor;

/// Lets simulated users in, one after the other, as long as there is room.
final class ChatDoor extends GenServer<ChatDoor.State> {
  private static final List<String> NAMES =
      List.of(
          "ada",
          "grace",
          "joe",
          "barbara",
          "alan",
          "robert",
          "mike",
          "hedy",
          "jose",
          "edsger",
          "frances",
          "ken",
          "radia",
          "niklaus",
          "margaret",
          "tony");

  /// @param letIn how many it has let in
  record State(int letIn) {
    @Override
    public String toString() {
      return letIn + " let in";
    }
  }

  private final int places;
  private final Duration every;

  ChatDoor(int places, Duration every) {
    this.places = places;
    this.every = every;
  }

  @Override
  protected Init<State> init() {
    later();
    return Init.ok(new State(0));
  }

  private void later() {
    self().sendAfter(every, self().pid(), new Chat.Next());
  }

  @Override
  protected Outcome<State> handleInfo(Object message, State state) {
    if (!(message instanceof Chat.Next)) {
      return Outcome.noReply(state);
    }
    later();
    return Outcome.noReply(
        self().whereis(Chat.SESSIONS).map(sessions -> letIn(sessions, state)).orElse(state));
  }

  private State letIn(Pid sessions, State state) {
    if (Supervisor.countChildren(self(), sessions).specs() >= places) {
      return state;
    }
    int number = state.letIn;
    String user =
        NAMES.get(number % NAMES.size())
            + (number < NAMES.size() ? "" : "_" + number / NAMES.size());
    Supervisor.startChild(
        self(),
        sessions,
        ChildSpec.worker(user, () -> GenServer.process(() -> new ChatUser(user)))
            .restarted(RestartType.TRANSIENT));
    return new State(number + 1);
  }

  @Override
  public String name() {
    return "door";
  }
}
