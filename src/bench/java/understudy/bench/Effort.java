package understudy.bench;

import java.time.Duration;

/// How long is measured.
///
/// @param quick whether loads are the small ones
/// @param forks how many fresh processes each row gets on each side
/// @param warm how long a process works before anything counts
/// @param measured how long it is measured then, at the least [#repetitions]
/// @param repetitions the least number of measured repetitions
/// @param limit after this time only what has no figure yet is still begun
record Effort(
    boolean quick, int forks, Duration warm, Duration measured, int repetitions, Duration limit) {
  static final Effort QUICK =
      new Effort(true, 2, Duration.ofSeconds(1), Duration.ofSeconds(1), 2, Duration.ofMinutes(7));
  static final Effort FULL =
      new Effort(false, 3, Duration.ofSeconds(3), Duration.ofSeconds(5), 3, Duration.ofHours(3));

  Effort withForks(int count) {
    return new Effort(quick, count, warm, measured, repetitions, limit);
  }

  Effort withRepetitions(int least) {
    return new Effort(quick, forks, warm, measured, least, limit);
  }

  String describe() {
    return "%d fresh processes a row and side, each warmed up for %.1f s and measured for %.1f s%s"
        .formatted(
            forks,
            warm.toMillis() / 1000.0,
            measured.toMillis() / 1000.0,
            quick ? ", small loads" : "");
  }
}
