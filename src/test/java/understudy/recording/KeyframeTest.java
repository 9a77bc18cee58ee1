package understudy.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.graph.Graph;

/// Going on from the middle of a recording shows what playing it from its beginning shows.
class KeyframeTest {
  private static final long SEED = 7;
  private static final int WORKERS = 60;

  @TempDir Path folder;
  private final List<Stamped> all = new ArrayList<>();
  private long nanos;

  private void tell(RuntimeEvent event) {
    nanos += 30_000;
    all.add(new Stamped(all.size() + 1, nanos, 1_000 + nanos / 1_000_000, event));
  }

  /// A supervisor whose workers send each other messages and crash.
  @BeforeEach
  void play() {
    var random = new Random(SEED);
    Pid top = new Pid(1);
    long next = 2;
    long message = 0;
    Pid[] workers = new Pid[WORKERS];
    tell(new RuntimeEvent.Spawned(top, Pid.NONE, "Supervisor"));
    tell(new RuntimeEvent.Supervising(top, "one_for_one", 100, 5));
    for (int i = 0; i < WORKERS; i++) {
      workers[i] = new Pid(next++);
      start(top, i, workers[i], 1);
    }
    tell(new RuntimeEvent.Initialized(top));
    List<RuntimeEvent.Sent> waiting = new ArrayList<>();
    while (all.size() < 150_000) {
      int from = random.nextInt(WORKERS);
      if (random.nextInt(400) == 0) {
        Pid dead = workers[from];
        waiting.removeIf(sent -> sent.to().equals(dead));
        tell(new RuntimeEvent.Exited(dead, ExitReason.atom("boom")));
        tell(
            new RuntimeEvent.ChildExited(
                top, "w" + from, dead, ExitReason.atom("boom"), Decision.RESTART, 1));
        workers[from] = new Pid(next++);
        start(top, from, workers[from], 2);
      } else if (waiting.size() > 500 || (!waiting.isEmpty() && random.nextBoolean())) {
        var sent = waiting.removeFirst();
        tell(new RuntimeEvent.Received(sent.to(), sent.messageId(), sent.label()));
      } else {
        var sent =
            new RuntimeEvent.Sent(
                workers[from], workers[random.nextInt(WORKERS)], ++message, "m" + message % 50);
        waiting.add(sent);
        tell(sent);
      }
    }
  }

  private void start(Pid top, int i, Pid worker, int incarnation) {
    tell(new RuntimeEvent.Spawned(worker, top, "Worker"));
    tell(new RuntimeEvent.Linked(top, worker));
    tell(
        new RuntimeEvent.ChildStarting(
            top, "w" + i, worker, ChildKind.WORKER, RestartType.PERMANENT, incarnation));
    tell(new RuntimeEvent.Initialized(worker));
    tell(new RuntimeEvent.ChildStarted(top, "w" + i, worker));
  }

  private Recording written() throws Exception {
    Path file = folder.resolve("a.understudy");
    Samples.write(file, all, all.size());
    return Samples.opened(file).recording();
  }

  private void assertGoesOn(Recording recording, long sequence) throws Exception {
    var from = recording.keyframe(sequence - 1).orElseThrow();
    var graph = new Graph(from.graph());
    var replay = new Replay(from);
    var cursor = recording.seekSequence(from.sequence() + 1);
    for (var next = cursor.next();
        next.isPresent() && next.get().sequence() <= sequence;
        next = cursor.next()) {
      graph.apply(next.get());
      replay.accept(next.get());
    }
    var wholeGraph = new Graph();
    var wholeReplay = new Replay();
    for (Stamped each : all.subList(0, (int) sequence)) {
      wholeGraph.apply(each);
      wholeReplay.accept(each);
    }
    assertThat(graph.snapshot())
        .as("seed %d at %d", SEED, sequence)
        .isEqualTo(wholeGraph.snapshot());
    assertThat(replay.alive()).isEqualTo(wholeReplay.alive());
    for (var slot : graph.snapshot().slots()) {
      assertThat(replay.info(slot.pid())).isEqualTo(wholeReplay.info(slot.pid()));
    }
  }

  @Test
  void goingOnFromAKeyframeIsTheSameAsFromTheBeginning() throws Exception {
    Recording recording = written();
    for (long sequence : new long[] {32_769, 50_000, 98_304, 98_305, 149_999, 150_000}) {
      assertGoesOn(recording, sequence);
    }
  }

  @Test
  void theNewestKeyframeBeforeTheMomentIsTaken() throws Exception {
    Recording recording = written();
    assertThat(recording.keyframe(32_767)).isEmpty();
    assertThat(recording.keyframe(32_768).orElseThrow().sequence()).isEqualTo(32_768);
    assertThat(recording.keyframe(140_000).orElseThrow().sequence()).isEqualTo(131_072);
  }

  @Test
  void theTrendAddsUpToAllThatHappened() throws Exception {
    Trend trend = written().trend();
    assertThat(trend.unknownNanos()).isZero();
    assertThat(trend.buckets()).isSortedAccordingTo((a, b) -> Long.compare(a.number(), b.number()));
    assertThat(trend.buckets().stream().mapToLong(Trend.Bucket::sent).sum())
        .isEqualTo(count(RuntimeEvent.Sent.class));
    assertThat(trend.buckets().stream().mapToLong(Trend.Bucket::crashes).sum())
        .isEqualTo(count(RuntimeEvent.Exited.class));
    assertThat(trend.buckets().stream().mapToLong(Trend.Bucket::restarts).sum())
        .isEqualTo(count(RuntimeEvent.Exited.class));
  }

  private long count(Class<? extends RuntimeEvent> kind) {
    return all.stream().filter(each -> kind.isInstance(each.event())).count();
  }

  @Test
  void aTapeThatIsFullForgetsTheOldestAndStillKnowsWhoIsWho() throws Exception {
    try (Tape tape = new Tape("run", Samples.METADATA, 500_000)) {
      for (int i = 0; i < all.size(); i += 1000) {
        tape.append(all.subList(i, i + 1000));
      }
      Recording recording = tape.recording();
      assertThat(tape.forgotten()).isPositive();
      assertThat(recording.totals().events()).isEqualTo(all.size() - tape.forgotten());
      assertThat(recording.totals().firstSequence()).isEqualTo(tape.forgotten() + 1);
      assertGoesOn(recording, all.size());
      assertGoesOn(recording, tape.forgotten() + 10);
    }
  }

  @Test
  void aDamagedKeyframeOnlyCostsTime() throws Exception {
    Path file = folder.resolve("a.understudy");
    Samples.write(file, all, all.size());
    byte[] bytes = Samples.bytes(file);
    int keyframes = 0;
    for (int at = 0; at + Format.HEAD < bytes.length; at++) {
      if (bytes[at] == (byte) 0xF5
          && bytes[at + 1] == 0x42
          && bytes[at + 4] == Format.KIND_KEYFRAME) {
        keyframes++;
        bytes[at + Format.HEAD + 5] ^= 1;
      }
    }
    assertThat(keyframes).isEqualTo(4);
    java.nio.file.Files.write(file, bytes);
    var opened = Samples.opened(file);
    assertThat(opened.damage().orElse("")).contains("is damaged at byte", "no event is missing");
    assertThat(opened.recording().keyframe(all.size())).isEmpty();
    assertThat(opened.recording().trend().buckets()).isNotEmpty();
    assertThat(Samples.events(opened.recording())).isEqualTo(all);
  }
}
