package understudy.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import understudy.event.Stamped;
import understudy.export.Run;
import understudy.probe.ProcessTable;
import understudy.recording.Recording;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Situation;
import understudy.viewmodel.Words;

/// A recording: a world in which nothing happens any more. What is seen of it, a [Deck] plays.
///
/// @param recording what was recorded
/// @param damage what of it is lost
record RecordingWorld(Recording recording, Optional<String> damage) implements World {
  @Override
  public void pass(long realNanos, Consumer<List<Stamped>> batches) {}

  @Override
  public void carryOut(Effect effect, Consumer<String> refuse) {
    refuse.accept(Words.get("refused.past"));
  }

  @Override
  public Supplier<Run> told() {
    return () -> RecordedRun.of(recording, damage);
  }

  @Override
  public ProcessTable table() {
    return new NoProcesses();
  }

  @Override
  public Situation situation() {
    return new Situation(
        Words.get("source.recording", recording.path().getFileName()),
        false,
        Lessons.names(),
        "",
        List.of(),
        true,
        1,
        false,
        0,
        false,
        Long.toString(recording.metadata().seed()),
        Optional.empty());
  }

  @Override
  public void close() {}
}
