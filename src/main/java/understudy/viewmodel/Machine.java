package understudy.viewmodel;

/// What the machine behind the world is doing.
///
/// @param schedulers how many run processes; 0 where nothing runs, as in a recording
/// @param busy how many of them were at work over the last second, 0 to `schedulers`
/// @param heapBytes memory in use, 0 if unknown
/// @param kept which share of the pace asked for it kept over the last second, 0 to 1
public record Machine(int schedulers, double busy, long heapBytes, double kept) {
  /// Nobody said.
  public static final Machine UNKNOWN = new Machine(0, 0, 0, 1);

  private static final double AS_GOOD_AS_ALL = 0.95;

  /// {@return whether the world is slower than it was asked to be}
  public boolean isBehind() {
    return kept < AS_GOOD_AS_ALL;
  }
}
