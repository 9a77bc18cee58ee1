package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The three steps of the first run.
class TourTest {
  private static final Desk SELECTED =
      Desk.TIDY.update(new Action.Select(3, false), Frame.EMPTY).desk();

  @Test
  void aSelectedProcessEndsTheFirstStep() {
    assertThat(Tour.BEGIN.watch(Frame.EMPTY, Desk.TIDY)).isEqualTo(Tour.BEGIN);
    assertThat(Tour.BEGIN.watch(Frame.EMPTY, SELECTED).step()).isEqualTo(1);
  }

  @Test
  void aRestartEndsTheSecond() {
    var second = Tour.BEGIN.next().watch(Frame.EMPTY, SELECTED);
    assertThat(second).isEqualTo(new Tour(1, 0));
    assertThat(second.watch(Frame.EMPTY, SELECTED)).isEqualTo(second);
    assertThat(new Tour(1, -5).watch(Frame.EMPTY, SELECTED).step()).isEqualTo(1);
  }

  @Test
  void nobodyIsHeldInIt() {
    var tour = Tour.BEGIN.next().next().next();
    assertThat(tour.over()).isTrue();
    assertThat(tour.next()).isEqualTo(tour);
  }
}
