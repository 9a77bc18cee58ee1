package understudy.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import understudy.bus.Detail;
import understudy.bus.EventBus;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Text;
import understudy.event.Stamped;
import understudy.player.Play;
import understudy.player.Repertoire;
import understudy.probe.ProcessTable;
import understudy.scenario.Scenario;
import understudy.viewmodel.CrashWay;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Situation;

/// A lesson on the stepped system, its virtual time led by real time at a pace.
final class LessonWorld implements World {
  private static final int MESSAGES_KEPT = 1 << 18;
  private static final long LONGEST_STRIDE_NANOS = 100_000_000;

  private final Play play;
  private final EventBus bus;
  private final ProcessTable table;
  private final Queue<List<Stamped>> arrived = new ArrayDeque<>();
  private final Queue<Runnable> answers = new ConcurrentLinkedQueue<>();
  private boolean paused;
  private double speed = 1;
  private final String name;
  private final long seed;

  LessonWorld(String name, Scenario scenario, long seed) {
    this.name = name;
    this.seed = seed;
    this.bus = new EventBus(Detail.MESSAGES, MESSAGES_KEPT, System::currentTimeMillis);
    bus.subscribe(batch -> arrived.add(batch.events()));
    this.play = new Play(scenario, seed, bus);
    this.table = play.vm().table();
    play.begin();
  }

  @Override
  public void pass(long realNanos, Consumer<List<Stamped>> batches) {
    if (!paused) {
      long stride = Math.min(realNanos, LONGEST_STRIDE_NANOS);
      play.vm().steps().advance(Duration.ofNanos(Math.round(stride * speed)));
    }
    pump(batches);
    for (var answer = answers.poll(); answer != null; answer = answers.poll()) {
      answer.run();
    }
  }

  private void pump(Consumer<List<Stamped>> batches) {
    bus.pump();
    for (var batch = arrived.poll(); batch != null; batch = arrived.poll()) {
      batches.accept(batch);
    }
  }

  @Override
  public void carryOut(Effect effect, Consumer<String> refuse) {
    Consumer<String> later = line -> answers.add(() -> refuse.accept(line));
    switch (effect) {
      case Effect.Spawn(var supervisor, var behaviour, var restart, var id) ->
          play.startChild(supervisor, id, behaviour, restart, later);
      case Effect.Send(var to, var message) -> play.vm().send(to, message);
      case Effect.Crash(var pid, CrashWay.Raise(var message)) ->
          play.crash(pid, new Text(message), later);
      case Effect.Crash(var pid, CrashWay.Exit(var reason)) -> play.vm().exit(pid, reason);
      case Effect.Crash(var pid, CrashWay.Kill _) -> play.vm().exit(pid, Atom.KILL);
      case Effect.Stop(var pid) -> play.stop(pid, later);
      case Effect.Suspend(var pid) -> play.vm().suspend(pid, true);
      case Effect.Resume(var pid) -> play.vm().suspend(pid, false);
      case Effect.Pause _ -> paused = true;
      case Effect.Play _ -> paused = false;
      case Effect.StepOnce _ -> {
        paused = true;
        stepOnce();
      }
      case Effect.Speed(var factor) -> speed = factor;
      case Effect.StartRecording _,
          Effect.StopRecording _,
          Effect.SaveRecording _,
          Effect.Open _,
          Effect.OpenLesson _,
          Effect.DismissNotice _ ->
          throw new IllegalArgumentException("the session does this itself: " + effect);
    }
  }

  /// Lets one process handle one message; where none can, lets time pass until one could.
  private void stepOnce() {
    var steps = play.vm().steps();
    while (!steps.step()) {
      var due = steps.nextDueNanos();
      if (due.isEmpty()) {
        return;
      }
      steps.advanceTo(due.getAsLong());
    }
  }

  @Override
  public ProcessTable table() {
    return table;
  }

  @Override
  public Situation situation() {
    return new Situation(
        "lesson " + name,
        true,
        Lessons.names(),
        name,
        new ArrayList<>(Repertoire.names()),
        paused,
        speed,
        false,
        0,
        false,
        Long.toString(seed),
        Optional.empty());
  }

  @Override
  public int schedulers() {
    return 1;
  }

  Scenario scenario() {
    return play.scenario();
  }

  long seed() {
    return seed;
  }

  @Override
  public void close() {
    play.close();
    bus.close();
  }
}
