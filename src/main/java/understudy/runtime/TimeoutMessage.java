package understudy.runtime;

/// What [Self#startTimer] delivers: `{timeout, Ref, Message}` (TMR-05).
///
/// @param timer the timer's number, by which a stale one is recognised
/// @param message what was to be said
public record TimeoutMessage(long timer, Object message) {
  @Override
  public String toString() {
    return "{timeout, #Ref<" + timer + ">, " + message + "}";
  }
}
