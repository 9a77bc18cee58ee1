package understudy.recording;

/// Bytes that are not what the format says.
final class Malformed extends Exception {
  private static final long serialVersionUID = 1;

  Malformed(String what) {
    super(what);
  }
}
