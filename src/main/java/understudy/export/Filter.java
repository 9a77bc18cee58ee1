package understudy.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
  private static final int LONGEST_PLACE = 80;

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

  /// {@return what is asked for, in words}
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    if (fromNanos != EVERYTHING.fromNanos()) {
      words.add("from " + seconds(fromNanos));
    }
    if (untilNanos != EVERYTHING.untilNanos()) {
      words.add("until " + seconds(untilNanos));
    }
    if (!under.isEmpty()) {
      words.add("what concerns " + Plain.brief(Plain.line(under), LONGEST_PLACE));
    }
    if (!kinds.isEmpty()) {
      words.add("kinds " + String.join(" ", new TreeSet<>(kinds)));
    }
    return words.isEmpty() ? "all" : String.join(", ", words);
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s";
  }

  boolean holds(long nanos) {
    return nanos >= fromNanos && nanos <= untilNanos;
  }
}
