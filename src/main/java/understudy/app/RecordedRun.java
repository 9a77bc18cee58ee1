package understudy.app;

import java.io.IOException;
import java.util.Optional;
import understudy.export.Run;
import understudy.recording.Metadata;
import understudy.recording.Recording;
import understudy.recording.RecordingFailed;

/// A recording as something to export.
final class RecordedRun {
  private RecordedRun() {}

  /// {@return the run that `recording` holds}
  ///
  /// @param damage what of it is lost
  static Run of(Recording recording, Optional<String> damage) {
    var metadata = recording.metadata();
    return new Run(
        String.valueOf(recording.path().getFileName()),
        metadata.title(),
        metadata.scenario(),
        metadata.seed(),
        metadata.scheduler() == Metadata.Scheduler.STEPPED,
        damage,
        taker -> {
          try {
            return read(recording, taker);
          } catch (RecordingFailed e) {
            throw new IOException(e.line(), e);
          }
        });
  }

  private static long read(Recording recording, Run.Taker taker)
      throws RecordingFailed, IOException {
    var cursor = recording.cursor();
    for (var next = cursor.next(); next.isPresent(); next = cursor.next()) {
      taker.take(next.get());
    }
    return cursor.skipped();
  }
}
