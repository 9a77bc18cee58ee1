package understudy.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import understudy.event.Stamped;

/// An opened recording: what it holds, and ways into it.
///
/// Holds an index entry a segment and a keyframe, no events and no open file. Immutable and safe on
/// any thread; a [Cursor] belongs to one.
public final class Recording {
  private final String name;
  private final Path path;
  private final Payloads payloads;
  private final Metadata metadata;
  private final Blocks blocks;
  private final Totals totals;

  Recording(
      String name, Path path, Payloads payloads, Metadata metadata, Blocks blocks, Totals totals) {
    this.name = name;
    this.path = path;
    this.payloads = payloads;
    this.metadata = metadata;
    this.blocks = blocks;
    this.totals = totals;
  }

  /// {@return the file; an empty path if it is in memory}
  public Path path() {
    return path;
  }

  /// {@return what the recording says of itself; empty texts if its header is damaged}
  public Metadata metadata() {
    return metadata;
  }

  /// {@return what it holds in readable segments}
  public Totals totals() {
    return totals;
  }

  /// {@return a cursor before the first event}
  public Cursor cursor() {
    return cursor(0);
  }

  private Cursor cursor(int segment) {
    return new Cursor(name, payloads, blocks.segments(), segment);
  }

  /// {@return a cursor before the first event whose sequence is `sequence` or later; at the end if
  /// there is none}
  ///
  /// Reads at most one segment.
  ///
  /// @param sequence where to begin
  /// @throws RecordingFailed as [Cursor#next()]
  public Cursor seekSequence(long sequence) throws RecordingFailed {
    Cursor cursor = cursor(blocks.segmentOf(sequence));
    cursor.skipWhile(event -> event.sequence() < sequence);
    return cursor;
  }

  /// {@return a cursor before the first event in stream order that happened at `nanos` or later; at
  /// the end if there is none}
  ///
  /// Live runs interleave threads, so earlier events may still follow it.
  ///
  /// @param nanos where to begin, the runtime's time in nanoseconds
  /// @throws RecordingFailed as [Cursor#next()]
  public Cursor seekNanos(long nanos) throws RecordingFailed {
    int first = 0;
    while (first < blocks.segments().size() && blocks.segments().get(first).highNanos() < nanos) {
      first++;
    }
    Cursor cursor = cursor(first);
    cursor.skipWhile(event -> event.nanos() < nanos);
    return cursor;
  }

  /// {@return a cursor before the first event of the last segment that begins before `sequence`: a
  /// way to walk backwards; at the very beginning if there is none}
  ///
  /// @param sequence where to look from
  public Cursor segmentBefore(long sequence) {
    return cursor(Math.max(0, blocks.segmentOf(sequence - 1)));
  }

  /// {@return what a fold has to know to go on after an event no later than `sequence`: the newest
  /// that can be read; nothing where it has to begin at the beginning}
  ///
  /// @param sequence the last event that may be in it
  public Optional<Keyframe> keyframe(long sequence) {
    List<Segment> keyframes = blocks.keyframes();
    for (int i = keyframes.size() - 1; i >= 0; i--) {
      Segment head = keyframes.get(i);
      if (head.lastSequence() <= sequence) {
        try {
          byte[] payload = Inflated.whole(payloads.stored(head), head.size());
          Keyframe keyframe = KeyframeReader.keyframe(payload);
          if (keyframe.sequence() == head.lastSequence()) {
            return Optional.of(keyframe);
          }
        } catch (IOException | Malformed | IllegalArgumentException _) {
          // A keyframe only saves time: the one before does as well, or none.
        }
      }
    }
    return Optional.empty();
  }

  /// {@return what to fold from, to see the moment after `sequence` and some of what was before;
  /// nothing where that is the beginning}
  ///
  /// @param sequence the last event before the moment
  /// @param lead how many events shall be folded before it, where there are as many
  public Optional<Keyframe> keyframe(long sequence, long lead) {
    long since = since();
    var early = keyframe(Math.min(sequence, Math.max(sequence - lead, since)));
    return early.isPresent() || since == 0 ? early : keyframe(sequence);
  }

  /// {@return the event after which its first one comes, where what was up to it is known by a
  /// keyframe alone; 0 where it begins at the beginning}
  public long since() {
    if (blocks.keyframes().isEmpty() || blocks.segments().isEmpty()) {
      return 0;
    }
    long first = blocks.keyframes().getFirst().lastSequence();
    return first < blocks.segments().getFirst().firstSequence() ? first : 0;
  }

  /// {@return what went on, in short}
  ///
  /// Blocks on the disk; reads what keyframes tell, and the events after the last one. Where no
  /// keyframe tells of very many events, they are left out and [Trend#unknownNanos()] says so.
  ///
  /// @throws RecordingFailed as [Cursor#next()]
  public Trend trend() throws RecordingFailed {
    return Trends.of(this, blocks, payloads);
  }

  /// {@return what went on before a keyframe, in stretches of [Trend#NANOS]: what it tells itself,
  /// and those before it}
  ///
  /// Blocks on the disk; reads what that keyframe has and 4 MB of others at most, and no events. Of
  /// what is earlier than the first stretch nothing is said.
  ///
  /// @param sequence the last event that the keyframe knows
  /// @param nanos how far back it should go, in nanoseconds of the runtime
  public List<Trend.Bucket> trendBefore(long sequence, long nanos) {
    return Trends.before(sequence, nanos, blocks, payloads);
  }

  /// {@return the last event before those that happened about `nanos`; up to a segment's length too
  /// early}
  ///
  /// Reads nothing.
  ///
  /// @param nanos the runtime's time in nanoseconds
  public long sequenceAbout(long nanos) {
    return blocks.segments().stream()
        .filter(each -> each.highNanos() >= nanos)
        .findFirst()
        .map(each -> each.firstSequence() - 1)
        .orElse(totals.lastSequence());
  }

  /// Hands every event to `consumer`, in order; one segment is in memory at a time.
  ///
  /// @param consumer called on this thread
  /// @return how many events were skipped because this version cannot read them
  /// @throws RecordingFailed as [Cursor#next()]
  public long forEach(Consumer<? super Stamped> consumer) throws RecordingFailed {
    Cursor cursor = cursor();
    Optional<Stamped> next = cursor.next();
    while (next.isPresent()) {
      consumer.accept(next.get());
      next = cursor.next();
    }
    return cursor.skipped();
  }
}
