package understudy.bench.ours;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.recording.Keyframe;
import understudy.recording.Metadata;
import understudy.recording.Opening;
import understudy.recording.Recording;
import understudy.recording.RecordingFailed;
import understudy.recording.RecordingReader;
import understudy.recording.RecordingWriter;
import understudy.recording.Replay;
import understudy.recording.Trend;
import understudy.viewmodel.Level;
import understudy.viewmodel.Studio;

/// A recording of one supervisor whose workers send each other messages, and crash now and then.
final class RecordingBenchmark implements Benchmark {
  /// What is timed.
  enum Kind {
    /// Writing, in nanoseconds an event.
    WRITE,
    /// Opening, in milliseconds.
    OPEN,
    /// Folding what a window needs for a moment at random, in milliseconds: the 99th percentile.
    SEEK
  }

  private static final int BATCH = 1_000;
  private static final int CRASH_EVERY = 5_000;
  private static final long LEAD = 5_000;
  private static final int SEEKS = 100;
  private static final boolean TOLD = Boolean.getBoolean("bench.recording.told");

  private final Load load;
  private final Kind kind;
  private final SplittableRandom random = new SplittableRandom(1);
  private final List<Stamped> batch = new ArrayList<>();
  private final List<RuntimeEvent.Sent> waiting = new ArrayList<>();
  private Optional<Path> made = Optional.empty();
  private long sequence;
  private long nextPid;

  RecordingBenchmark(Load load, Kind kind) {
    this.load = load;
    this.kind = kind;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    if (kind == Kind.WRITE || made.isEmpty()) {
      write(watch);
    }
    switch (kind) {
      case WRITE -> {}
      case OPEN -> {
        long begun = System.nanoTime();
        open();
        watch.value((System.nanoTime() - begun) / 1e6);
      }
      case SEEK -> watch.value(seek(open()));
    }
  }

  private void write(Watch watch) throws IOException, RecordingFailed {
    var file = Files.createTempFile("bench", ".understudy");
    file.toFile().deleteOnExit();
    made = Optional.of(file);
    sequence = 0;
    waiting.clear();
    if (kind == Kind.WRITE) {
      watch.start();
    }
    var metadata = new Metadata("bench", "bench", 1, Metadata.Scheduler.LIVE, 0, "bench");
    try (var writer = RecordingWriter.create(file, metadata)) {
      Pid[] workers = begin();
      while (sequence < load.operations()) {
        go(workers);
        if (batch.size() >= BATCH) {
          writer.append(batch);
          batch.clear();
        }
      }
      writer.append(batch);
      batch.clear();
    }
    if (kind == Kind.WRITE) {
      watch.stop(sequence);
    }
    if (TOLD) {
      System.err.printf(
          "recording: %,d events, %.2f bytes each%n",
          sequence, (double) Files.size(file) / sequence);
    }
  }

  private Pid[] begin() {
    var top = new Pid(1);
    nextPid = 2;
    tell(new RuntimeEvent.Spawned(top, Pid.NONE, "Supervisor"));
    tell(new RuntimeEvent.Supervising(top, "one_for_one", 100, 5));
    var workers = new Pid[load.processes()];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = start(top, i, 1);
    }
    return workers;
  }

  private Pid start(Pid top, int number, int incarnation) {
    var worker = new Pid(nextPid++);
    String id = "w" + number;
    tell(new RuntimeEvent.Spawned(worker, top, "Worker"));
    tell(
        new RuntimeEvent.ChildStarting(
            top, id, worker, ChildKind.WORKER, RestartType.PERMANENT, incarnation));
    tell(new RuntimeEvent.Initialized(worker));
    tell(new RuntimeEvent.ChildStarted(top, id, worker));
    return worker;
  }

  private void go(Pid[] workers) {
    int at = random.nextInt(workers.length);
    if (random.nextInt(CRASH_EVERY) == 0) {
      var dead = workers[at];
      var why = ExitReason.atom("boom");
      waiting.removeIf(sent -> sent.to().equals(dead));
      tell(new RuntimeEvent.Exited(dead, why));
      tell(new RuntimeEvent.ChildExited(new Pid(1), "w" + at, dead, why, Decision.RESTART, 1));
      workers[at] = start(new Pid(1), at, 2);
    } else if (!waiting.isEmpty() && random.nextBoolean()) {
      var sent = waiting.removeLast();
      tell(new RuntimeEvent.Received(sent.to(), sent.messageId(), sent.label()));
    } else {
      var sent =
          new RuntimeEvent.Sent(
              workers[at], workers[random.nextInt(workers.length)], sequence, "{ping, <0.1.0>}");
      if (waiting.size() < BATCH) {
        waiting.add(sent);
      }
      tell(sent);
    }
  }

  /// A million events a second.
  private void tell(RuntimeEvent event) {
    sequence++;
    batch.add(new Stamped(sequence, sequence * 1_000, sequence / 1_000, event));
  }

  private Recording open() {
    return switch (RecordingReader.open(made.orElseThrow())) {
      case Opening.Opened(var recording, _) -> recording;
      case Opening.Refused(var line) -> throw new IllegalStateException(line);
    };
  }

  private double seek(Recording recording) throws RecordingFailed {
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < SEEKS; i++) {
      long moment = 1 + random.nextLong(recording.totals().lastNanos());
      long begun = System.nanoTime();
      var folded = fold(recording, moment);
      took.add((System.nanoTime() - begun) / 1e6);
      if (folded.nanos() > moment) {
        throw new IllegalStateException("sought " + moment + ", came to " + folded.nanos());
      }
    }
    Collections.sort(took);
    if (TOLD) {
      System.err.printf(
          "seek: median %.1f ms, last %.1f ms%n", took.get(SEEKS / 2), took.getLast());
    }
    return took.get(SEEKS * 99 / 100 - 1);
  }

  /// What the window does for a moment.
  private static Studio fold(Recording recording, long moment) throws RecordingFailed {
    var after = recording.seekNanos(moment + 1).peek();
    long target = after.map(Stamped::sequence).orElse(recording.totals().lastSequence() + 1) - 1;
    var from = recording.keyframe(target, LEAD);
    var studio =
        from.map(key -> new Studio(System::nanoTime, key.graph(), key.handled(), key.waiting()))
            .orElseGet(() -> new Studio(System::nanoTime));
    long begin = from.map(Keyframe::sequence).orElse(0L);
    var before = recording.trendBefore(begin, moment - Studio.MINUTE_NANOS);
    for (var each : before) {
      studio.recall(
          each.number() * Trend.NANOS,
          each.sent(),
          each.waiting(),
          each.restarts(),
          each.crashes(),
          Level.INFO);
    }
    var replay = from.map(Replay::new).orElseGet(Replay::new);
    var cursor = recording.seekSequence(begin + 1);
    List<Stamped> piece = new ArrayList<>();
    for (var next = cursor.next();
        next.isPresent() && next.get().sequence() <= target;
        next = cursor.next()) {
      replay.accept(next.get());
      piece.add(next.get());
    }
    studio.accept(piece);
    return studio;
  }
}
