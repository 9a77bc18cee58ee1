package understudy.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import understudy.event.Stamped;

/// A place in a recording that moves forward. Holds one segment; belongs to one thread.
public final class Cursor {
  private final Path path;
  private final List<Segment> segments;
  private int nextSegment;
  private @Nullable EventReader reader;
  private long skippedBefore;
  private Optional<Stamped> peeked = Optional.empty();

  Cursor(Path path, List<Segment> segments, int firstSegment) {
    this.path = path;
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
    try (Source source = new Source(path)) {
      if (!source.has(0, segment.end())) {
        throw new IOException("it was cut at byte " + source.size() + " since it was opened");
      }
      byte[] stored = source.read(segment.payloadOffset(), segment.stored());
      if (Sum.of(stored) != segment.payloadSum()) {
        throw new IOException("it was changed since it was opened");
      }
      return new EventReader(inflate(stored, segment.size()));
    }
  }

  private static byte[] inflate(byte[] stored, int size) throws Malformed {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(stored);
      byte[] payload = new byte[size];
      int done = 0;
      while (done < size) {
        int more = inflater.inflate(payload, done, size - done);
        if (more == 0) {
          throw new Malformed("a segment is shorter than it says, " + done + " of " + size);
        }
        done += more;
      }
      if (inflater.inflate(new byte[1]) != 0) {
        throw new Malformed("a segment is longer than it says, " + size);
      }
      return payload;
    } catch (DataFormatException e) {
      throw new Malformed("a segment is not deflated: " + e.getMessage());
    } finally {
      inflater.end();
    }
  }

  private RecordingFailed failed(String what, Exception cause) {
    return new RecordingFailed(
        "recording '" + path.getFileName() + "' " + what + "; open it again or use another copy",
        cause);
  }
}
