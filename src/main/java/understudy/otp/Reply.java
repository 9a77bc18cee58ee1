package understudy.otp;

/// The answer to a call.
record Reply(long reference, Object value) {
  @Override
  public String toString() {
    return "reply " + value;
  }
}
