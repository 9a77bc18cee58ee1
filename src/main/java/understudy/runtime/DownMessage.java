package understudy.runtime;

import understudy.event.ExitReason;
import understudy.event.Pid;

/// What a monitor yields, once: `{DOWN, Ref, process, Pid, Reason}` (MON-02, MON-05).
///
/// @param reference the monitor's number
/// @param target who died; [Pid#NONE] where a name was monitored that nobody held (MON-04)
/// @param reason the true exit reason, or `noproc`
public record DownMessage(long reference, Pid target, ExitReason reason) {
  @Override
  public String toString() {
    return "{DOWN, #Ref<" + reference + ">, process, " + target + ", " + reason + "}";
  }
}
