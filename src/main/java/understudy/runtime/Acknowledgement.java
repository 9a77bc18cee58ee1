package understudy.runtime;

/// A process's word to who spawned it that its start is over.
///
/// @param reference the number of the [Spawned]
/// @param result how it went, as the two sides agree
public record Acknowledgement(long reference, Object result) {
  @Override
  public String toString() {
    return "{ack, " + result + "}";
  }
}
