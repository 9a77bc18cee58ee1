package understudy.otp;

import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Ref;
import understudy.event.Pid;
import understudy.runtime.Exit;

/// How a start went.
public sealed interface StartResult {
  /// {@return the process, for who counts on it: Elixir's `{:ok, pid} = start_link()`}
  ///
  /// @throws Exit with `{badmatch, Result}` if it did not start
  default Pid pid() {
    throw new Exit(
        ExitReason.tuple(
            new Atom("badmatch"),
            switch (this) {
              case Failed(var reason) -> ExitReason.tuple(new Atom("error"), reason);
              case Ignored _ -> new Atom("ignore");
              case Started(var pid) -> new Ref(pid);
            }));
  }

  /// `{ok, Pid}`.
  ///
  /// @param pid the process, whose init has returned
  record Started(Pid pid) implements StartResult {}

  /// `ignore`.
  record Ignored() implements StartResult {}

  /// `{error, Reason}`.
  ///
  /// @param reason why
  record Failed(ExitReason reason) implements StartResult {}
}
