package understudy.otp;

import java.time.Duration;

/// What a server does after a callback and before the next message (GS-02).
public sealed interface Then {
  /// Waits for the next message.
  record Wait() implements Then {}

  /// Has `timeout` handled as information if nothing arrives in time (GS-19).
  ///
  /// @param time zero or more
  record Timeout(Duration time) implements Then {}

  /// Runs `handleContinue` before any message (GS-33).
  ///
  /// @param with what it is given
  record Continue(Object with) implements Then {}

  /// Uses less memory until the next message; changes nothing else (GS-32).
  record Hibernate() implements Then {}
}
