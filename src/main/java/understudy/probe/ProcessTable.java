package understudy.probe;

import java.util.Optional;
import understudy.event.Pid;

/// Answers questions about processes: the live runtime about now, a replay about its moment.
///
/// Safe on any thread; never blocks on a process.
public interface ProcessTable {
  /// {@return how many processes are alive}
  int alive();

  /// {@return the mailbox depth of `pid`, or -1 if it is dead or unknown; costs the same whatever
  /// the depth}
  ///
  /// @param pid the process asked about
  int depth(Pid pid);

  /// {@return what `pid` is doing, [Status#DOWN] if it is dead or unknown; costs the same whatever
  /// it holds}
  ///
  /// @param pid the process asked about
  Status status(Pid pid);

  /// {@return all that is known of `pid`, or nothing if it is dead or unknown}
  ///
  /// @param pid the process asked about
  Optional<ProcessInfo> info(Pid pid);

  /// {@return as [#info(Pid)], but of links, monitors and watchers no more than the lowest pids: a
  /// supervisor may have a million links}
  ///
  /// @param pid the process asked about
  /// @param most how many of each at most; a table that holds its answers anyway may give more
  default Optional<ProcessInfo> info(Pid pid, int most) {
    return info(pid);
  }

  /// {@return the runtime's time since its start, in nanoseconds}
  long nanos();
}
