package understudy.otp;

import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.runtime.Self;

/// What a generic server understands before its own messages.
sealed interface Request {
  /// Wants an answer.
  record Call(From from, Object body) implements Request {
    @Override
    public String toString() {
      return "call " + body;
    }
  }

  /// Wants none.
  record Cast(Object body) implements Request {
    @Override
    public String toString() {
      return "cast " + body;
    }
  }

  /// Has the next callback raise: what a person does to see a crash. OTP has no such message.
  record Raise(ExitReason error) implements Request {
    @Override
    public String toString() {
      return "raise " + error;
    }
  }

  /// Asks to stop in order (GS-30). Whoever takes it says so first: OTP's `sys:terminate`.
  record Stop(From from, ExitReason reason) implements Request {
    /// Tells who asked that it was taken.
    ///
    /// @return the reason to end with
    ExitReason taken(Self self) {
      GenServer.reply(self, from, new Atom("ok"));
      return reason;
    }

    @Override
    public String toString() {
      return "stop " + reason;
    }
  }

  /// Asks about the server itself; taken while it is suspended, too.
  record SystemMessage(From from, Sys.Command command) implements Request {
    @Override
    public String toString() {
      return "system " + command;
    }
  }

  /// {@return what a process ends with that has no clause for what it meets}
  static ExitReason noClause() {
    return ExitReason.crash(new Atom("function_clause"), "");
  }
}
