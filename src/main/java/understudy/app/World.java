package understudy.app;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import understudy.event.Stamped;
import understudy.export.Run;
import understudy.probe.ProcessTable;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Situation;

/// A source of events that a window can show: a lesson that plays, the chat, or a recording that
/// was made.
///
/// Used by the session's thread only.
sealed interface World extends AutoCloseable permits LessonWorld, ChatWorld, RecordingWorld {
  /// Lets real time pass.
  ///
  /// @param realNanos how much since the last call
  /// @param batches takes what happened, in order
  void pass(long realNanos, Consumer<List<Stamped>> batches);

  /// Has no call of [#pass] take longer than about so much from now on: rather less happens in it.
  ///
  /// @param realNanos a turn's time
  default void within(long realNanos) {}

  /// {@return the share of what should have happened lately that did, 0 to 1}
  default double kept() {
    return 1;
  }

  /// Does what a person asked for.
  ///
  /// @param effect what to do
  /// @param refuse takes one line where it cannot be done; perhaps later, on the same thread
  void carryOut(Effect effect, Consumer<String> refuse);

  /// {@return answers about processes at this moment}
  ProcessTable table();

  /// {@return how many schedulers run its processes, 0 if none run}
  default int schedulers() {
    return 0;
  }

  /// {@return makes what happened up to this moment something to export: called on a thread of its
  /// own, where it may take its time}
  ///
  /// @param kept what is remembered of it, for a world that cannot be played again
  Supplier<Run> told(Supplier<List<Stamped>> kept);

  /// {@return what no event carries}
  Situation situation();

  @Override
  void close();
}
