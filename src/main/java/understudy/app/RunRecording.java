package understudy.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.event.Stamped;
import understudy.recording.Metadata;
import understudy.recording.RecordingFailed;
import understudy.recording.RecordingWriter;

/// The recording of a run, if one is wanted.
record RunRecording(Optional<RecordingWriter> writer, List<String> failures)
    implements AutoCloseable {
  static RunRecording to(Optional<Path> target, Metadata metadata) {
    try {
      return new RunRecording(
          target.isPresent()
              ? Optional.of(RecordingWriter.create(target.get(), metadata))
              : Optional.empty(),
          new ArrayList<>());
    } catch (RecordingFailed e) {
      throw new BadInput(e.line());
    }
  }

  void append(List<Stamped> events) {
    if (writer.isPresent() && failures.isEmpty()) {
      try {
        writer.get().append(events);
      } catch (RecordingFailed e) {
        failures.add(e.line());
      }
    }
  }

  /// {@return what was written so far, in words; nothing if no recording is wanted}
  String told() {
    return writer.map(one -> one.totals().toString()).orElse("");
  }

  /// Ends the recording; only then is it whole.
  void finish() {
    close();
    if (!failures.isEmpty()) {
      throw new BadInput(failures.getFirst());
    }
  }

  @Override
  public void close() {
    try {
      if (writer.isPresent()) {
        writer.get().close();
      }
    } catch (RecordingFailed e) {
      failures.add(e.line());
    }
  }
}
