package understudy.recording;

import understudy.event.RuntimeEvent.Gap;
import understudy.event.Stamped;

/// Collects events until they are a segment.
///
/// Where a segment ends depends on the events alone, so the same events make the same file.
final class SegmentBuilder {
  private static final int ENOUGH_EVENTS = 1 << 15;
  private static final int ENOUGH_BYTES = 1 << 20;
  private static final int ENOUGH_TEXTS = 1 << 16;
  private static final long ENOUGH_MILLIS = 1000;

  /// Segments that fill faster than this are only coded by the frequency of bytes.
  private static final long HURRY_MILLIS = 100;

  private final EventWriter writer = new EventWriter();
  private final Out payload = new Out();
  private int events;
  private int gaps;
  private long lost;
  private long firstSequence;
  private long lastSequence;
  private long lowNanos;
  private long highNanos;
  private long firstMillis;
  private long lastMillis;

  void add(Stamped stamped) {
    if (events == 0) {
      firstSequence = stamped.sequence();
      lowNanos = stamped.nanos();
      highNanos = stamped.nanos();
      firstMillis = stamped.wallMillis();
    }
    if (stamped.event() instanceof Gap(_, long count)) {
      gaps++;
      lost += Math.max(0, count);
    }
    lastSequence = stamped.sequence();
    lowNanos = Math.min(lowNanos, stamped.nanos());
    highNanos = Math.max(highNanos, stamped.nanos());
    lastMillis = stamped.wallMillis();
    events++;
    writer.add(stamped);
  }

  boolean isEmpty() {
    return events == 0;
  }

  boolean isFull() {
    return events >= ENOUGH_EVENTS
        || writer.size() >= ENOUGH_BYTES
        || writer.texts() >= ENOUGH_TEXTS
        || lastMillis - firstMillis >= ENOUGH_MILLIS;
  }

  /// {@return what was collected, to stand at `offset`; the builder is empty afterwards}
  Block build(long offset, Packer packer) {
    payload.clear();
    writer.drain(payload);
    boolean hurry = firstMillis != 0 && lastMillis - firstMillis < HURRY_MILLIS;
    byte[] stored = packer.pack(payload, hurry && events >= ENOUGH_EVENTS);
    Segment segment =
        new Segment(
            offset,
            Format.KIND_SEGMENT,
            Format.CODING_DEFLATE,
            payload.size(),
            stored.length,
            firstSequence,
            lastSequence,
            events,
            gaps,
            lost,
            lowNanos,
            highNanos,
            Sum.of(stored));
    events = 0;
    gaps = 0;
    lost = 0;
    return new Block(segment, stored);
  }
}
