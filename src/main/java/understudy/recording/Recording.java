package understudy.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import understudy.event.Stamped;

/// An opened recording: what it holds, and ways into it.
///
/// Holds an index entry a segment, no events and no open file. Immutable and safe on any thread; a
/// [Cursor] belongs to one.
public final class Recording {
  private final Path path;
  private final Metadata metadata;
  private final List<Segment> segments;
  private final Totals totals;

  Recording(Path path, Metadata metadata, List<Segment> segments, Totals totals) {
    this.path = path;
    this.metadata = metadata;
    this.segments = segments;
    this.totals = totals;
  }

  /// {@return the file}
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
    return new Cursor(path, segments, 0);
  }

  /// {@return a cursor before the first event whose sequence is `sequence` or later; at the end if
  /// there is none}
  ///
  /// Reads at most one segment.
  ///
  /// @param sequence where to begin
  /// @throws RecordingFailed as [Cursor#next()]
  public Cursor seekSequence(long sequence) throws RecordingFailed {
    int low = 0;
    int high = segments.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (segments.get(middle).lastSequence() < sequence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    Cursor cursor = new Cursor(path, segments, low);
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
    while (first < segments.size() && segments.get(first).highNanos() < nanos) {
      first++;
    }
    Cursor cursor = new Cursor(path, segments, first);
    cursor.skipWhile(event -> event.nanos() < nanos);
    return cursor;
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
