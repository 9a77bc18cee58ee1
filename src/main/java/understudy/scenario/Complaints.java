package understudy.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what is wrong with one file, each thing once.
final class Complaints {
  /// How many are told one by one.
  static final int TOLD = 20;

  private final String file;
  private final Set<Diagnostic> found = new LinkedHashSet<>();

  Complaints(String file) {
    this.file = file;
  }

  void add(Spot spot, String message) {
    found.add(new Diagnostic(file, spot.line(), spot.column(), message));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /// In the order of the file; the last says how many more there are.
  List<Diagnostic> all() {
    var sorted =
        found.stream()
            .sorted(Comparator.comparingInt(Diagnostic::line).thenComparingInt(Diagnostic::column))
            .toList();
    if (sorted.size() <= TOLD) {
      return sorted;
    }
    var told = new ArrayList<>(sorted.subList(0, TOLD));
    told.add(new Diagnostic(file, 0, 0, "and " + (sorted.size() - TOLD) + " more"));
    return told;
  }
}
