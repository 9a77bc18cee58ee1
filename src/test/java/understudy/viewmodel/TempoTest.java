package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TempoTest {
  @Test
  void theDialIsALogarithmFromOneMessageASecondToTenTimesRealTime() {
    assertThat(Dial.at(-1)).isEqualTo(new Tempo.Messages(1));
    assertThat(Dial.at(-2.0 / 3)).isEqualTo(new Tempo.Messages(10));
    assertThat(Dial.at(-1.0 / 3)).isEqualTo(new Tempo.Messages(100));
    assertThat(Dial.at(0)).isEqualTo(Dial.REAL);
    assertThat(Dial.at(1)).isEqualTo(new Tempo.Times(10));
    assertThat(Dial.at(-0.55)).isEqualTo(new Tempo.Messages(22));
  }

  @Test
  void everyNotchIsWhereItSaysAndAHandNearItStops() {
    for (var notch : Dial.NOTCHES) {
      assertThat(Dial.at(notch.position())).isEqualTo(notch);
      assertThat(Dial.at(notch.position() + 0.02)).isEqualTo(notch);
    }
  }

  @Test
  void aNudgeGoesToTheNextNotch() {
    assertThat(Dial.REAL.nudged(1)).isEqualTo(new Tempo.Times(2));
    assertThat(Dial.REAL.nudged(-1)).isEqualTo(new Tempo.Messages(100));
    assertThat(new Tempo.Messages(32).nudged(-1)).isEqualTo(new Tempo.Messages(30));
    assertThat(new Tempo.Messages(1).nudged(-1)).isEqualTo(new Tempo.Messages(1));
    assertThat(new Tempo.Times(10).nudged(1)).isEqualTo(new Tempo.Times(10));
  }

  @Test
  void itIsSaidInWords() {
    assertThat(new Tempo.Messages(1).words()).isEqualTo("1 message/s");
    assertThat(new Tempo.Messages(30).words()).isEqualTo("30 messages/s");
    assertThat(Dial.REAL.words()).isEqualTo("real time");
    assertThat(new Tempo.Times(2.5).words()).isEqualTo("2.5× real time");
  }
}
