package understudy.recording;

import java.util.zip.Deflater;
import understudy.event.RuntimeEvent.Gap;
import understudy.event.Stamped;

/// Collects events until they are a segment.
///
/// Where a segment ends depends on the events alone, so the same events make the same file.
final class SegmentBuilder {
  /// A segment with its payload as stored.
  static final class Built {
    private final Segment segment;
    private final byte[] payload;

    private Built(Segment segment, byte[] payload) {
      this.segment = segment;
      this.payload = payload;
    }

    Segment segment() {
      return segment;
    }

    byte[] payload() {
      return payload;
    }
  }

  private static final int ENOUGH_EVENTS = 1 << 16;
  private static final int ENOUGH_BYTES = 1 << 20;
  private static final int ENOUGH_TEXTS = 1 << 16;
  private static final long ENOUGH_MILLIS = 1000;
  private static final int LEVEL = 1;

  private EventWriter writer = new EventWriter();
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
  Built build(long offset) {
    byte[] payload = writer.payload();
    byte[] stored = deflate(payload);
    Segment segment =
        new Segment(
            offset,
            Format.KIND_SEGMENT,
            Format.CODING_DEFLATE,
            payload.length,
            stored.length,
            firstSequence,
            lastSequence,
            events,
            gaps,
            lost,
            lowNanos,
            highNanos,
            Sum.of(stored));
    writer = new EventWriter();
    events = 0;
    gaps = 0;
    lost = 0;
    return new Built(segment, stored);
  }

  private static byte[] deflate(byte[] payload) {
    Deflater deflater = new Deflater(LEVEL, true);
    try {
      deflater.setInput(payload);
      deflater.finish();
      Out out = new Out();
      byte[] chunk = new byte[1 << 13];
      while (!deflater.finished()) {
        out.raw(chunk, deflater.deflate(chunk));
      }
      return out.toArray();
    } finally {
      deflater.end();
    }
  }
}
