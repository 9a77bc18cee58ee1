package understudy.runtime;

import understudy.event.ExitReason;
import understudy.event.Pid;

/// An exit signal as a process that traps exits sees it: `{EXIT, From, Reason}` (EXI-03).
///
/// @param from who died (link) or who called `exit/2`
/// @param reason the signal's reason
public record ExitMessage(Pid from, ExitReason reason) {
  @Override
  public String toString() {
    return "{EXIT, " + from + ", " + reason + "}";
  }
}
