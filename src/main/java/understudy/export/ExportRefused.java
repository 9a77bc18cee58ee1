package understudy.export;

import java.io.IOException;

/// An export cannot be made as it was asked for.
///
/// The message is one line for a person: what is in the way, and what to do.
public final class ExportRefused extends IOException {
  private static final long serialVersionUID = 1;

  private final String line;

  /// Says what is in the way.
  ///
  /// @param line one line for a person
  ExportRefused(String line) {
    super(line);
    this.line = line;
  }

  /// {@return what is in the way and what to do, in one line}
  public String line() {
    return line;
  }
}
