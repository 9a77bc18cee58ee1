package understudy.runtime;

import understudy.event.Pid;

/// A process that was spawned with a monitor.
///
/// @param pid the process
/// @param reference the monitor's number, which is also the alias to which the process may
///   [Self#acknowledge] its start
public record Spawned(Pid pid, long reference) {}
