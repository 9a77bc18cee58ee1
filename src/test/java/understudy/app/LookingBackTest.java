package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.recording.Metadata;
import understudy.recording.Recording;
import understudy.recording.RecordingFailed;
import understudy.recording.Replay;
import understudy.recording.Tape;
import understudy.viewmodel.Camera;
import understudy.viewmodel.EventFilter;
import understudy.viewmodel.EventPage;
import understudy.viewmodel.Extent;
import understudy.viewmodel.Facts;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Studio;
import understudy.viewmodel.Wish;

/// What is known of the time before a moment that somebody jumped to.
@Timeout(120)
class LookingBackTest {
  private static final long SEED = 11;
  private static final long SECOND = 1_000_000_000;
  private static final int WORKERS = 8;
  private static final Pid TOP = new Pid(1);

  private final List<Stamped> all = new ArrayList<>();
  private final Random random = new Random(SEED);
  private final Pid[] workers = new Pid[WORKERS];
  private final List<RuntimeEvent.Sent> waiting = new ArrayList<>();
  private long stepNanos;
  private long nanos;
  private long next = 2;
  private long message;

  private void tell(RuntimeEvent event) {
    nanos += stepNanos;
    all.add(new Stamped(all.size() + 1, nanos, nanos / 1_000_000, event));
  }

  private void start(int i) {
    workers[i] = new Pid(next++);
    tell(new RuntimeEvent.Spawned(workers[i], TOP, "Worker"));
    tell(
        new RuntimeEvent.ChildStarting(
            TOP, "w" + i, workers[i], ChildKind.WORKER, RestartType.PERMANENT, 1));
    tell(new RuntimeEvent.Initialized(workers[i]));
    tell(new RuntimeEvent.ChildStarted(TOP, "w" + i, workers[i]));
  }

  /// Workers that send each other messages and crash now and then.
  private Recording played(int events, double seconds) {
    stepNanos = Math.round(seconds * 1e9 / events);
    tell(new RuntimeEvent.Spawned(TOP, Pid.NONE, "Supervisor"));
    tell(new RuntimeEvent.Supervising(TOP, "one_for_one", 100, 5));
    for (int i = 0; i < WORKERS; i++) {
      start(i);
    }
    while (all.size() < events) {
      int i = random.nextInt(WORKERS);
      if (random.nextInt(400) == 0) {
        var boom = ExitReason.atom("boom");
        waiting.removeIf(sent -> sent.to().equals(workers[i]));
        tell(new RuntimeEvent.Exited(workers[i], boom));
        tell(new RuntimeEvent.ChildExited(TOP, "w" + i, workers[i], boom, Decision.RESTART, 1));
        start(i);
      } else if (waiting.size() > 60 || (!waiting.isEmpty() && random.nextBoolean())) {
        var sent = waiting.removeFirst();
        tell(new RuntimeEvent.Received(sent.to(), sent.messageId(), sent.label()));
      } else {
        var sent = new RuntimeEvent.Sent(workers[i], workers[7 - i], ++message, "m");
        waiting.add(sent);
        tell(sent);
      }
    }
    return kept(64 << 20);
  }

  private Recording kept(long bytes) {
    try (var tape = new Tape("run", metadata(), bytes)) {
      tape.append(all);
      return tape.recording();
    }
  }

  private static Metadata metadata() {
    return new Metadata("run", "run", SEED, Metadata.Scheduler.STEPPED, 0, "test");
  }

  private static Playback at(Recording recording, long nanos, int slot, int lines)
      throws RecordingFailed {
    var playback = new Playback(System::nanoTime, recording);
    playback.look(slot, lines);
    playback.seek(nanos);
    while (!playback.isThere()) {
      playback.pass();
    }
    return playback;
  }

  /// Lets it find out all it wants to know.
  private static void settle(Playback playback, int slot, int lines) throws RecordingFailed {
    for (boolean other = true; other; ) {
      frame(playback, slot, lines);
      playback.look(slot, lines);
      other = playback.pass();
      while (playback.isDeepening()) {
        other |= playback.pass();
      }
    }
  }

  private static Frame frame(Playback playback, int slot, int lines) {
    var filter = new EventFilter(EventFilter.ALL.least(), -1, "", lines);
    var wish = new Wish(new Extent(900, 600), Camera.FIT, slot, -1, filter, "");
    return playback.studio().frame(wish, playback.table());
  }

  /// What is to be seen by somebody who was there from the beginning.
  private Frame witness(long moment, int slot) {
    var studio = new Studio(System::nanoTime);
    var replay = new Replay();
    for (Stamped each : all) {
      if (each.nanos() <= moment) {
        replay.accept(each);
        studio.accept(List.of(each));
        studio.glance(replay.waiting(), slot, replay);
      }
    }
    replay.advance(moment);
    studio.deepens(false);
    return studio.frame(
        new Wish(new Extent(900, 600), Camera.FIT, slot, -1, EventFilter.ALL, ""), replay);
  }

  private static int sum(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).sum();
  }

  private static int slotOf(Frame frame, Playback playback, String name) {
    OptionalInt found =
        IntStream.range(0, frame.field().size())
            .map(row -> frame.field().slot(row))
            .filter(slot -> playback.studio().path(slot).endsWith("/" + name))
            .findFirst();
    return found.orElseThrow(() -> new AssertionError("nobody is called " + name));
  }

  @Test
  void theLastMinuteIsKnownAtOnceHoweverMuchHappenedInIt() throws Exception {
    var recording = played(200_000, 150);
    long moment = 140 * SECOND;
    var seen = frame(at(recording, moment, -1, EventPage.LIMIT), -1, EventPage.LIMIT);
    var witnessed = witness(moment, -1);
    assertThat(seen.timeline().sent()).isEqualTo(witnessed.timeline().sent());
    assertThat(seen.timeline().depth()).isEqualTo(witnessed.timeline().depth());
    assertThat(seen.timeline().marks()).isEqualTo(witnessed.timeline().marks());
    assertThat(seen.strip()).isEqualTo(witnessed.strip());
  }

  @Test
  void theInspectorKnowsTheMinuteOfWhoIsSelected() throws Exception {
    var recording = played(200_000, 150);
    long moment = 140 * SECOND;
    var playback = at(recording, moment, -1, EventPage.LIMIT);
    int slot = slotOf(frame(playback, -1, EventPage.LIMIT), playback, "w3");
    settle(playback, slot, EventPage.LIMIT);
    var facts = frame(playback, slot, EventPage.LIMIT).facts().orElseThrow();
    var witnessed = witness(moment, slot).facts().orElseThrow();
    assertThat(facts.history()).hasSize(Facts.SAMPLES);
    assertThat(sum(facts.restartHistory()))
        .isPositive()
        .isCloseTo(sum(witnessed.restartHistory()), within(1));
    assertThat(sum(facts.history()) / (double) Facts.SAMPLES)
        .isCloseTo(sum(witnessed.history()) / (double) Facts.SAMPLES, within(1.5));
    assertThat(facts.pid()).isEqualTo(witnessed.pid());
  }

  @Test
  void theEventListSaysFromWhenOnItKnowsAndMoreIsToBeHad() throws Exception {
    var recording = played(200_000, 15_000);
    long moment = 14_000 * SECOND;
    var playback = at(recording, moment, -1, EventPage.LIMIT);
    var page = frame(playback, -1, EventPage.LIMIT).events();
    assertThat(page.sinceNanos()).isBetween(10_000 * SECOND, moment);
    playback.look(-1, EventPage.LIMIT);
    page = frame(playback, -1, EventPage.LIMIT).events();
    assertThat(page.earlier()).isTrue();
    settle(playback, -1, 700);
    page = frame(playback, -1, 700).events();
    assertThat(page.lines().size()).isEqualTo(700);
    var whole = witness(moment, -1).events();
    assertThat(page.lines().subList(400, 700)).isEqualTo(whole.lines());
  }

  @Test
  void whoAsksForAllComesToTheBeginningAndThereIsNoMore() throws Exception {
    var recording = played(60_000, 6_000);
    var playback = at(recording, 5_900 * SECOND, -1, EventPage.LIMIT);
    assertThat(frame(playback, -1, EventPage.LIMIT).events().sinceNanos()).isPositive();
    settle(playback, -1, 4_000);
    var page = frame(playback, -1, 4_000).events();
    assertThat(page.sinceNanos()).isEqualTo(-1);
    assertThat(page.earlier()).isFalse();
    assertThat(page.total()).isEqualTo(page.lines().size());
    assertThat(page.total()).isEqualTo(witness(5_900 * SECOND, -1).events().total());
  }

  @Test
  void whereTheBeginningIsForgottenMoreIsFoundOutUpToWhereItIsKept() throws Exception {
    played(300_000, 30_000);
    var recording = kept(2_000_000);
    long first = recording.since();
    assertThat(first).isBetween(30_000L, 220_000L);
    long moment = recording.totals().firstNanos() + 7_000 * SECOND;
    var playback = at(recording, moment, -1, EventPage.LIMIT);
    settle(playback, -1, 5_000);
    var page = frame(playback, -1, 5_000).events();
    assertThat(page.sinceNanos()).isLessThanOrEqualTo(recording.totals().firstNanos());
    assertThat(page.earlier()).isFalse();
    var whole = witness(moment, -1).events();
    assertThat(page.lines().subList(page.lines().size() - 300, page.lines().size()))
        .isEqualTo(whole.lines());
  }

  @Test
  void beforeAnythingWasDrawnNothingMoreIsLookedFor() throws Exception {
    var recording = played(200_000, 15_000);
    var playback = at(recording, 14_000 * SECOND, -1, EventPage.LIMIT);
    frame(playback, -1, 700);
    playback.look(-1, 700);
    playback.pass();
    while (playback.isDeepening()) {
      playback.pass();
    }
    playback.pass();
    assertThat(playback.isDeepening()).isFalse();
  }

  @Test
  void whatIsShownStaysWhileMoreIsFoundOut() throws Exception {
    var recording = played(200_000, 150);
    var playback = at(recording, 140 * SECOND, 3, EventPage.LIMIT);
    var before = frame(playback, 3, EventPage.LIMIT);
    long sequence = playback.sequence();
    settle(playback, 3, EventPage.LIMIT);
    var after = frame(playback, 3, EventPage.LIMIT);
    assertThat(playback.sequence()).isEqualTo(sequence);
    assertThat(after.strip()).isEqualTo(before.strip());
    assertThat(after.timeline()).isEqualTo(before.timeline());
    assertThat(after.facts().orElseThrow().pid()).isEqualTo(before.facts().orElseThrow().pid());
    assertThat(after.facts().orElseThrow().history().size())
        .isGreaterThan(before.facts().orElseThrow().history().size());
  }
}
