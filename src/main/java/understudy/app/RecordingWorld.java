package understudy.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import understudy.event.Stamped;
import understudy.export.Run;
import understudy.probe.ProcessTable;
import understudy.recording.Cursor;
import understudy.recording.Recording;
import understudy.recording.RecordingFailed;
import understudy.recording.Replay;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Situation;

/// A recording, read to its end a piece at a time so that the window stays quick.
final class RecordingWorld implements World {
  private static final int A_TIME = 20_000;

  private final Recording recording;
  private final Optional<String> damage;
  private final Replay replay = new Replay();
  private Optional<Cursor> cursor;

  /// @param damage what of it is lost
  RecordingWorld(Recording recording, Optional<String> damage) {
    this.recording = recording;
    this.damage = damage;
    this.cursor = Optional.of(recording.cursor());
  }

  @Override
  public void pass(long realNanos, Consumer<List<Stamped>> batches) {
    if (cursor.isEmpty()) {
      return;
    }
    var batch = new ArrayList<Stamped>();
    try {
      var next = cursor.get().next();
      while (next.isPresent()) {
        replay.accept(next.get());
        batch.add(next.get());
        next = batch.size() < A_TIME ? cursor.get().next() : Optional.empty();
      }
    } catch (RecordingFailed e) {
      cursor = Optional.empty();
      throw new IllegalStateException(e.line(), e);
    } finally {
      if (batch.size() < A_TIME) {
        cursor = Optional.empty();
      }
      batches.accept(batch);
    }
  }

  @Override
  public void carryOut(Effect effect, Consumer<String> refuse) {
    refuse.accept(
        "this is a recording: what happened cannot be changed; open a lesson to act on processes");
  }

  @Override
  public Supplier<Run> told() {
    return () -> RecordedRun.of(recording, damage);
  }

  @Override
  public ProcessTable table() {
    return replay;
  }

  @Override
  public Situation situation() {
    var metadata = recording.metadata();
    return new Situation(
        "recording "
            + recording.path().getFileName()
            + (cursor.isPresent() ? " (reading)" : ", at its end"),
        false,
        Lessons.names(),
        "",
        List.of(),
        true,
        1,
        false,
        0,
        false,
        Long.toString(metadata.seed()),
        Optional.empty());
  }

  @Override
  public void close() {}
}
