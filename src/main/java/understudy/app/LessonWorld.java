package understudy.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import understudy.bus.Detail;
import understudy.bus.EventBus;
import understudy.event.EventSink;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.player.Fingerprint;
import understudy.player.Moment;
import understudy.player.Performance;
import understudy.player.Play;
import understudy.player.Repertoire;
import understudy.player.Run;
import understudy.probe.ProcessTable;
import understudy.runtime.Steps;
import understudy.scenario.Scenario;
import understudy.viewmodel.Dial;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Situation;
import understudy.viewmodel.Tempo;
import understudy.viewmodel.Troubles;
import understudy.viewmodel.Words;

/// A lesson on the stepped system, its virtual time led by real time at a pace.
final class LessonWorld implements World {
  private static final int MESSAGES_KEPT = 1 << 18;
  private static final long LONGEST_STRIDE_NANOS = 100_000_000;
  private static final int MOST_UNSEEN = 1_000;

  private final Performance performance;
  private final Play play;
  private final EventBus bus;
  private final ProcessTable table;
  private final Queue<List<Stamped>> arrived = new ArrayDeque<>();
  private final List<Stamped> newest = new ArrayList<>();
  private final Queue<Runnable> answers = new ConcurrentLinkedQueue<>();
  private boolean paused;
  private Tempo tempo = Dial.REAL;
  private final Headway pace = new Headway(System::nanoTime);
  private long turnNanos = Long.MAX_VALUE;
  private double owed;
  private final String name;
  private final String source;
  private final long seed;

  /// @param name what a person calls it
  /// @param source the file or lesson, as on the command line
  LessonWorld(String name, String source, Scenario scenario, long seed) {
    this(name, source, Run.untouched(scenario, seed), Fingerprint::new);
  }

  private LessonWorld(String name, String source, Run run, Function<EventSink, Fingerprint> print) {
    this.name = name;
    this.source = source;
    this.seed = run.seed();
    this.bus = new EventBus(Detail.MESSAGES, MESSAGES_KEPT, System::currentTimeMillis);
    bus.subscribe(batch -> {
      arrived.add(batch.events());
      newest.addAll(batch.events());
    });
    this.performance = new Performance(run, print.apply(bus));
    this.play = performance.play();
    this.table = play.vm().table();
  }

  @Override
  public void pass(long realNanos, Consumer<List<Stamped>> batches) {
    if (!paused) {
      long stride = Math.min(realNanos, LONGEST_STRIDE_NANOS);
      switch (tempo) {
        case Tempo.Times(var factor) ->
            pace.go(
                realNanos,
                Math.round(stride * factor),
                turnNanos,
                nanos -> {
                  play.vm().steps().advance(Duration.ofNanos(nanos));
                  pump(batches);
                });
        case Tempo.Messages(var perSecond) -> slowly(stride, perSecond);
      }
    }
    pump(batches);
    for (var answer = answers.poll(); answer != null; answer = answers.poll()) {
      answer.run();
    }
  }

  /// No more messages than the rate allows, and no more time than has really passed.
  private void slowly(long stride, double perSecond) {
    owed = Math.min(owed + stride / 1e9 * perSecond, Math.max(1, perSecond / 10));
    long end = play.vm().nanos() + stride;
    while (owed >= 1 && stepTo(end)) {
      owed--;
    }
  }

  /// Goes on until something is to be seen: hands from outside take messages too.
  ///
  /// @return false if nothing was up to that moment
  private boolean stepTo(long end) {
    for (int i = 0; i < MOST_UNSEEN; i++) {
      if (!play.vm().steps().stepUntil(end)) {
        return false;
      }
      if (sawSomething()) {
        return true;
      }
    }
    return true;
  }

  private boolean sawSomething() {
    newest.clear();
    bus.pump();
    return newest.stream().anyMatch(LessonWorld::isSeen);
  }

  private static boolean isSeen(Stamped stamped) {
    return stamped.event() instanceof RuntimeEvent.Received
        || stamped.event() instanceof RuntimeEvent.Initialized
        || stamped.event() instanceof RuntimeEvent.Exited;
  }

  /// Takes what happened off the bus, for the next [#pass].
  void gather() {
    bus.pump();
    newest.clear();
  }

  private void pump(Consumer<List<Stamped>> batches) {
    gather();
    for (var batch = arrived.poll(); batch != null; batch = arrived.poll()) {
      batches.accept(batch);
    }
  }

  @Override
  public void carryOut(Effect effect, Consumer<String> refuse) {
    Consumer<String> later = line -> answers.add(() -> refuse.accept(line));
    switch (effect) {
      case Effect.Pause _ -> paused = true;
      case Effect.Play _ -> paused = false;
      case Effect.StepOnce _ -> {
        paused = true;
        stepOnce();
      }
      case Effect.Speed(var next) -> {
        tempo = next;
        owed = 0;
      }
      case Effect.Deliver(var to, _) -> {
        paused = true;
        told(act(effect, later), to).ifPresent(later);
      }
      case Effect.Spawn _,
          Effect.Send _,
          Effect.Crash _,
          Effect.Stop _,
          Effect.Suspend _,
          Effect.Resume _,
          Effect.CrashTree _,
          Effect.Chaos _,
          Effect.EndChaos _,
          Effect.Load _,
          Effect.EndLoad _,
          Effect.Slow _,
          Effect.EndSlow _ ->
          act(effect, later);
      case Effect.OfSession _ ->
          throw new IllegalArgumentException("the session does this itself: " + effect);
    }
  }

  private Steps.Delivered act(Effect effect, Consumer<String> refuse) {
    return Deeds.of(effect, performance::who)
        .map(deed -> performance.act(deed, refuse))
        .orElse(Steps.Delivered.TAKEN);
  }

  /// Lets one process handle one message; where none can, lets time pass until one could.
  private void stepOnce() {
    var steps = play.vm().steps();
    for (int i = 0; i < MOST_UNSEEN; i++) {
      var due = steps.nextDueNanos();
      if (steps.ready() == 0 && due.isEmpty()) {
        return;
      }
      long end = steps.ready() > 0 ? play.vm().nanos() : due.getAsLong();
      if (steps.stepUntil(end) && sawSomething()) {
        return;
      }
    }
  }

  private static Optional<String> told(Steps.Delivered delivered, Pid to) {
    return switch (delivered) {
      case TAKEN -> Optional.empty();
      case FIRST -> Optional.of(Words.get("deliver.first", to));
      case NOT_ITS_TURN -> Optional.of(Words.get("deliver.notItsTurn", to));
      case SUSPENDED -> Optional.of(Words.get("deliver.suspended", to));
      case GONE -> Optional.of(Words.get("deliver.gone", to));
    };
  }

  @Override
  public void within(long realNanos) {
    turnNanos = realNanos;
  }

  @Override
  public double kept() {
    return paused || !(tempo instanceof Tempo.Times) ? 1 : pace.kept();
  }

  @Override
  public ProcessTable table() {
    return table;
  }

  @Override
  public Situation situation() {
    return new Situation(
        Words.get("source.lesson", name),
        true,
        Lessons.names(),
        name,
        new ArrayList<>(Repertoire.names()),
        paused,
        tempo,
        false,
        0,
        false,
        Long.toString(seed),
        Optional.empty(),
        troubles(),
        Optional.empty());
  }

  private Troubles troubles() {
    var mischief = play.mischief();
    return new Troubles(
        mischief
            .chaos()
            .map(c -> new Troubles.Chaos(nameOf(c.scope()), c.perSecond(), c.seed(), c.kills())),
        mischief.loads().stream()
            .map(l -> new Troubles.Load(l.path(), nameOf(l.path()), l.perSecond(), l.sent()))
            .toList(),
        mischief.slow().entrySet().stream()
            .map(e -> new Troubles.Slow(e.getKey(), nameOf(e.getKey()), e.getValue().toMillis()))
            .toList());
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public int schedulers() {
    return 1;
  }

  Scenario scenario() {
    return play.scenario();
  }

  /// {@return the same once more, at its beginning, held; it has to have the same events
  ///
  /// @param common how many of them
  LessonWorld again(long common) {
    return held(
        new LessonWorld(
            name, source, run(), bus -> new Fingerprint(bus, performance.print(), common)));
  }

  /// {@return another run of the same lesson, at its beginning, held}
  LessonWorld along(Run branch) {
    return held(new LessonWorld(name, source, branch, Fingerprint::new));
  }

  private LessonWorld held(LessonWorld next) {
    next.paused = true;
    next.tempo = tempo;
    return next;
  }

  Performance performance() {
    return performance;
  }

  /// {@return the file or lesson, as on the command line}
  String source() {
    return source;
  }

  @Override
  public Supplier<understudy.export.Run> told() {
    Run run = run();
    Moment moment = moment();
    return () -> PlayedRun.of(run, Optional.of(moment));
  }

  /// {@return what has been played so far}
  Run run() {
    return performance.soFar();
  }

  /// {@return where it is}
  Moment moment() {
    return performance.moment();
  }

  long seed() {
    return seed;
  }

  @Override
  public void close() {
    performance.close();
    bus.close();
  }
}
