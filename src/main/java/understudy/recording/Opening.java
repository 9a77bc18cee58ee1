package understudy.recording;

import java.util.Optional;

/// What came of opening a file.
public sealed interface Opening {
  /// The file is a recording, whole or not.
  ///
  /// @param recording all of it that can be read
  /// @param damage one line for a person that says what is missing; empty if nothing is
  record Opened(Recording recording, Optional<String> damage) implements Opening {}

  /// The file is not a recording, or nothing of it can be read.
  ///
  /// @param line one line for a person: what was found and what to do
  record Refused(String line) implements Opening {}
}
