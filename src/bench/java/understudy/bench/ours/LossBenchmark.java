package understudy.bench.ours;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.bus.Detail;
import understudy.bus.EventBus;
import understudy.event.EventSink;
import understudy.event.Pid;
import understudy.recording.Metadata;
import understudy.recording.RecordingFailed;
import understudy.recording.RecordingWriter;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// How much less a live system does while every event of it is written to a recording, in per cent.
///
/// Pairs send one message back and forth and compute for some microseconds in between, so that two
/// processors make about a million events a second. The system is run without and with a recording
/// by turns of half a second, each of its own, now this one first and now that, and what counts is
/// the median of the ratios: other load on the machine falls on both alike. A turn that drops
/// events does not count: that is cheaper than to write them.
final class LossBenchmark implements Benchmark {
  private static final int ROUNDS = 11;
  private static final int MOST_ROUNDS = 3 * ROUNDS;
  private static final int CAPACITY = 1 << 16;
  private static final long WARM_MILLIS = 150;
  private static final long TURN_MILLIS = 500;
  private static final boolean TOLD = Boolean.getBoolean("bench.recording.told");

  /// Sends what it gets back, after a while of computing.
  private static final class Thinker extends Worker {
    private final LongAdder handled;
    private final long thoughts;
    private long mind = 1;

    Thinker(LongAdder handled, long thoughts) {
      this.handled = handled;
      this.thoughts = thoughts;
    }

    @Override
    public void handle(Self self, Object message) {
      for (long i = 0; i < thoughts; i++) {
        mind ^= mind << 13; // Marsaglia's xorshift: no compiler makes many steps of it one.
        mind ^= mind >>> 7;
        mind ^= mind << 17;
      }
      handled.increment();
      if (message instanceof Pid from && mind != 0) {
        self.send(from, self.pid());
      }
    }
  }

  /// What a turn with a recording came to.
  private record Turn(double perSecond, long bytes, long events, long lost) {}

  private final Load load;

  LossBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    List<Double> losses = new ArrayList<>();
    for (int round = 0; losses.size() < ROUNDS; round++) {
      if (round == MOST_ROUNDS) {
        throw new IOException(
            "in %d of %d turns events were dropped: nothing to compare"
                .formatted(round - losses.size(), round));
      }
      double off;
      Turn on;
      if (round % 2 == 0) {
        off = rate(EventSink.NONE);
        on = recorded();
      } else {
        on = recorded();
        off = rate(EventSink.NONE);
      }
      if (on.lost() == 0) {
        losses.add(100 * (1 - on.perSecond() / off));
      }
      if (TOLD) {
        System.err.printf(
            "recording off %,.0f, on %,.0f messages a second; %,.0f events a second, %.2f bytes"
                + " each, %.2f %% lost%n",
            off,
            on.perSecond(),
            2 * on.perSecond(),
            (double) on.bytes() / on.events(),
            100.0 * on.lost() / (on.events() + on.lost()));
      }
    }
    losses.sort(null);
    watch.value(losses.get(ROUNDS / 2));
  }

  private Turn recorded() throws IOException, InterruptedException, RecordingFailed {
    var file = Files.createTempFile("bench", ".understudy");
    try {
      return turn(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private Turn turn(Path file) throws IOException, InterruptedException, RecordingFailed {
    var metadata = new Metadata("bench", "bench", 1, Metadata.Scheduler.LIVE, 0, "bench");
    try (var writer = RecordingWriter.create(file, metadata);
        var bus = new EventBus(Detail.MESSAGES, CAPACITY, System::currentTimeMillis)) {
      bus.subscribe(batch -> {
        try {
          writer.append(batch.events());
        } catch (RecordingFailed e) {
          throw new IllegalStateException(e.line(), e);
        }
      });
      bus.start();
      double rate = rate(bus);
      bus.flush();
      writer.flush();
      return new Turn(
          rate, Files.size(writer.part()), writer.totals().events(), bus.stats().dropped());
    }
  }

  private double rate(EventSink sink) throws InterruptedException {
    var handled = new LongAdder();
    try (var vm = Vm.live(sink)) {
      List<Pid> pids = new ArrayList<>();
      for (int i = 0; i < load.processes(); i++) {
        pids.add(vm.spawn(new Thinker(handled, load.operations())));
      }
      for (int i = 0; i + 1 < pids.size(); i += 2) {
        vm.send(pids.get(i), pids.get(i + 1));
      }
      Thread.sleep(WARM_MILLIS);
      long before = handled.sum();
      long begun = System.nanoTime();
      Thread.sleep(TURN_MILLIS);
      double rate = (handled.sum() - before) * 1e9 / (System.nanoTime() - begun);
      Live.clear(vm, pids);
      return rate;
    }
  }
}
