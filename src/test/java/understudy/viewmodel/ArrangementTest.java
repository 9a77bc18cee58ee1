package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import understudy.viewmodel.Arrangement.Bounds;
import understudy.viewmodel.Arrangement.Change;
import understudy.viewmodel.Arrangement.Edges;
import understudy.viewmodel.Arrangement.Side;
import understudy.viewmodel.Arrangement.View;

/// How a window is set up, and how that is kept.
class ArrangementTest {
  private static Arrangement after(Change... changes) {
    var now = Arrangement.FIRST;
    for (var change : changes) {
      now = now.update(change);
    }
    return now;
  }

  @Test
  void panesAreHiddenAndComeBack() {
    assertThat(after(new Change.ToggleTimeline()).timeline()).isFalse();
    assertThat(after(new Change.ToggleTimeline(), new Change.ToggleTimeline()))
        .isEqualTo(Arrangement.FIRST);
    assertThat(after(new Change.ToggleInspector()).inspector()).isEqualTo(Side.HIDDEN);
    assertThat(after(new Change.ToggleInspector(), new Change.ToggleInspector()).inspector())
        .isEqualTo(Side.RIGHT);
  }

  @Test
  void theScaleStaysBetween100And300Percent() {
    assertThat(after(new Change.Scale(false)).scale()).isEqualTo(100);
    assertThat(after(new Change.Scale(true)).scale()).isEqualTo(125);
    assertThat(after(new Change.ScaleTo(1_000)).scale()).isEqualTo(300);
  }

  @Test
  void theTableIsWantedOnlyWhileItIsSeen() {
    assertThat(Arrangement.FIRST.showsTable()).isFalse();
    assertThat(after(new Change.Show(View.BOTH)).showsTable()).isTrue();
    assertThat(after(new Change.Show(View.TABLE), new Change.Present(true)).showsTable()).isFalse();
  }

  @Test
  void oneColumnAlwaysStays() {
    var now = Arrangement.FIRST;
    for (var column : RollColumn.values()) {
      if (now.columns().contains(column)) {
        now = now.update(new Change.ToggleColumn(column));
      }
    }
    assertThat(now.columns()).hasSize(1);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    var now =
        after(
            new Change.Show(View.BOTH),
            new Change.Dock(Side.LEFT),
            new Change.ToggleEvents(),
            new Change.ScaleTo(175),
            new Change.Theme(false),
            new Change.Welcome(true),
            new Change.Move(new Edges(0.25, 0.5, 0.2, 0.3)),
            new Change.ToggleColumn(RollColumn.UPTIME),
            new Change.Place(new Bounds(10, -20, 1280, 800, true)));
    var reading = ArrangementText.read(ArrangementText.write(now));
    assertThat(reading.complaints()).isEmpty();
    assertThat(reading.arrangement()).isEqualTo(now);
  }

  @Test
  void presentingIsNotKept() {
    var reading = ArrangementText.read(ArrangementText.write(after(new Change.Present(true))));
    assertThat(reading.arrangement().presenting()).isFalse();
  }

  @Test
  void whatCannotBeUsedIsSaidAndLeftAsItWas() {
    var reading =
        ArrangementText.read(
            Map.of("view", "tree", "scale", "9000", "edges", "1 2 x 4", "timeline", "false"));
    assertThat(reading.arrangement().timeline()).isFalse();
    assertThat(reading.arrangement().scale()).isEqualTo(100);
    assertThat(reading.complaints())
        .containsExactlyInAnyOrder(
            "scale: expected 100 to 300 percent, got '9000'; it is as it was the first time",
            "edges: expected a number, got 'x'; it is as it was the first time");
  }

  @Test
  void aWindowIsMovedToWhereAllOfItIsSeen() {
    var screen = new Bounds(0, 25, 1440, 875, false);
    assertThat(new Bounds(80, 33, 1440, 900, true).within(screen))
        .isEqualTo(new Bounds(0, 25, 1440, 875, true));
    assertThat(new Bounds(900, -40, 800, 600, false).within(screen))
        .isEqualTo(new Bounds(640, 25, 800, 600, false));
    assertThat(new Bounds(100, 100, 800, 600, false).within(screen))
        .isEqualTo(new Bounds(100, 100, 800, 600, false));
  }

  @Test
  void aWindowOnTwoScreensHasMoreOfOne() {
    var window = new Bounds(1900, 100, 1400, 900, false);
    assertThat(window.shared(new Bounds(0, 0, 1920, 1080, false))).isEqualTo(20 * 900);
    assertThat(window.shared(new Bounds(1920, 0, 1920, 1080, false))).isEqualTo(1380 * 900);
    assertThat(window.shared(new Bounds(3840, 0, 1920, 1080, false))).isZero();
  }

  @Test
  void edgesLeaveBothSidesToBeSeen() {
    assertThat(new Edges(5, -1, 0, 2)).isEqualTo(new Edges(0.6, 0.15, 0.06, 0.6));
  }

  @Test
  void columnsOfAnotherVersionAreRefusedAsAWhole() {
    var reading = ArrangementText.read(Map.of("columns", "name colour"));
    assertThat(reading.arrangement().columns()).isEqualTo(Arrangement.FIRST.columns());
    assertThat(reading.complaints()).hasSize(1);
    assertThat(ArrangementText.read(Map.of("columns", "pid")).arrangement().columns())
        .isEqualTo(Set.of(RollColumn.PID));
    assertThat(List.of(RollColumn.values())).hasSize(10);
  }
}
