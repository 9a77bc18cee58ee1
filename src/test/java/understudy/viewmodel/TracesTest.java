package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason;

/// Stack traces as a person reads them.
class TracesTest {
  @Test
  void theFramesOfTheMachineryAreCountedAndNotShown() {
    var reason =
        ExitReason.crash(
            new ExitReason.Text("boom"),
            """
            at app//shop.Till.total(Till.java:12)
            at app//shop.Till.handle(Till.java:8)
            at java.base/java.util.ArrayList.forEach(ArrayList.java:1604)
            at understudy.otp.GenServerProcess.call(GenServerProcess.java:90)
            at understudy.runtime.Cell.run(Cell.java:77)
            ... 3 more frames\
            """);
    assertThat(Traces.of(reason))
        .isEqualTo(
            List.of(
                "Till.total  Till.java:12",
                "Till.handle  Till.java:8",
                "… 3 frames of the machinery",
                "... 3 more frames"));
  }

  @Test
  void aReasonWithoutAStackHasNone() {
    assertThat(Traces.of(ExitReason.Atom.KILLED)).isEmpty();
  }

  @Test
  void aPlaceThatIsNoFrameStaysAsItIs() {
    assertThat(Traces.readable("at Room.handle")).isEqualTo(List.of("Room.handle"));
  }
}
