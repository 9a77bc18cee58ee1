package understudy.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import understudy.event.Stamped;
import understudy.recording.Metadata;
import understudy.recording.RecordingFailed;
import understudy.scenario.Reading;
import understudy.ui.UiPort;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Latest;
import understudy.viewmodel.Machine;
import understudy.viewmodel.Notice;
import understudy.viewmodel.Showing;
import understudy.viewmodel.Sides;
import understudy.viewmodel.SidesWish;
import understudy.viewmodel.Situation;
import understudy.viewmodel.Stride;
import understudy.viewmodel.Studio;
import understudy.viewmodel.Wish;
import understudy.viewmodel.Words;

/// One world behind one window.
///
/// A single thread owns the world and everything made from it; [#pass] is its turn. The window's
/// thread only leaves wishes and effects and takes the newest frame. Without [#start], whoever
/// calls [#pass] is that thread: so a run without window plays frame by frame.
final class Session implements UiPort, AutoCloseable {
  static final String VERSION = "0.1.0";
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final long TURN_NANOS = 8_000_000;
  private static final String ONE_STREAM = Words.get("record.oneStream");

  private final Queue<Effect> effects = new ConcurrentLinkedQueue<>();
  private final Queue<Notice> lines = new ConcurrentLinkedQueue<>();
  private final ExportDesk exports = new ExportDesk(this::say);
  private final RecordDesk records = new RecordDesk(this::tell);
  private final Load load = new Load();
  private final Latest<Frame> frames = new Latest<>();
  private final Detours detours;
  private final long seed;
  private final RecentFiles recent;
  private volatile Wish wish = Wish.FIRST;
  private volatile boolean frameWanted = true;
  private volatile boolean closed;
  private volatile boolean real;
  private Optional<World> world = Optional.empty();
  private Deck deck = Deck.empty(System::nanoTime);
  private Studio studio = new Studio(System::nanoTime);
  private Optional<Notice> notice = Optional.empty();
  private long notices;

  Session(long seed) {
    this(seed, _ -> {}, new RecentFiles(Optional.empty()));
  }

  /// @param clipboard takes text that a person wants to have there, on the session's thread
  /// @param recent the files that were opened last
  Session(long seed, Consumer<String> clipboard, RecentFiles recent) {
    this.seed = seed;
    this.recent = recent;
    this.detours = new Detours(clipboard, this::tell, this::put);
  }

  // ---- from the window's thread ----

  @Override
  public void wish(Wish next) {
    wish = next;
  }

  @Override
  public void ask() {
    frameWanted = true;
  }

  @Override
  public Optional<Frame> poll() {
    return frames.poll();
  }

  @Override
  public void carryOut(Effect effect) {
    effects.add(effect);
  }

  @Override
  public void wish(SidesWish next) {
    detours.beside().wish(next);
  }

  @Override
  public Optional<Sides> sides() {
    return detours.beside().poll();
  }

  /// Shows a line as a notice; any thread.
  void say(boolean problem, String line) {
    lines.add(new Notice(0, problem, line));
  }

  // ---- on its own thread ----

  /// Gives the session a thread of its own.
  void start() {
    real = true;
    Thread.ofPlatform().daemon().name("understudy-world").start(this::run);
  }

  private void run() {
    long before = System.nanoTime();
    while (!closed) {
      long now = System.nanoTime();
      try {
        pass(now - before);
      } catch (RuntimeException e) {
        LOG.error("the world stumbled", e);
        tell(true, Words.get("stumbled", String.valueOf(e.getMessage())));
      }
      before = now;
      LockSupport.parkNanos(Math.max(0, TURN_NANOS - (System.nanoTime() - now)));
    }
  }

  /// Lets real time pass: does what was asked, plays on, and draws up a frame if one was asked for.
  void pass(long realNanos) {
    for (var effect = effects.poll(); effect != null; effect = effects.poll()) {
      boolean overtaken = effect instanceof Effect.Seek && effects.peek() instanceof Effect.Seek;
      if (!overtaken) {
        act(effect);
      }
    }
    for (var line = lines.poll(); line != null; line = lines.poll()) {
      tell(line.problem(), line.text());
    }
    long began = System.nanoTime();
    if (detours.isOn()) {
      detours.pass(realNanos);
    } else {
      world.ifPresent(one -> one.pass(realNanos, this::take));
      deck.look(wish);
      travelling(() -> deck.pass(realNanos));
    }
    load.note(System.nanoTime() - began, realNanos);
    if (frameWanted) {
      frameWanted = false;
      var present = world.map(World::table).orElseGet(NoProcesses::new);
      var shown = deck.shown().map(Playback::studio).orElse(studio);
      shown.situation(situation());
      shown.machine(machine());
      shown.scrubber(deck.scrubber(present.nanos()));
      frames.publish(shown.frame(wish, deck.shown().map(Playback::table).orElse(present)));
      detours.beside().publish();
    }
  }

  private interface Travelling {
    void go() throws RecordingFailed;
  }

  private void travelling(Travelling what) {
    try {
      what.go();
    } catch (RecordingFailed e) {
      tell(true, e.line());
      deck.halt();
    }
  }

  private void take(List<Stamped> batch) {
    records.take(batch);
    studio.accept(batch);
    deck.take(batch);
  }

  private Situation situation() {
    var base = world.map(World::situation).orElseGet(() -> Situation.offering(Lessons.names()));
    var here = deck.shown().isPresent() ? base.elsewhere(deck.isPlaying(), deck.tempo()) : base;
    return here.withRecording(records.isRecording(), records.events()).withNotice(notice);
  }

  private void act(Effect effect) {
    switch (effect) {
      case Effect.StartRecording _ -> startRecording();
      case Effect.StopRecording _ -> records.stop();
      case Effect.SaveRecording(var file) -> records.save(file);
      case Effect.Export(var extract, var file) ->
          world.ifPresent(one -> exports.export(one.told(), extract, file));
      case Effect.Open(var file) -> open(file);
      case Effect.OpenLesson(var name) -> openLesson(name, Lessons.read(name));
      case Effect.Show(Showing.GoOn _) when records.isRecording() -> tell(true, ONE_STREAM);
      case Effect.Show(var what) -> detours.show(what);
      case Effect.Fork(var event, var nanos) -> fork(event, nanos, Optional.empty());
      case Effect.CopyCommand _ -> detours.copyCommand();
      case Effect.StartChat(var forOthers) -> startChat(forOthers);
      case Effect.DismissNotice _ -> notice = Optional.empty();
      case Effect.Seek(var nanos) -> travelling(() -> deck.seek(nanos));
      case Effect.Travel(var by, var forth, var slot) -> travel(by, forth, slot);
      case Effect.ToNow _ -> travelling(deck::toNow);
      case Effect.Pause _ when deck.shown().isPresent() -> travelling(() -> deck.play(false));
      case Effect.Play _ when deck.shown().isPresent() -> travelling(() -> deck.play(true));
      case Effect.StepOnce _ when deck.shown().isPresent() -> travel(Stride.EVENT, true, -1);
      case Effect.Speed(var tempo) when deck.shown().isPresent() -> deck.tempo(tempo);
      case Effect.Spawn _,
          Effect.Send _,
          Effect.Crash _,
          Effect.Stop _,
          Effect.Suspend _,
          Effect.Resume _,
          Effect.Pause _,
          Effect.Play _,
          Effect.StepOnce _,
          Effect.Speed _,
          Effect.CrashTree _,
          Effect.Deliver _,
          Effect.Chaos _,
          Effect.EndChaos _,
          Effect.Load _,
          Effect.EndLoad _,
          Effect.Slow _,
          Effect.EndSlow _ ->
          inItsTime(effect);
    }
  }

  /// What is done in the past of a lesson makes a branch.
  private void inItsTime(Effect effect) {
    deck.shown()
        .filter(_ -> !deck.isSaved())
        .ifPresentOrElse(
            past -> fork(past.sequence(), past.nanos(), Optional.of(effect)),
            () ->
                detours.whileOff(
                    () -> world.ifPresent(one -> one.carryOut(effect, line -> tell(true, line)))));
  }

  private void fork(long event, long nanos, Optional<Effect> then) {
    if (records.isRecording()) {
      tell(true, ONE_STREAM);
    } else {
      detours.fork(event, nanos, then);
    }
  }

  private void travel(Stride by, boolean forth, int slot) {
    if (by == Stride.PROCESS && slot < 0) {
      tell(true, Words.get("travel.noProcess"));
    } else {
      travelling(() -> deck.travel(by, forth, slot, studio));
    }
  }

  private Machine machine() {
    int schedulers = world.map(World::schedulers).orElse(0);
    var memory = Runtime.getRuntime();
    return new Machine(
        schedulers,
        load.share() * schedulers,
        memory.totalMemory() - memory.freeMemory(),
        world.map(World::kept).orElse(1.0));
  }

  private void tell(boolean problem, String text) {
    notice = Optional.of(new Notice(++notices, problem, text));
  }

  // ---- opening ----

  private void open(Path file) {
    switch (Opened.read(file)) {
      case Opened.Refused(var line) ->
          tell(true, isGone(file) ? Words.get("open.gone", line) : line);
      case Opened.Lesson(var scenario) -> {
        recent.came(file);
        show(new LessonWorld(scenario.id(), file.toString(), scenario, seed));
      }
      case Opened.Recorded(var recording, var damage) -> {
        if (show(new RecordingWorld(recording, damage))) {
          recent.came(file);
          damage.ifPresent(line -> tell(true, line));
        }
      }
    }
  }

  private boolean isGone(Path file) {
    return Files.notExists(file) && recent.gone(file);
  }

  private void openLesson(String name, Reading reading) {
    switch (reading) {
      case Reading.Good(var scenario) -> show(new LessonWorld(name, name, scenario, seed));
      case Reading.Bad(var diagnostics) ->
          tell(true, diagnostics.stream().map(Object::toString).collect(Collectors.joining("; ")));
    }
  }

  private void startChat(boolean forOthers) {
    try {
      show(ChatWorld.start(forOthers));
    } catch (IOException e) {
      tell(true, Words.get("refused.chatStart", String.valueOf(e.getMessage())));
    }
  }

  /// {@return whether it is open now; if not, what was open still is}
  private boolean show(World next) {
    boolean open = put(next);
    if (open) {
      detours.begin(next);
    }
    return open;
  }

  private boolean put(World next) {
    Deck ready;
    try {
      ready = deckFor(next);
    } catch (RecordingFailed e) {
      next.close();
      tell(true, e.line());
      return false;
    }
    world.ifPresent(World::close);
    if (records.end()) {
      tell(false, Words.get("record.ended"));
    } else {
      notice = Optional.empty();
    }
    if (real) {
      next.within(TURN_NANOS);
    }
    world = Optional.of(next);
    studio = new Studio(System::nanoTime);
    deck.close();
    deck = ready;
    return true;
  }

  private Deck deckFor(World next) throws RecordingFailed {
    return switch (next) {
      case RecordingWorld(var recording, _) -> Deck.saved(System::nanoTime, recording, deck);
      case LessonWorld lesson -> live(metadata(lesson));
      case ChatWorld _ -> live(metadataOfChat());
    };
  }

  private Deck live(Metadata metadata) {
    return Deck.live(System::nanoTime, metadata.scenario(), metadata, deck);
  }

  // ---- recording ----

  private void startRecording() {
    switch (world.orElse(null)) {
      case LessonWorld lesson -> records.start(metadata(lesson));
      case ChatWorld _ -> records.start(metadataOfChat());
      case RecordingWorld _ -> tell(true, Words.get("record.again"));
      case null -> tell(true, Words.get("record.nothing"));
    }
  }

  private static Metadata metadataOfChat() {
    return new Metadata(
        "The chat", "chat", 0, Metadata.Scheduler.LIVE, System.currentTimeMillis(), VERSION);
  }

  private static Metadata metadata(LessonWorld lesson) {
    return new Metadata(
        lesson.scenario().title(),
        lesson.scenario().id(),
        lesson.seed(),
        Metadata.Scheduler.STEPPED,
        System.currentTimeMillis(),
        VERSION);
  }

  @Override
  public void close() {
    closed = true;
    detours.close();
    exports.close();
    world.ifPresent(World::close);
    deck.close();
    records.close();
  }
}
