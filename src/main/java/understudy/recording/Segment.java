package understudy.recording;

import java.nio.ByteBuffer;

/// What a block's head says; the same numbers stand in the index.
///
/// @param offset where the head begins in the file
/// @param kind segment, index, or something of a later version
/// @param coding how the payload is stored
/// @param size bytes of the payload once it is inflated
/// @param stored bytes of the payload in the file
/// @param payloadSum CRC32C of the payload as stored
record Segment(
    long offset,
    byte kind,
    byte coding,
    int size,
    int stored,
    long firstSequence,
    long lastSequence,
    int events,
    int gaps,
    long lost,
    long lowNanos,
    long highNanos,
    int payloadSum) {

  static Segment index(long offset, int size, int payloadSum) {
    return new Segment(
        offset,
        Format.KIND_INDEX,
        Format.CODING_STORED,
        size,
        size,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        payloadSum);
  }

  long payloadOffset() {
    return offset + Format.HEAD;
  }

  long end() {
    return offset + Format.HEAD + stored;
  }

  boolean isSegment() {
    return kind == Format.KIND_SEGMENT || kind == Format.KIND_SEGMENT_1;
  }

  boolean isKeyframe() {
    return kind == Format.KIND_KEYFRAME;
  }

  boolean isIndex() {
    return kind == Format.KIND_INDEX;
  }

  byte[] head() {
    ByteBuffer head = ByteBuffer.allocate(Format.HEAD);
    head.putInt(Format.MARKER).put(kind).put(coding).putShort((short) 0);
    head.putInt(size).putInt(stored).putLong(firstSequence).putLong(lastSequence);
    head.putInt(events).putInt(gaps).putLong(lost).putLong(lowNanos).putLong(highNanos);
    head.putInt(payloadSum);
    head.putInt(Sum.of(head.array(), head.position()));
    return head.array();
  }

  /// {@return what stands at `offset`}
  ///
  /// @throws Malformed if `head` is no head, or its numbers are outside the format's limits
  static Segment of(long offset, byte[] head) throws Malformed {
    ByteBuffer in = ByteBuffer.wrap(head);
    if (in.getInt() != Format.MARKER
        || in.getInt(Format.HEAD - Format.CHECKSUM)
            != Sum.of(head, Format.HEAD - Format.CHECKSUM)) {
      throw new Malformed("there is no block at " + offset);
    }
    byte kind = in.get();
    byte coding = in.get();
    in.getShort();
    Segment found =
        new Segment(
            offset,
            kind,
            coding,
            in.getInt(),
            in.getInt(),
            in.getLong(),
            in.getLong(),
            in.getInt(),
            in.getInt(),
            in.getLong(),
            in.getLong(),
            in.getLong(),
            in.getInt());
    if (!found.withinLimits()) {
      throw new Malformed("the block at " + offset + " is outside the limits");
    }
    return found;
  }

  private boolean withinLimits() {
    if (isSegment()) {
      return coding == Format.CODING_DEFLATE
          && within(size, Format.MAX_PAYLOAD)
          && within(stored, Format.MAX_PAYLOAD)
          && events >= 1
          && within(events, Format.MAX_EVENTS)
          && within(gaps, events)
          && lost >= 0
          && firstSequence <= lastSequence
          && lowNanos <= highNanos;
    }
    if (isKeyframe()) {
      return coding == Format.CODING_DEFLATE
          && within(size, Format.MAX_KEYFRAME)
          && within(stored, Format.MAX_KEYFRAME);
    }
    return within(stored, Format.MAX_INDEX)
        && (!isIndex()
            || (coding == Format.CODING_STORED && size == stored && size >= Format.INDEX_TOTALS));
  }

  private static boolean within(int value, int limit) {
    return value >= 0 && value <= limit;
  }
}
