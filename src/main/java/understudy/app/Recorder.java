package understudy.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import understudy.event.Stamped;
import understudy.recording.Metadata;
import understudy.recording.RecordingFailed;
import understudy.recording.RecordingWriter;

/// A recording that is being made, in a temporary file until a person says where to keep it.
///
/// `RECORDING -> STOPPED`; used by one thread.
final class Recorder implements AutoCloseable {
  private final Path file;
  private final RecordingWriter writer;
  private boolean stopped;

  private Recorder(Path file, RecordingWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /// Begins with `soFar`.
  static Recorder begin(Metadata metadata, List<Stamped> soFar) throws RecordingFailed {
    Path folder;
    try {
      folder = Files.createTempDirectory("understudy-recording");
    } catch (IOException e) {
      throw new RecordingFailed(
          "no room for a recording: a temporary folder cannot be made (%s); free some space"
              .formatted(e.getMessage()));
    }
    Path file = folder.resolve("recording.understudy");
    var recorder = new Recorder(file, RecordingWriter.create(file, metadata));
    recorder.append(soFar);
    return recorder;
  }

  void append(List<Stamped> batch) throws RecordingFailed {
    if (!stopped) {
      writer.append(batch);
    }
  }

  boolean isRecording() {
    return !stopped;
  }

  long events() {
    return writer.totals().events();
  }

  void stop() throws RecordingFailed {
    if (!stopped) {
      stopped = true;
      writer.close();
    }
  }

  /// Copies what was kept to `target`, whole or not at all.
  ///
  /// @return what went wrong, if anything
  Optional<String> save(Path target) throws RecordingFailed {
    stop();
    try {
      Path part = target.resolveSibling(target.getFileName() + ".part");
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "recording '%s' cannot be written (%s); choose another folder"
              .formatted(target.getFileName(), reason(e)));
    }
  }

  static String reason(IOException e) {
    String kind =
        e.getClass()
            .getSimpleName()
            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
            .toLowerCase(Locale.ROOT);
    return kind.replace(" exception", "").replace(" error", "");
  }

  @Override
  public void close() throws RecordingFailed {
    stop();
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.getParent());
    } catch (IOException e) {
      throw new RecordingFailed(
          "temporary recording '%s' cannot be removed: %s".formatted(file, e.getMessage()));
    }
  }
}
