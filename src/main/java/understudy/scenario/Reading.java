package understudy.scenario;

import java.util.List;

/// What came of reading a file.
public sealed interface Reading {
  /// The file is a scenario.
  ///
  /// @param scenario what it says
  record Good(Scenario scenario) implements Reading {}

  /// The file is not a scenario.
  ///
  /// @param diagnostics everything found wrong, in the order of the file; never empty, bounded
  record Bad(List<Diagnostic> diagnostics) implements Reading {
    /// Takes a copy.
    public Bad {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
