package understudy.app;

/// What a person gave cannot be used; the message is one line with the place and the mend.
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInput(String line) {
    super(line, null, false, false);
  }
}
