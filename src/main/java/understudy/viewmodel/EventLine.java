package understudy.viewmodel;

import understudy.event.Pid;

/// One sentence of the event list.
///
/// @param sequence the place of its event in the stream
/// @param nanos the world's time, in nanoseconds
/// @param level how much it matters
/// @param pid the process that it is about, [Pid#NONE] if none
/// @param slot the place of that process in the graph, -1 if it has none
/// @param text what happened and why
public record EventLine(long sequence, long nanos, Level level, Pid pid, int slot, String text) {}
