package understudy.export;

import java.util.Set;

/// What of a run is wanted.
///
/// A gap in the recording passes wherever its time does: what is missing is never filtered away.
///
/// @param fromNanos nothing before this time of the runtime, in nanoseconds
/// @param untilNanos nothing after it; a picture of one moment shows this one
/// @param under only events that concern a process in this place or below it: a name, a pid or a
///   path; empty for all
/// @param kinds only events of these kinds, as [Kind#all()] names them; empty for all
public record Filter(long fromNanos, long untilNanos, String under, Set<String> kinds) {
  /// All that happened.
  public static final Filter EVERYTHING = new Filter(Long.MIN_VALUE, Long.MAX_VALUE, "", Set.of());

  /// Takes a copy.
  ///
  /// @throws IllegalArgumentException if a kind is none of those there are
  public Filter {
    kinds = Set.copyOf(kinds);
    if (!Kind.all().containsAll(kinds)) {
      throw new IllegalArgumentException("kinds must be among " + Kind.all() + ", got " + kinds);
    }
  }

  boolean holds(long nanos) {
    return nanos >= fromNanos && nanos <= untilNanos;
  }
}
