package understudy.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.recording.Samples.METADATA;
import static understudy.recording.Samples.bytes;
import static understudy.recording.Samples.events;
import static understudy.recording.Samples.everyKind;
import static understudy.recording.Samples.messages;
import static understudy.recording.Samples.opened;
import static understudy.recording.Samples.rest;
import static understudy.recording.Samples.stamped;
import static understudy.recording.Samples.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

class RoundTripTest {
  @TempDir Path folder;

  private List<Stamped> written(List<Stamped> events) throws Exception {
    Path file = folder.resolve("a.understudy");
    write(file, events, Integer.MAX_VALUE / 2);
    var opened = opened(file);
    assertThat(opened.damage()).isEmpty();
    return events(opened.recording());
  }

  private ExitReason reasonBack(ExitReason reason) throws Exception {
    var back = written(stamped(List.of(new RuntimeEvent.Exited(new Pid(1), reason))));
    return ((RuntimeEvent.Exited) back.getFirst().event()).reason();
  }

  @Test
  void everyKindOfEventComesBackAsItWas() throws Exception {
    List<Stamped> events = stamped(everyKind());
    assertThat(everyKind().stream().map(RuntimeEvent::getClass)).containsExactlyInAnyOrder(kinds());
    assertThat(written(events)).isEqualTo(events);
  }

  @SuppressWarnings("unchecked")
  private static Class<? extends RuntimeEvent>[] kinds() {
    return (Class<? extends RuntimeEvent>[]) RuntimeEvent.class.getPermittedSubclasses();
  }

  @Test
  void theTraceOfAStackComesBackToo() throws Exception {
    var crash = ExitReason.crash(ExitReason.atom("badarith"), "a.b\nc.d");
    assertThat(reasonBack(crash))
        .isInstanceOfSatisfying(
            ExitReason.Tuple.class,
            tuple ->
                assertThat(((ExitReason.Stack) tuple.elements().getLast()).trace())
                    .isEqualTo("a.b\nc.d"));
  }

  @Test
  void hostileTextsComeBackAsTheyWere() throws Exception {
    List<String> texts =
        List.of(
            "",
            "\0",
            "x".repeat(1 << 16),
            "\u202Egnp.exe\u2066",
            "👩‍👩‍👧 é e\u0301 \uFEFF",
            "<script>alert(1)</script>",
            "a\r\nb\tc\u001B[2J");
    List<RuntimeEvent> events = new ArrayList<>();
    texts.forEach(text -> events.add(new RuntimeEvent.Registered(new Pid(1), text)));
    texts.forEach(text -> events.add(new RuntimeEvent.Sent(Pid.NONE, new Pid(1), 1, text)));
    assertThat(written(stamped(events))).isEqualTo(stamped(events));
  }

  @Test
  void stampsOfAnySizeAndOrderComeBack() throws Exception {
    var event = new RuntimeEvent.Initialized(new Pid(1));
    List<Stamped> events =
        List.of(
            new Stamped(1000, Long.MAX_VALUE, 5, event),
            new Stamped(1001, Long.MIN_VALUE, Long.MAX_VALUE, event),
            new Stamped(5000, 0, 0, event));
    assertThat(written(events)).isEqualTo(events);
  }

  @Test
  void aTextOver64KiBIsCutAtACharacterWithAMark() throws Exception {
    String emoji = "👩".repeat(20_000);
    var back = written(stamped(List.of(new RuntimeEvent.Registered(new Pid(1), emoji))));
    String name = ((RuntimeEvent.Registered) back.getFirst().event()).name();
    assertThat(name).isEqualTo("👩".repeat(((1 << 16) - 8) / 4) + "…(cut)");
    assertThat(Format.utf8(name)).hasSizeLessThanOrEqualTo(1 << 16);
  }

  @Test
  void aLoneSurrogateComesBackAsAQuestionMark() throws Exception {
    var back = written(stamped(List.of(new RuntimeEvent.Registered(new Pid(1), "a\uD83Db"))));
    assertThat(back.getFirst().event()).isEqualTo(new RuntimeEvent.Registered(new Pid(1), "a?b"));
  }

  @Test
  void aReasonNestedTooDeepIsCutWithAMark() throws Exception {
    ExitReason deep = ExitReason.atom("core");
    for (int i = 0; i < 100_000; i++) {
      deep = ExitReason.tuple(deep);
    }
    assertThat(reasonBack(deep)).hasToString("{".repeat(15) + "\"…(cut)\"" + "}".repeat(15));
  }

  @Test
  void aReasonTooWideIsCutWithAMarkAndStaysReadable() throws Exception {
    ExitReason wide = new ExitReason.Tuple(Collections.nCopies(100_000, new ExitReason.Int(1)));
    ExitReason wideInDeep = wide;
    for (int i = 0; i < 10; i++) {
      wideInDeep = ExitReason.tuple(wideInDeep, wide, wide);
    }
    assertThat(reasonBack(wide).toString()).endsWith(", 1, \"…(cut)\"}").hasSizeLessThan(1000);
    assertThat(reasonBack(wideInDeep).toString()).contains("…(cut)").hasSizeLessThan(2000);
  }

  @Test
  void aReasonOfTooMuchTextIsCutWithAMark() throws Exception {
    ExitReason text = new ExitReason.Text("y".repeat(1 << 16));
    ExitReason much = new ExitReason.Tuple(Collections.nCopies(200, text));
    assertThat(reasonBack(much).toString()).contains("…(cut)").hasSizeLessThan(140_000);
  }

  @Test
  void theSameEventsMakeTheSameBytes() throws Exception {
    write(folder.resolve("a.understudy"), messages(5000), 1000);
    write(folder.resolve("b.understudy"), messages(5000), 1000);
    assertThat(bytes(folder.resolve("a.understudy")))
        .isEqualTo(bytes(folder.resolve("b.understudy")));
  }

  @Test
  void metadataAndTotalsComeBack() throws Exception {
    Path file = folder.resolve("a.understudy");
    List<Stamped> events = stamped(everyKind());
    write(file, events, 10);
    Recording recording = opened(file).recording();
    assertThat(recording.metadata()).isEqualTo(METADATA);
    assertThat(recording.totals())
        .isEqualTo(new Totals(3, 29, 1, 17, 1, 29, 100_000_000L, 2_900_000_000L));
    assertThat(recording.totals())
        .hasToString(
            "29 events in 3 segments over 2.8 s; 17 more were dropped while recording, in 1 gaps");
    assertThat(recording.path()).isEqualTo(file);
  }

  @Test
  void aRecordingWithoutEventsIsWhole() throws Exception {
    Path file = folder.resolve("a.understudy");
    write(file, List.of(), 1);
    assertThat(opened(file).damage()).isEmpty();
    assertThat(opened(file).recording().totals()).isEqualTo(Totals.NOTHING);
    assertThat(events(opened(file).recording())).isEmpty();
  }

  @Test
  void seekingFindsEverySequenceAndEveryMoment() throws Exception {
    Path file = folder.resolve("a.understudy");
    List<Stamped> events = messages(100);
    write(file, events, 7);
    Recording recording = opened(file).recording();
    for (int i = 0; i <= 101; i++) {
      List<Stamped> expected = events.subList(Math.clamp(i - 1, 0, 100), 100);
      assertThat(rest(recording.seekSequence(i))).isEqualTo(expected);
      assertThat(rest(recording.seekNanos(i * 100_000_000L))).isEqualTo(expected);
      assertThat(rest(recording.seekNanos(i * 100_000_000L - 1))).isEqualTo(expected);
    }
  }

  @Test
  void aLongRecordingIsCutIntoSegmentsByItself() throws Exception {
    Path file = folder.resolve("a.understudy");
    write(file, messages(200_000), 200_000);
    var opened = opened(file);
    assertThat(opened.damage()).isEmpty();
    assertThat(opened.recording().totals().segments()).isEqualTo(7);
    assertThat(events(opened.recording())).isEqualTo(messages(200_000));
  }
}
