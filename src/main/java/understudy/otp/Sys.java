package understudy.otp;

import java.util.function.UnaryOperator;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.runtime.Exit;
import understudy.runtime.Raised;
import understudy.runtime.Self;

/// Looks into a server or a supervisor and holds it still, for a person who debugs: OTP's `sys`.
///
/// All of it goes by messages: a server answers between two callbacks, behind what its mailbox
/// holds already. While it is suspended it takes system messages only, a stop and its parent's exit
/// among them; everything else waits in its mailbox, in order. A timeout that a callback asked for
/// begins anew after a system message. A supervisor answers when it is done with what it is doing;
/// while it is suspended no child is started again, and what happened meanwhile is handled
/// afterwards.
///
/// Every method waits for the answer, at most [GenServer#CALL_TIMEOUT], and exits like a failed
/// call (GS-11, GS-12, GS-14).
public final class Sys {
  private Sys() {}

  /// What a server is asked.
  sealed interface Command {
    record Suspend() implements Command {}

    record Resume() implements Command {}

    record GetState() implements Command {}

    record ReplaceState(UnaryOperator<Object> change) implements Command {
      @Override
      public String toString() {
        return "ReplaceState";
      }
    }
  }

  /// How a server answers.
  sealed interface Answer {
    record Ok(Object value) implements Answer {}

    record Failed(ExitReason reason) implements Answer {}
  }

  /// Holds a server still: it takes no call, cast or information until [#resume].
  ///
  /// @param self who asks
  /// @param server a generic server; suspended already, nothing changes
  /// @throws Exit if it is dead or does not answer
  public static void suspend(Self self, Pid server) {
    ask(self, server, new Command.Suspend());
  }

  /// Lets a suspended server go on with what its mailbox holds.
  ///
  /// @param self who asks
  /// @param server a generic server; running already, nothing changes
  /// @throws Exit if it is dead or does not answer
  public static void resume(Self self, Pid server) {
    ask(self, server, new Command.Resume());
  }

  /// {@return the server's state, suspended or not; a [SupervisorState] of a supervisor}
  ///
  /// @param self who asks
  /// @param server a generic server
  /// @throws Exit if it is dead or does not answer
  public static Object getState(Self self, Pid server) {
    return ask(self, server, new Command.GetState());
  }

  /// Changes the server's state from outside. `change` runs in the server; if it throws, the state
  /// stays and the server lives.
  ///
  /// @param self who asks
  /// @param server a generic server
  /// @param change makes the new state from the old, of the same class; a supervisor's state can
  ///   only be read, and a change of it fails
  /// @return the new state
  /// @throws Exit if the server is dead or does not answer
  /// @throws Raised with `{callback_failed, Reason}` if `change` threw
  public static Object replaceState(Self self, Pid server, UnaryOperator<Object> change) {
    return ask(self, server, new Command.ReplaceState(change));
  }

  private static Object ask(Self self, Pid server, Command command) {
    return switch ((Answer) Calls.ask(self, server, command)) {
      case Answer.Ok(var value) -> value;
      case Answer.Failed(var reason) ->
          throw new Raised(ExitReason.tuple(new Atom("callback_failed"), reason));
    };
  }
}
