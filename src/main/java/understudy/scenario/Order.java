package understudy.scenario;

import java.util.List;

/// Which orders of a step's events are right.
public sealed interface Order {
  /// Exactly the listed one.
  record Total() implements Order {}

  /// Every order that keeps each pair.
  ///
  /// @param pairs a transitive reduction; copied
  record Pairs(List<Pair> pairs) implements Order {
    /// Takes a copy.
    public Pairs {
      pairs = List.copyOf(pairs);
    }
  }

  /// One event comes before another.
  ///
  /// @param before position of the first in the step's list, from 0
  /// @param after position of the second
  record Pair(int before, int after) {}
}
