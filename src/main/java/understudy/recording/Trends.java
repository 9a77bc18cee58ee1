package understudy.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import understudy.event.Stamped;
import understudy.recording.Trend.Bucket;

/// Gathers what went on in a recording.
final class Trends {
  /// More stretches than this are joined, two by two.
  static final int MOST_BUCKETS = 8_192;

  /// So many events are read where no keyframe tells of them.
  private static final long MOST_READ = 300_000;

  /// So much of earlier keyframes is read to tell of what was before one.
  private static final long MOST_BYTES_BEFORE = 4L << 20;

  private final TreeMap<Long, Bucket> buckets = new TreeMap<>();
  private long factor = 1;

  private Trends() {}

  static Trend of(Recording recording, Blocks blocks, Payloads payloads) throws RecordingFailed {
    Trends trends = new Trends();
    long told = -1;
    for (Segment keyframe : blocks.keyframes()) {
      try {
        byte[] start = Inflated.start(payloads.stored(keyframe), Format.MAX_TREND + 16);
        KeyframeReader.trend(start).forEach(trends::add);
        told = Math.max(told, keyframe.lastSequence());
      } catch (IOException | Malformed _) {
        // It tells of nothing; what the others tell is still right.
      }
    }
    long unknown = 0;
    if (recording.totals().lastSequence() - Math.max(0, told) <= MOST_READ) {
      trends.read(recording, told);
    } else {
      unknown = recording.totals().lastNanos();
    }
    return new Trend(
        trends.factor * Trend.NANOS, trends.buckets.values().stream().toList(), unknown);
  }

  static List<Bucket> before(long sequence, long nanos, Blocks blocks, Payloads payloads) {
    List<List<Bucket>> told = new ArrayList<>();
    List<Segment> keyframes = blocks.keyframes();
    long room = MOST_BYTES_BEFORE;
    for (int i = keyframes.size() - 1; i >= 0; i--) {
      Segment keyframe = keyframes.get(i);
      if (keyframe.lastSequence() > sequence) {
        continue;
      }
      room -= told.isEmpty() ? 0 : keyframe.stored();
      if (room < 0) {
        break;
      }
      try {
        byte[] start = Inflated.start(payloads.stored(keyframe), Format.MAX_TREND + 16);
        told.addFirst(KeyframeReader.trend(start));
      } catch (IOException | Malformed _) {
        break; // What is earlier would leave a hole that looks like silence.
      }
      if (keyframe.highNanos() < nanos) {
        break;
      }
    }
    return told.stream().flatMap(List::stream).toList();
  }

  private void read(Recording recording, long told) throws RecordingFailed {
    Optional<Keyframe> from = recording.keyframe(told);
    Keyframer fold = from.map(Keyframer::new).orElseGet(Keyframer::new);
    var cursor = recording.seekSequence(from.map(Keyframe::sequence).orElse(0L) + 1);
    Optional<Stamped> next = cursor.next();
    while (next.isPresent()) {
      fold.accept(next.get());
      next = cursor.next();
    }
    fold.trend().forEach(this::add);
  }

  private void add(Bucket bucket) {
    merge(bucket.in(factor));
    while (buckets.size() > MOST_BUCKETS) {
      factor *= 2;
      Map<Long, Bucket> finer = new TreeMap<>(buckets);
      buckets.clear();
      finer.values().forEach(each -> merge(each.in(2)));
    }
  }

  private void merge(Bucket bucket) {
    buckets.merge(bucket.number(), bucket, Bucket::plus);
  }
}
