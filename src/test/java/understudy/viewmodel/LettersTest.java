package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import understudy.event.Pid;

/// How long messages have waited.
class LettersTest {
  private final Letters letters = new Letters();
  private final Pid room = new Pid(7);

  @Test
  void onlyWhatWasSentWhileSomebodyLookedHasAnAge() {
    letters.watch(room);
    letters.sent(room, 1, 100);
    letters.sent(new Pid(8), 2, 150);
    letters.sent(room, 3, 200);
    assertThat(letters.ages(4, 4, 1_000)).isEqualTo(List.of(-1L, -1L, 900L, 800L));
  }

  @Test
  void whatWasReceivedIsGone() {
    letters.watch(room);
    letters.sent(room, 1, 100);
    letters.sent(room, 2, 300);
    letters.received(room, 1);
    assertThat(letters.ages(1, 1, 1_000)).isEqualTo(List.of(700L));
  }

  @Test
  void anotherProcessBeginsAnew() {
    letters.watch(room);
    letters.sent(room, 1, 100);
    letters.watch(new Pid(9));
    letters.watch(room);
    assertThat(letters.ages(1, 1, 1_000)).isEqualTo(List.of(-1L));
  }
}
