package understudy.recording;

/// A recording could not be written on, or not be read on.
///
/// The message is one line for a person: which recording, what happened, what is safe, what to do.
public final class RecordingFailed extends Exception {
  private static final long serialVersionUID = 1;

  RecordingFailed(String line) {
    super(line);
  }

  RecordingFailed(String line, Throwable cause) {
    super(line, cause);
  }
}
