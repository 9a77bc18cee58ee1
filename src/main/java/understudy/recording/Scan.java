package understudy.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// One pass over a file: checks every checksum, keeps where each whole segment stands.
///
/// Trusts nothing but what a checksum covers, and the index not at all for finding segments: it is
/// compared with what was found. Reads each byte at most twice; memory is one entry a segment.
final class Scan {
  /// Chance makes one in four billion bytes; more than this is a file made to cost time.
  private static final int ENOUGH_FALSE_MARKERS = 4096;

  private final Source source;
  private final Damage damage = new Damage();
  private final List<Segment> segments = new ArrayList<>();
  private final List<Segment> keyframes = new ArrayList<>();
  private Totals totals = Totals.NOTHING;
  private Metadata metadata = Metadata.LOST;

  private int falseMarkers;

  private Scan(Source source) {
    this.source = source;
  }

  /// {@return the scan of a file whose magic and version were found right}
  static Scan of(Source source) throws IOException {
    Scan scan = new Scan(source);
    long at = scan.header();
    while (at < source.size()) {
      at = scan.block(at);
    }
    return scan;
  }

  Metadata metadata() {
    return metadata;
  }

  List<Segment> segments() {
    return List.copyOf(segments);
  }

  /// {@return segments and keyframes}
  Blocks blocks() {
    return new Blocks(segments, keyframes);
  }

  Totals totals() {
    return totals;
  }

  Damage damage() {
    return damage;
  }

  /// {@return where the first block should be}
  private long header() throws IOException {
    if (source.has(0, Format.HEADER_FIXED)) {
      int size =
          ByteBuffer.wrap(source.read(0, Format.HEADER_FIXED))
              .getInt(Format.HEADER_FIXED - Integer.BYTES);
      if (Header.isWhole(source, size)) {
        try {
          metadata = Header.metadata(source.read(Format.HEADER_FIXED, size));
        } catch (Malformed _) {
          damage.header();
        }
        return cutIfAtEnd(Format.HEADER_FIXED + size + Format.CHECKSUM);
      }
    }
    damage.header();
    return next(Format.HEADER_FIXED);
  }

  /// {@return where the block after the one at `at` should be}
  private long block(long at) throws IOException {
    if (!source.has(at, Format.HEAD)) {
      damage.cut();
      return source.size();
    }
    Segment found;
    try {
      found = Segment.of(at, source.read(at, Format.HEAD));
    } catch (Malformed _) {
      return lost(at);
    }
    if (found.end() > source.size()) {
      cutInside(found);
      return source.size();
    }
    boolean whole = source.sum(found.payloadOffset(), found.stored()) == found.payloadSum();
    if (found.isIndex()) {
      return index(found, whole);
    }
    if (!whole || (found.isSegment() && !follows(found))) {
      damage(found);
    } else if (found.isSegment()) {
      segments.add(found);
      totals = totals.plus(found);
    } else if (found.isKeyframe() && keyframes.size() < Format.MAX_KEYFRAMES) {
      keyframes.add(found);
    }
    return cutIfAtEnd(found.end());
  }

  private void damage(Segment found) {
    if (found.isSegment()) {
      damage.segment(found);
    } else {
      damage.harmless(found.offset());
    }
  }

  private void cutInside(Segment found) {
    if (found.isSegment()) {
      damage.cutInside(found);
    } else {
      damage.cut();
      if (found.isIndex()) {
        damage.reachedIndex();
      }
    }
  }

  private boolean follows(Segment found) {
    return segments.size() < Format.MAX_SEGMENTS
        && (segments.isEmpty() || found.firstSequence() > segments.getLast().lastSequence());
  }

  private long index(Segment found, boolean whole) throws IOException {
    damage.reachedIndex();
    if (whole) {
      damage.promised(Index.totals(source.read(found.payloadOffset(), Format.INDEX_TOTALS)));
    } else {
      damage.harmless(found.offset());
    }
    if (!source.has(found.end(), Format.TRAILER)) {
      damage.cut();
    } else if (indexOffset(found.end()) != found.offset()) {
      damage.harmless(found.end());
    } else if (found.end() + Format.TRAILER < source.size()) {
      damage.harmless(found.end() + Format.TRAILER);
    }
    return source.size();
  }

  /// {@return where the trailer at `at` says that the index is, -1 if there is no whole trailer}
  private long indexOffset(long at) throws IOException {
    byte[] bytes = source.read(at, Format.TRAILER);
    ByteBuffer trailer = ByteBuffer.wrap(bytes);
    long offset = trailer.getLong();
    boolean whole = trailer.getInt() == Sum.of(bytes, Long.BYTES) && trailer.getInt() == Format.END;
    return whole ? offset : -1;
  }

  private long lost(long at) throws IOException {
    boolean indexHead = indexOffset(source.size() - Format.TRAILER) == at;
    if (indexHead) {
      damage.reachedIndex();
      damage.harmless(at);
      return source.size();
    }
    damage.unknown(at);
    return next(at + 1);
  }

  /// {@return the next place at or after `from` at which a block may begin, or the end}
  private long next(long from) throws IOException {
    long at = from;
    long to = Math.min(source.size(), from + Format.MAX_SEARCH);
    while (falseMarkers < ENOUGH_FALSE_MARKERS) {
      OptionalLong marker = source.find(Format.MARKER, at, to);
      if (marker.isEmpty()) {
        return source.size();
      }
      at = marker.getAsLong();
      if (source.has(at, Format.HEAD)) {
        try {
          Segment.of(at, source.read(at, Format.HEAD));
          return at;
        } catch (Malformed _) {
          falseMarkers++;
          at++;
        }
      } else {
        return source.size();
      }
    }
    return source.size();
  }

  private long cutIfAtEnd(long at) {
    if (at >= source.size()) {
      damage.cut();
    }
    return at;
  }
}
