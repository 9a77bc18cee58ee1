package understudy.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.recording.Samples.events;
import static understudy.recording.Samples.opened;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.graph.Graph;

/// Files that were written once and must be readable for ever.
///
/// Each `vN-*.understudy` stands beside a text of what it says. None is ever written again; a new
/// version of the format adds its own.
class GoldenRecordingTest {
  private static Path resource(String name) throws Exception {
    var url = GoldenRecordingTest.class.getResource("/recordings/" + name);
    return Path.of(url == null ? URI.create("file:///missing/" + name) : url.toURI());
  }

  private static List<String> said(Recording recording) throws RecordingFailed {
    return events(recording).stream()
        .map(stamped -> stamped.toString().replace("\n", "\\n").replace("\0", "\\0"))
        .toList();
  }

  @Test
  void versionOneWithEveryKindSaysWhatItSaid() throws Exception {
    var opened = opened(resource("v1-every-kind.understudy"));
    assertThat(opened.damage()).isEmpty();
    assertThat(opened.recording().metadata())
        .isEqualTo(
            new Metadata(
                "Chat \"ünïcødé\"", "chat-01", -42, Metadata.Scheduler.STEPPED, 0, "0.1.0"));
    assertThat(said(opened.recording()))
        .isEqualTo(Files.readAllLines(resource("v1-every-kind.txt")));
    var exited = (RuntimeEvent.Exited) events(opened.recording()).get(3).event();
    var crash = (ExitReason.Tuple) ((ExitReason.Tuple) exited.reason()).elements().getLast();
    assertThat(((ExitReason.Stack) crash.elements().getLast()).trace())
        .isEqualTo("Till.handleCall\nTill.loop");
  }

  @Test
  void versionOneCutInItsThirdSegmentSaysWhatItSaid() throws Exception {
    var opened = opened(resource("v1-cut.understudy"));
    assertThat(opened.damage())
        .hasValueSatisfying(line ->
            assertThat(line)
                .contains("cut short")
                .endsWith(
                    "2 of 3 segments are readable and were opened; the last 0.9 s are"
                        + " missing"));
    assertThat(said(opened.recording()))
        .isEqualTo(Files.readAllLines(resource("v1-every-kind.txt")).subList(0, 20));
  }

  @Test
  void versionTwoWithKeyframesSaysWhatItSaid() throws Exception {
    var opened = opened(resource("v2-keyframes.understudy"));
    assertThat(opened.damage()).isEmpty();
    assertThat(said(opened.recording()))
        .isEqualTo(Files.readAllLines(resource("v2-keyframes.txt")));
    assertThat(opened.recording().keyframe(19)).isEmpty();
    for (long at : new long[] {20, 40, 60}) {
      var keyframe = opened.recording().keyframe(at).orElseThrow();
      var graph = new Graph();
      for (var each : events(opened.recording()).subList(0, (int) at)) {
        graph.apply(each);
      }
      assertThat(keyframe.graph()).isEqualTo(graph.snapshot());
    }
    assertThat(opened.recording().keyframe(60).orElseThrow().waiting())
        .extracting(Stamped::sequence)
        .containsExactly(47L, 50L, 55L, 58L);
  }
}
