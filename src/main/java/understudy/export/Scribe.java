package understudy.export;

import java.io.IOException;

/// Writes one format.
@FunctionalInterface
interface Scribe {
  /// Writes all that is left of `run`; called once for each run of an export.
  ///
  /// @throws IOException if it cannot be written; [ExportRefused] if it must not be
  void write(Prepared run) throws IOException;
}
