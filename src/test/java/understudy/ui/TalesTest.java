package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.viewmodel.Camera;
import understudy.viewmodel.Card;
import understudy.viewmodel.EventFilter;
import understudy.viewmodel.Extent;
import understudy.viewmodel.Frame;
import understudy.viewmodel.SmallWorld;
import understudy.viewmodel.Studio;
import understudy.viewmodel.Wish;

class TalesTest {
  private final SmallWorld world = new SmallWorld();
  private final Studio studio = new Studio(() -> 0);
  private final Flashes flashes = new Flashes();
  private Frame frame = Frame.EMPTY;
  private Pid group = Pid.NONE;
  private double seconds;

  @BeforeEach
  void build() {
    var top = world.root("top", "one_for_one", 3, 5);
    group = world.supervisor(top, "group", "one_for_all", 2, 5);
    world.worker(group, "ann", "session");
    world.worker(group, "bob", "session");
    world.worker(group, "carla", "session");
    look(1, false);
  }

  private List<String> look(double later, boolean held) {
    seconds += later;
    long now = (long) (seconds * 1e9);
    studio.accept(world.drain());
    frame = studio.frame(Wish.FIRST, world);
    flashes.compare(frame.field(), now, held);
    var cards = frame.cards();
    return Tales.of(frame.field(), cards, flashes, now).stream()
        .map(tale -> name(cards, tale.row()) + ": " + tale.text())
        .toList();
  }

  private static String name(List<Card> cards, int row) {
    return cards.stream().filter(c -> c.row() == row).findFirst().orElseThrow().name();
  }

  private void crash() {
    world.crash(group, "bob", ExitReason.atom("boom"));
  }

  @Test
  void whoComesIntoViewIsNotBornAndWhoIsNewIs() {
    var view = new Extent(800, 500);
    var near = new Camera(6, frame.field().x(0), frame.field().y(0), false);
    studio.accept(world.drain());
    var part = studio.frame(new Wish(view, near, -1, -1, EventFilter.ALL, ""), world);
    assertThat(part.field().size()).isLessThan(frame.field().size());
    flashes.forget();
    flashes.compare(part.field(), 2_000_000_000L, false);
    look(2, false);
    assertThat(flashes.isEmpty()).isTrue();
    world.worker(group, "dora", "session");
    look(1, false);
    assertThat(flashes.isEmpty()).isFalse();
  }

  @Test
  void nothingIsToldWhenNothingHappened() {
    assertThat(look(1, false)).isEmpty();
  }

  @Test
  void whatHappensAtOnceIsToldOneAfterTheOther() {
    crash();
    assertThat(look(1, false)).containsExactly("bob: boom", "group: bob died");
    assertThat(look(1, false))
        .containsExactly(
            "ann: taken down",
            "bob: boom",
            "carla: taken down",
            "group: one_for_all takes 2 more down");
    assertThat(look(1.5, false))
        .containsExactly(
            "ann: <0.3.0> → <0.6.0>",
            "bob: <0.4.0> → <0.7.0>",
            "carla: <0.5.0> → <0.8.0>",
            "group: one_for_all restarts 3 children");
    assertThat(look(9, false)).isEmpty();
  }

  @Test
  void nothingToldIsForgottenWhileTheWorldIsHeld() {
    crash();
    for (int i = 0; i < 100; i++) {
      look(1, true);
    }
    assertThat(look(1, true)).contains("bob: <0.4.0> → <0.7.0>");
    look(5, false);
    assertThat(look(5, false)).isEmpty();
  }

  @Test
  void aDeathThatNobodyActedOnKeepsItsReason() {
    world.die(world.pid("bob"), ExitReason.atom("boom"));
    assertThat(look(1, false)).containsExactly("bob: boom", "group: bob died");
    world.notice(group, "bob", world.pid("bob"), ExitReason.atom("boom"));
    world.again(group, "bob");
    look(1, false);
    assertThat(look(1, false))
        .containsExactly("bob: <0.4.0> → <0.6.0>", "group: one_for_all restarts bob");
  }

  @Test
  void theNewerStoryOfAFamilyIsTheOneToldOverIt() {
    crash();
    look(1, false);
    look(4, false);
    world.die(world.pid("ann"), ExitReason.Atom.KILLED);
    assertThat(look(1, false)).contains("ann: killed", "group: ann died");
  }

  @Test
  void aSupervisorThatGaveUpSaysSoForAsLongAsItIsDown() {
    world.giveUp(group, "bob", 3, 2, 5);
    assertThat(look(1, false)).contains("group: gave up: over 2 in 5 s");
    assertThat(look(60, false)).containsExactly("group: gave up: over 2 in 5 s");
  }
}
