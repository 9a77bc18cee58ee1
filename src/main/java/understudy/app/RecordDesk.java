package understudy.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import understudy.event.Stamped;
import understudy.recording.Metadata;
import understudy.recording.RecordingFailed;
import understudy.viewmodel.Words;

/// Records for the window, and keeps what a recording needs that begins late.
///
/// Used by the session's thread.
final class RecordDesk implements AutoCloseable {
  private interface Writing {
    void go(Recorder recorder) throws RecordingFailed;
  }

  private final WindowKeeper.Teller teller;
  private Optional<Recorder> recorder = Optional.empty();
  private Journal journal = new Journal();

  /// @param teller hears what came of it
  RecordDesk(WindowKeeper.Teller teller) {
    this.teller = teller;
  }

  private void with(Optional<Recorder> one, Writing what) {
    try {
      if (one.isPresent()) {
        what.go(one.get());
      }
    } catch (RecordingFailed e) {
      teller.tell(true, e.line());
    }
  }

  boolean isRecording() {
    return recorder.filter(Recorder::isRecording).isPresent();
  }

  /// {@return how many events are kept}
  long events() {
    return recorder.map(Recorder::events).orElse(0L);
  }

  void take(List<Stamped> batch) {
    journal.take(batch);
    if (isRecording()) {
      try {
        recorder.orElseThrow().append(batch);
      } catch (RecordingFailed e) {
        teller.tell(true, e.line());
        stop();
      }
    }
  }

  void start(Metadata metadata) {
    close();
    try {
      recorder = Optional.of(Recorder.begin(metadata, journal.soFar()));
      if (journal.isFull()) {
        teller.tell(true, Words.get("record.late"));
      }
    } catch (RecordingFailed e) {
      teller.tell(true, e.line());
    }
  }

  void stop() {
    with(recorder, Recorder::stop);
  }

  /// Another world comes: what is on ends, and can still be saved.
  ///
  /// @return whether something was on
  boolean end() {
    boolean on = isRecording();
    if (on) {
      stop();
    }
    journal = new Journal();
    return on;
  }

  void save(Path file) {
    if (recorder.isEmpty()) {
      teller.tell(true, Words.get("record.none"));
    }
    with(
        recorder,
        one ->
            one.save(file)
                .ifPresentOrElse(
                    line -> teller.tell(true, line),
                    () ->
                        teller.tell(
                            false, Words.get("record.saved", one.events(), file.getFileName()))));
  }

  /// Throws away what was kept.
  @Override
  public void close() {
    with(recorder, Recorder::close);
    recorder = Optional.empty();
  }
}
