package understudy.recording;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import understudy.event.Stamped;

/// A place in a recording that moves forward. Holds one segment; belongs to one thread.
public final class Cursor {
  private final String name;
  private final Payloads payloads;
  private final List<Segment> segments;
  private int nextSegment;
  private @Nullable EventReader reader;
  private long skippedBefore;
  private Optional<Stamped> peeked = Optional.empty();

  Cursor(String name, Payloads payloads, List<Segment> segments, int firstSegment) {
    this.name = name;
    this.payloads = payloads;
    this.segments = segments;
    this.nextSegment = firstSegment;
  }

  /// {@return the next event, and moves past it; nothing at the end}
  ///
  /// @throws RecordingFailed if the file is gone, was changed since it was opened, or has contents
  ///   that no recording has although its checksums are right
  public Optional<Stamped> next() throws RecordingFailed {
    if (peeked.isPresent()) {
      Optional<Stamped> next = peeked;
      peeked = Optional.empty();
      return next;
    }
    try {
      while (true) {
        if (reader != null) {
          Optional<Stamped> next = reader.next();
          if (next.isPresent()) {
            return next;
          }
          skippedBefore += reader.skipped();
          reader = null;
        }
        if (nextSegment >= segments.size()) {
          return Optional.empty();
        }
        reader = read(segments.get(nextSegment++));
      }
    } catch (Malformed e) {
      throw failed("holds what no recording holds, " + e.getMessage(), e);
    } catch (IOException e) {
      throw failed("cannot be read on: " + RecordingWriter.why(e), e);
    }
  }

  /// {@return the next event, which stays the next; nothing at the end}
  ///
  /// @throws RecordingFailed as [#next]
  public Optional<Stamped> peek() throws RecordingFailed {
    peeked = next();
    return peeked;
  }

  /// {@return how many events this cursor passed over because this version cannot read them}
  public long skipped() {
    return skippedBefore + (reader == null ? 0 : reader.skipped());
  }

  void skipWhile(Predicate<Stamped> before) throws RecordingFailed {
    Optional<Stamped> next = next();
    while (next.isPresent() && before.test(next.get())) {
      next = next();
    }
    peeked = next;
  }

  private EventReader read(Segment segment) throws IOException, Malformed {
    byte[] payload = Inflated.whole(payloads.stored(segment), segment.size());
    return new EventReader(payload, segment.kind() == Format.KIND_SEGMENT);
  }

  private RecordingFailed failed(String what, Exception cause) {
    return new RecordingFailed(
        "recording '" + name + "' " + what + "; open it again or use another copy", cause);
  }
}
