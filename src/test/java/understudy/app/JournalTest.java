package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

class JournalTest {
  private static final Pid ANN = new Pid(1);
  private static final Pid BOB = new Pid(2);

  private long sequence;

  private Stamped stamped(RuntimeEvent event) {
    sequence++;
    return new Stamped(sequence, sequence, 0, event);
  }

  private List<Stamped> call(long reference) {
    return List.of(
        stamped(new RuntimeEvent.Monitored(ANN, BOB, reference)),
        stamped(new RuntimeEvent.Demonitored(ANN, BOB, reference)));
  }

  private Stamped exit() {
    return stamped(new RuntimeEvent.Exited(BOB, ExitReason.Atom.NORMAL));
  }

  @Test
  void callsTakeNoRoomHoweverManyThereAre() {
    var journal = new Journal(2_000);
    var standing = stamped(new RuntimeEvent.Monitored(BOB, ANN, 1));
    journal.take(List.of(standing));
    LongStream.range(0, 50_000).forEach(i -> journal.take(call(i)));
    var exit = exit();
    journal.take(List.of(exit));
    assertThat(journal.isFull()).isFalse();
    assertThat(journal.soFar())
        .containsExactly(
            standing,
            new Stamped(100_001, 100_001, 0, new RuntimeEvent.Gap(Pid.NONE, 100_000)),
            exit);
  }

  @Test
  void onceItIsFullNothingMoreIsKeptAndTheGapSaysHowMuch() {
    var journal = new Journal(2_000);
    for (int i = 0; i < 5_000; i++) {
      journal.take(List.of(exit()));
    }
    assertThat(journal.isFull()).isTrue();
    var told = journal.soFar();
    assertThat(told).hasSize(2_001);
    assertThat(told.getLast())
        .isEqualTo(new Stamped(5_000, 5_000, 0, new RuntimeEvent.Gap(Pid.NONE, 3_000)));
  }

  @Test
  void whatIsUnderwayStays() {
    var journal = new Journal();
    var begun = stamped(new RuntimeEvent.Monitored(ANN, BOB, 7));
    journal.take(List.of(begun));
    assertThat(journal.soFar()).containsExactly(begun);
    journal.take(List.of(stamped(new RuntimeEvent.Demonitored(ANN, BOB, 7))));
    assertThat(journal.soFar())
        .containsExactly(new Stamped(2, 2, 0, new RuntimeEvent.Gap(Pid.NONE, 2)));
  }
}
