package understudy.viewmodel;

/// What the machine behind the world is doing.
///
/// @param schedulers how many run processes; 0 where nothing runs, as in a recording
/// @param busy how many of them were at work over the last second, 0 to `schedulers`
/// @param heapBytes memory in use, 0 if unknown
public record Machine(int schedulers, double busy, long heapBytes) {
  /// Nobody said.
  public static final Machine UNKNOWN = new Machine(0, 0, 0);
}
