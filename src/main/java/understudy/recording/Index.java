package understudy.recording;

import java.nio.ByteBuffer;
import java.util.List;

/// The last block: where each segment stands, and what all of them hold.
final class Index {
  private Index() {}

  static byte[] of(Totals totals, List<Segment> segments) {
    ByteBuffer index =
        ByteBuffer.allocate(Format.INDEX_TOTALS + segments.size() * Format.INDEX_ENTRY);
    index.putLong(totals.segments()).putLong(totals.events());
    index.putLong(totals.gaps()).putLong(totals.lost());
    index.putLong(totals.firstSequence()).putLong(totals.lastSequence());
    index.putLong(totals.firstNanos()).putLong(totals.lastNanos());
    for (Segment segment : segments) {
      index.putLong(segment.offset());
      index.putLong(segment.firstSequence()).putLong(segment.lastSequence());
      index.putInt(segment.events()).putInt(segment.gaps()).putLong(segment.lost());
      index.putLong(segment.lowNanos()).putLong(segment.highNanos());
    }
    return index.array();
  }

  /// {@return the totals at the beginning of an index}
  static Totals totals(byte[] start) {
    ByteBuffer in = ByteBuffer.wrap(start);
    return new Totals(
        (int) in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong());
  }
}
