package understudy.recording;

import java.util.Locale;

/// What a recording holds, counted over its readable segments.
///
/// @param segments how many segments
/// @param events how many events, gaps included
/// @param gaps at how many places events were dropped while recording
/// @param lost how many events were dropped there
/// @param firstSequence sequence of the first event, 0 if there is none
/// @param lastSequence sequence of the last event, 0 if there is none
/// @param firstNanos the runtime's time of its earliest event, in nanoseconds
/// @param lastNanos the runtime's time of its latest event, in nanoseconds
public record Totals(
    int segments,
    long events,
    long gaps,
    long lost,
    long firstSequence,
    long lastSequence,
    long firstNanos,
    long lastNanos) {
  static final Totals NOTHING = new Totals(0, 0, 0, 0, 0, 0, 0, 0);

  Totals plus(Segment next) {
    return new Totals(
        segments + 1,
        events + next.events(),
        gaps + next.gaps(),
        lost + next.lost(),
        segments == 0 ? next.firstSequence() : firstSequence,
        next.lastSequence(),
        segments == 0 ? next.lowNanos() : Math.min(firstNanos, next.lowNanos()),
        segments == 0 ? next.highNanos() : Math.max(lastNanos, next.highNanos()));
  }

  /// {@return the totals in words; says what was dropped wherever something was}
  @Override
  public String toString() {
    String held =
        String.format(
            Locale.ROOT,
            "%,d events in %,d segments over %.1f s",
            events,
            segments,
            (lastNanos - firstNanos) / 1e9);
    return lost == 0
        ? held
        : held
            + String.format(
                Locale.ROOT, "; %,d more were dropped while recording, in %,d gaps", lost, gaps);
  }
}
