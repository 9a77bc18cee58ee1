package understudy.recording;

import java.util.List;
import java.util.Optional;
import understudy.event.Stamped;

/// Makes the blocks of a recording out of a stream: segments, and a keyframe now and then.
///
/// A keyframe comes after a segment, once there is so much to fold since the last one that seeking
/// would take long, and twice as much as the keyframe itself holds, so that a file grows by about a
/// third of its size at most. What blocks are made depends on the events alone.
final class Composer implements AutoCloseable {
  static final long ENOUGH_EVENTS = 30_000;

  private static final int EVENTS_A_SLOT = 4;
  private static final int ENOUGH_STRETCHES = 4_096;

  private final SegmentBuilder builder = new SegmentBuilder();
  private final Packer packer = new Packer();
  private final KeyframeWriter keyframes = new KeyframeWriter();
  private final Out payload = new Out();
  private final Keyframer keyframer = new Keyframer();
  private final long enoughEvents;
  private long sinceKeyframe;
  private int made;
  private boolean tooLarge;

  /// @param enoughEvents how many there are at least from one keyframe to the next
  Composer(long enoughEvents) {
    this.enoughEvents = enoughEvents;
  }

  /// {@return whether the segment is full and has to be taken before the next event}
  boolean add(Stamped stamped) {
    builder.add(stamped);
    keyframer.accept(stamped);
    sinceKeyframe++;
    return builder.isFull();
  }

  int places() {
    return keyframer.slots();
  }

  boolean isEmpty() {
    return builder.isEmpty();
  }

  Block segment(long offset) {
    return builder.build(offset, packer);
  }

  /// {@return a keyframe of all events so far, if it is time for one}
  Optional<Block> keyframe(long offset) {
    boolean due =
        (sinceKeyframe >= enoughEvents && sinceKeyframe >= (long) EVENTS_A_SLOT * keyframer.slots())
            || keyframer.stretches() >= ENOUGH_STRETCHES;
    return due && made < Format.MAX_KEYFRAMES && !tooLarge
        ? Optional.of(keyframeNow(offset)).filter(_ -> !tooLarge)
        : Optional.empty();
  }

  private Block keyframeNow(long offset) {
    sinceKeyframe = 0;
    made++;
    List<Trend.Bucket> trend = keyframer.trend();
    Keyframe keyframe = keyframer.keyframe();
    payload.clear();
    keyframes.write(trend, keyframe, payload);
    byte[] stored = packer.pack(payload, false);
    tooLarge = payload.size() > Format.MAX_KEYFRAME || stored.length > Format.MAX_KEYFRAME;
    long at = keyframe.graph().nanos();
    return new Block(
        new Segment(
            offset,
            Format.KIND_KEYFRAME,
            Format.CODING_DEFLATE,
            payload.size(),
            stored.length,
            keyframe.sequence(),
            keyframe.sequence(),
            0,
            0,
            0,
            at,
            at,
            Sum.of(stored)),
        stored);
  }

  @Override
  public void close() {
    packer.close();
  }
}
