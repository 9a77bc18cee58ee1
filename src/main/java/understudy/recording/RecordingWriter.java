package understudy.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import understudy.event.Stamped;

/// Writes one recording while it happens.
///
/// Writes to `NAME.part` beside its target, a segment at a time: when it has 32,768 events, or 1
/// MiB, or spans a second of wall time. What was written is forced to the medium once a second of
/// wall time: a power cut loses the last second or two, and the part file opens as it is. Only
/// [#close()] puts the file in its place, at one stroke, so a file that was there before stays
/// whole until then.
///
/// Memory is bounded by one segment, an index entry a segment, and what a keyframe holds: a few
/// hundred bytes for each living process. Blocks on the disk. Safe on any thread. States: `OPEN ->
/// CLOSED`, or `OPEN -> FAILED`.
public final class RecordingWriter implements AutoCloseable {
  private enum State {
    OPEN,
    FAILED,
    CLOSED
  }

  private static final int PART_NAMES = 100;
  private static final long FORCE_MILLIS = 1_000;

  private final Path target;
  private final Path part;
  private final Disk disk;
  private final Composer composer;
  private final List<Segment> segments = new ArrayList<>();
  private Totals totals = Totals.NOTHING;
  private State state = State.OPEN;
  private @Nullable String failure;
  private long offset;
  private long lastSequence = Long.MIN_VALUE;
  private long forcedMillis;
  private long lastMillis;

  RecordingWriter(Path target, Path part, Disk disk, Metadata metadata, Composer composer)
      throws RecordingFailed {
    this.composer = composer;
    this.target = target;
    this.part = part;
    this.disk = disk;
    try {
      byte[] header = Header.of(metadata);
      disk.write(header);
      offset = header.length;
    } catch (IOException e) {
      throw fail(e);
    }
  }

  /// {@return a writer that will put its recording at `target`}
  ///
  /// @param target the file to be; its folder must exist; a file that is there is replaced on close
  /// @param metadata what the recording says of itself; texts over 4096 bytes are cut
  /// @throws RecordingFailed if nothing can be written there; the line says why
  public static RecordingWriter create(Path target, Metadata metadata) throws RecordingFailed {
    return create(target, metadata, new Composer(Composer.ENOUGH_EVENTS));
  }

  static RecordingWriter create(Path target, Metadata metadata, Composer composer)
      throws RecordingFailed {
    if (Files.isDirectory(target) || target.getFileName() == null) {
      throw new RecordingFailed(
          "recording '" + target + "' cannot be written: that is a folder; choose a file name");
    }
    try {
      for (int i = 1; i <= PART_NAMES; i++) {
        Path part = target.resolveSibling(name(target) + (i == 1 ? ".part" : "." + i + ".part"));
        if (Files.notExists(part)) {
          FileChannel channel =
              FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
          return new RecordingWriter(target, part, new Disk.OnChannel(channel), metadata, composer);
        }
      }
    } catch (IOException e) {
      throw new RecordingFailed(
          "recording '"
              + name(target)
              + "' cannot be written in '"
              + target.toAbsolutePath().getParent()
              + "': "
              + why(e)
              + "; choose a folder that exists and that you may write to",
          e);
    }
    throw new RecordingFailed(
        "recording '"
            + name(target)
            + "' cannot be written: "
            + PART_NAMES
            + " unfinished recordings of that name stand beside it; open and save, or delete them");
  }

  /// {@return where the recording will be once it is closed}
  public Path target() {
    return target;
  }

  /// {@return the file that is written to until then}
  public Path part() {
    return part;
  }

  /// {@return what is in whole segments on the disk by now}
  public synchronized Totals totals() {
    return totals;
  }

  /// Takes events in the order of their sequences.
  ///
  /// Texts over 64 KiB and reasons over 16 levels, 256 terms or 128 KiB are cut, with the mark
  /// `…(cut)` at the place.
  ///
  /// @param events what happened
  /// @throws RecordingFailed if the disk refuses, now or earlier; the file keeps its whole segments
  /// @throws IllegalArgumentException if a sequence is not above the one before it
  /// @throws IllegalStateException if closed
  public synchronized void append(List<Stamped> events) throws RecordingFailed {
    ensureOpen();
    for (Stamped event : events) {
      if (event.sequence() <= lastSequence) {
        throw new IllegalArgumentException(
            "recording '"
                + name(target)
                + "': event "
                + event.sequence()
                + " came after event "
                + lastSequence
                + "; append events of one stream in its order");
      }
      lastSequence = event.sequence();
      lastMillis = event.wallMillis();
      if (composer.add(event)) {
        writeSegment();
        forceEachSecond();
      }
    }
  }

  /// Puts what was appended so far on the medium, as a segment of its own.
  ///
  /// @throws RecordingFailed as [#append]
  /// @throws IllegalStateException if closed
  public synchronized void flush() throws RecordingFailed {
    ensureOpen();
    writeSegment();
    force();
  }

  /// Writes the rest and the index, and puts the file in its place.
  ///
  /// Where writing failed before, only lets go of the part file. A second call does nothing.
  ///
  /// @throws RecordingFailed if the disk refuses; the part file keeps its whole segments
  @Override
  public synchronized void close() throws RecordingFailed {
    if (state != State.OPEN) {
      return;
    }
    writeSegment();
    try {
      byte[] index = Index.of(totals, segments);
      disk.write(Segment.index(offset, index.length, Sum.of(index)).head());
      disk.write(index);
      disk.write(trailer());
      disk.force();
      disk.close();
    } catch (IOException e) {
      throw fail(e);
    }
    state = State.CLOSED;
    composer.close();
    try {
      move();
    } catch (IOException e) {
      throw new RecordingFailed(
          "recording '"
              + name(target)
              + "' is written but cannot be put in its place: "
              + why(e)
              + "; it is whole in '"
              + part
              + "', if that folder is still there",
          e);
    }
  }

  private void move() throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private byte[] trailer() {
    ByteBuffer trailer = ByteBuffer.allocate(Format.TRAILER);
    trailer.putLong(offset);
    trailer.putInt(Sum.of(trailer.array(), Long.BYTES)).putInt(Format.END);
    return trailer.array();
  }

  private void writeSegment() throws RecordingFailed {
    if (composer.isEmpty()) {
      return;
    }
    try {
      Block built = composer.segment(offset);
      if (segments.size() >= Format.MAX_SEGMENTS || built.head().end() > Format.MAX_FILE) {
        throw new IOException("it has reached the largest size of a recording");
      }
      write(built);
      segments.add(built.head());
      totals = totals.plus(built.head());
      var keyframe = composer.keyframe(offset);
      if (keyframe.isPresent()) {
        write(keyframe.get());
      }
    } catch (IOException e) {
      throw fail(e);
    }
  }

  private void write(Block block) throws IOException {
    disk.write(block.head().head());
    disk.write(block.stored());
    offset = block.head().end();
  }

  /// Forcing each segment would cost more than writing it where there are many a second.
  private void forceEachSecond() throws RecordingFailed {
    if (lastMillis - forcedMillis >= FORCE_MILLIS) {
      forcedMillis = lastMillis;
      force();
      if (Files.notExists(part)) {
        throw gone();
      }
    }
  }

  private void force() throws RecordingFailed {
    try {
      disk.force();
    } catch (IOException e) {
      throw fail(e);
    }
  }

  private void ensureOpen() throws RecordingFailed {
    switch (state) {
      case OPEN -> {}
      case FAILED -> throw new RecordingFailed(String.valueOf(failure));
      case CLOSED ->
          throw new IllegalStateException(
              "recording '" + name(target) + "' is closed, nothing can be added");
    }
  }

  private RecordingFailed fail(IOException cause) {
    return stop(
        why(cause)
            + "; the first "
            + totals.events()
            + " events are kept in '"
            + part
            + "'; make room and start a new recording",
        cause);
  }

  /// Some systems let a file be written to that nobody can find any more.
  private RecordingFailed gone() {
    return stop(
        "its file '"
            + part
            + "' is gone, and with it what was recorded; record again into a folder that stays",
        new NoSuchFileException(part.toString()));
  }

  private RecordingFailed stop(String why, IOException cause) {
    state = State.FAILED;
    composer.close();
    failure = "recording '" + name(target) + "' stopped: " + why;
    RecordingFailed failed = new RecordingFailed(failure, cause);
    try (disk) {
      disk.truncate(offset);
    } catch (IOException e) {
      failed.addSuppressed(e);
    }
    return failed;
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /// {@return what went wrong in few words; the system's own exceptions say only the path}
  static String why(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file or folder";
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
