package understudy.otp;

/// What a task sends to its owner: `{Ref, Result}` (TSK-01).
///
/// @param reference the task's reference, by which the owner knows whose result it is
/// @param value the result
public record TaskResult(long reference, Object value) {
  @Override
  public String toString() {
    return "{#Ref<" + reference + ">, " + value + "}";
  }
}
