package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason;
import understudy.event.Pid;

/// Links, monitors and rates over the tree.
class OverlayTest {
  private final SmallWorld world = new SmallWorld();
  private long clock = 1_000_000_000L;
  private final Studio studio = new Studio(() -> clock);
  private Pid chat = Pid.NONE;
  private Pid rooms = Pid.NONE;
  private Pid lobby = Pid.NONE;
  private Pid archive = Pid.NONE;

  @BeforeEach
  void build() {
    chat = world.root("chat", "one_for_one", 3, 5);
    rooms = world.supervisor(chat, "rooms", "one_for_one", 3, 5);
    lobby = world.worker(rooms, "lobby", "room");
    archive = world.worker(chat, "archive", "archive");
  }

  private Frame frame(Layer... layers) {
    clock += 1_000_000_000L;
    studio.accept(world.drain());
    return studio.frame(Wish.FIRST.withLayers(Set.of(layers)), world);
  }

  private int slot(Pid pid) {
    var field = frame().field();
    return IntStream.range(0, field.size())
        .filter(row -> field.pid(row) == pid.number())
        .map(field::slot)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingLiesOverTheTreeUnlessItIsWanted() {
    world.link(lobby, archive);
    world.say(lobby, archive);
    assertThat(frame().overlay()).isEqualTo(Overlay.NONE);
  }

  @Test
  void aLinkIsToldOnceAndNotThoseOfTheTree() {
    world.link(lobby, archive);
    world.link(rooms, lobby);
    var overlay = frame(Layer.LINKS).overlay();
    assertThat(overlay.ties()).containsExactly(new Tie(slot(lobby), slot(archive), false));
    assertThat(overlay.allTies()).isEqualTo(1);
  }

  @Test
  void theLinksOfTheSelectedAreShownAndNotThoseOfTheTree() {
    world.link(lobby, archive);
    world.link(rooms, lobby);
    assertThat(tiesOf(rooms)).isEmpty();
    assertThat(tiesOf(lobby)).containsExactly(new Tie(slot(lobby), slot(archive), false));
  }

  private List<Tie> tiesOf(Pid pid) {
    var desk = Desk.TIDY.update(new Action.Select(slot(pid), false), Frame.EMPTY).desk();
    return studio.frame(desk.wish(), world).ties();
  }

  @Test
  void aMonitorGoesFromTheWatcherToTheWatched() {
    world.monitor(archive, lobby);
    world.link(lobby, archive);
    assertThat(frame(Layer.MONITORS).overlay().ties())
        .containsExactly(new Tie(slot(archive), slot(lobby), true));
    assertThat(frame(Layer.MONITORS, Layer.LINKS).overlay().ties()).hasSize(2);
  }

  @Test
  void aLinkEndsWithEitherOfItsEnds() {
    world.link(lobby, archive);
    assertThat(frame(Layer.LINKS).overlay().ties()).hasSize(1);
    world.crash(rooms, "lobby", ExitReason.atom("boom"));
    assertThat(frame(Layer.LINKS).overlay().ties()).isEmpty();
  }

  @Test
  void aRateIsWhatWentThroughInASecond() {
    frame(Layer.RATES);
    for (int i = 0; i < 12; i++) {
      world.say(lobby, archive);
    }
    world.pass(500);
    world.say(archive, lobby);
    var overlay = frame(Layer.RATES).overlay();
    assertThat(overlay.lanes())
        .extracting(Lane::fromSlot)
        .containsExactly(slot(lobby), slot(archive));
    assertThat(overlay.lanes().getFirst().perSecond()).isCloseTo(24, within(3.0));
    assertThat(overlay.counted()).isEqualTo(1);
  }

  @Test
  void aRateFadesWhenNothingIsSentAnyMore() {
    frame(Layer.RATES);
    world.say(lobby, archive);
    world.pass(500);
    assertThat(frame(Layer.RATES).overlay().lanes()).hasSize(1);
    world.pass(1_500);
    frame(Layer.RATES);
    world.pass(1_500);
    assertThat(frame(Layer.RATES).overlay().lanes()).isEmpty();
  }

  @Test
  void messagesTooFastToBeSeenBecomeRatesByThemselves() {
    world.say(lobby, archive);
    assertThat(frame().flights()).hasSize(1);
    for (int second = 0; second < 2; second++) {
      for (int i = 0; i < 1_000; i++) {
        world.say(lobby, archive);
      }
      world.pass(300);
      frame();
    }
    for (int i = 0; i < 1_000; i++) {
      world.say(lobby, archive);
    }
    world.pass(300);
    var fast = frame();
    assertThat(fast.overlay().fast()).isTrue();
    assertThat(fast.overlay().lanes()).hasSize(1);
    assertThat(fast.flights()).isEmpty();
    for (int i = 0; i < 9; i++) {
      frame();
    }
    assertThat(frame().overlay().fast()).isFalse();
  }

  @Test
  void ofVeryManyMessagesAPartIsCountedAndThatIsSaid() {
    frame(Layer.RATES);
    for (int i = 0; i < 6_000; i++) {
      world.say(lobby, archive);
    }
    world.pass(500);
    var overlay = frame(Layer.RATES).overlay();
    assertThat(overlay.counted()).isCloseTo(0.5, within(0.01));
    assertThat(overlay.lanes().getFirst().perSecond()).isCloseTo(12_000, within(1_500.0));
  }

  @Test
  void crashesOfTheLastFiveSecondsAreCounted() {
    world.crash(rooms, "lobby", ExitReason.atom("boom"));
    world.crash(rooms, "lobby", ExitReason.atom("boom"));
    assertThat(frame().strip().crashesLately()).isEqualTo(2);
    world.pass(6_000);
    assertThat(frame().strip().crashesLately()).isZero();
  }
}
