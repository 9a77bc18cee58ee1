package understudy.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import understudy.event.Stamped;

/// The newest part of a stream, kept in memory as a recording is kept in a file.
///
/// Holds at most so many bytes; what is older goes, up to the next keyframe, so that what is left
/// can always be understood. Used by one thread.
public final class Tape implements AutoCloseable {
  private final String name;
  private final Metadata metadata;
  private final long mostBytes;
  private final Composer composer = new Composer(Composer.ENOUGH_EVENTS);
  private final Deque<Block> blocks = new ArrayDeque<>();
  private long offset;
  private long bytes;
  private long lost;

  /// An empty one.
  ///
  /// @param name what messages call it
  /// @param metadata what the recording says of itself
  /// @param mostBytes how much memory it may take, about
  public Tape(String name, Metadata metadata, long mostBytes) {
    this.name = name;
    this.metadata = metadata;
    this.mostBytes = mostBytes;
  }

  /// Takes events in the order of their sequences.
  ///
  /// @param events what happened
  public void append(List<Stamped> events) {
    for (Stamped each : events) {
      if (composer.add(each)) {
        end();
      }
    }
  }

  /// {@return how many places a tree has, about: what a keyframe costs grows with them}
  public int places() {
    return composer.places();
  }

  /// {@return how many events are not kept any more}
  public long forgotten() {
    return lost;
  }

  /// {@return all that is kept, up to the last event; stays as it is}
  public Recording recording() {
    end();
    List<Segment> segments = new ArrayList<>();
    List<Segment> keyframes = new ArrayList<>();
    Map<Long, byte[]> payloads = new HashMap<>();
    Totals totals = Totals.NOTHING;
    for (Block each : blocks) {
      payloads.put(each.head().offset(), each.stored());
      if (each.head().isSegment()) {
        segments.add(each.head());
        totals = totals.plus(each.head());
      } else {
        keyframes.add(each.head());
      }
    }
    return new Recording(
        name,
        Path.of(""),
        head -> {
          byte[] stored = payloads.get(head.offset());
          if (stored == null) {
            throw new IOException("it is forgotten");
          }
          return stored;
        },
        metadata,
        new Blocks(segments, keyframes),
        totals);
  }

  private void end() {
    if (composer.isEmpty()) {
      return;
    }
    keep(composer.segment(offset));
    composer.keyframe(offset).ifPresent(this::keep);
    while (bytes > mostBytes && hasLaterKeyframe()) {
      forgetUpToKeyframe();
    }
  }

  private void keep(Block block) {
    blocks.addLast(block);
    offset += block.size();
    bytes += block.size();
  }

  private boolean hasLaterKeyframe() {
    return blocks.stream().skip(1).anyMatch(each -> each.head().isKeyframe());
  }

  private void forgetUpToKeyframe() {
    do {
      Block oldest = blocks.removeFirst();
      bytes -= oldest.size();
      lost += oldest.head().events();
    } while (!blocks.getFirst().head().isKeyframe());
  }

  @Override
  public void close() {
    composer.close();
  }
}
