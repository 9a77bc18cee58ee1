package understudy.app;

import java.util.Optional;
import understudy.event.Pid;
import understudy.probe.ProcessInfo;
import understudy.probe.ProcessTable;
import understudy.probe.Status;

/// Answers where nothing is open.
record NoProcesses() implements ProcessTable {
  @Override
  public int alive() {
    return 0;
  }

  @Override
  public int depth(Pid pid) {
    return -1;
  }

  @Override
  public Status status(Pid pid) {
    return Status.DOWN;
  }

  @Override
  public Optional<ProcessInfo> info(Pid pid) {
    return Optional.empty();
  }

  @Override
  public long nanos() {
    return 0;
  }
}
