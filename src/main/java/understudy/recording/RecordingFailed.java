package understudy.recording;

/// A recording could not be written on, or not be read on.
///
/// The message is one line for a person: which recording, what happened, what is safe, what to do.
public final class RecordingFailed extends Exception {
  private static final long serialVersionUID = 1;

  private final String line;

  /// Says what happened.
  ///
  /// @param line one line for a person
  public RecordingFailed(String line) {
    super(line);
    this.line = line;
  }

  RecordingFailed(String line, Throwable cause) {
    super(line, cause);
    this.line = line;
  }

  /// {@return what happened, in one line for a person}
  public String line() {
    return line;
  }
}
