package understudy.player;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.event.EventSink;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

class FingerprintTest {
  private static final Pid ANN = new Pid(1);

  private static Fingerprint written(Fingerprint print, long events, long other) {
    for (long i = 1; i <= events; i++) {
      print.emit(i, new RuntimeEvent.TrapExit(ANN, i == other));
    }
    return print;
  }

  @ParameterizedTest
  @CsvSource({"1000, 1", "70000, 1", "4194304, 1", "4194305, 2", "9000000, 4"})
  void aStreamIsToldFromAnotherHoweverLongItIs(long events, int stride) {
    var model = written(new Fingerprint(EventSink.NONE), events, 0);
    var same = written(new Fingerprint(EventSink.NONE, model, events), events, 0);
    assertThat(same.differsAt()).isEmpty();
    long place = events / 2 + 1;
    var other = written(new Fingerprint(EventSink.NONE, model, events), events, place);
    // Of 256 bytes one is the same by chance; eight in a row are not.
    assertThat(other.differsAt().orElseThrow()).isBetween(place, place + 8L * stride);
    var longer = written(new Fingerprint(EventSink.NONE, model, events + 1), events + 1, 0);
    assertThat(longer.differsAt()).hasValue(events + 1);
  }
}
