package understudy.viewmodel;

/// A message on its way from one place to another.
///
/// @param fromSlot where it was sent
/// @param toSlot where it goes
public record Flight(int fromSlot, int toSlot) {
  /// How many a frame carries at most; the others of its time are only counted.
  public static final int LIMIT = 40;
}
