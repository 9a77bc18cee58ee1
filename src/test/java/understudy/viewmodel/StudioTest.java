package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason;
import understudy.event.Pid;

class StudioTest {
  private final SmallWorld world = new SmallWorld();
  private long clock;
  private final Studio studio = new Studio(() -> clock++);
  private Pid chat = Pid.NONE;

  @BeforeEach
  void build() {
    chat = world.root("chat", "one_for_one", 3, 5);
    world.worker(chat, "lobby", "room");
    world.worker(chat, "archive", "archive");
  }

  private Frame frame(Wish wish) {
    clock += 1_000_000_000;
    studio.accept(world.drain());
    return studio.frame(wish, world);
  }

  private Frame frame() {
    return frame(Wish.FIRST);
  }

  private static Wish looking(int selected, Camera camera, EventFilter filter, String find) {
    return new Wish(new Extent(800, 500), camera, selected, -1, filter, find);
  }

  private static Wish selecting(int slot) {
    return looking(slot, Camera.FIT, EventFilter.ALL, "");
  }

  private int slotOf(String id) {
    var field = frame().field();
    return IntStream.range(0, field.size())
        .filter(row -> field.pid(row) == world.pid(id).number())
        .map(field::slot)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ofManyLinksTheFirstAreToldAndHowManyThereAreBesides() {
    for (int i = 0; i < 250; i++) {
      world.link(chat, world.loose("guest"));
    }
    var facts = frame(selecting(slotOf("chat"))).facts().orElseThrow();
    assertThat(facts.links().first()).hasSize(100);
    assertThat(facts.links().more()).isEqualTo(152);
    assertThat(facts.monitors().isEmpty()).isTrue();
  }

  @Test
  void everyProcessHasAPlaceAndAName() {
    var frame = frame();
    assertThat(frame.cards()).extracting(Card::name).containsExactly("chat", "lobby", "archive");
    assertThat(frame.shown()).isEqualTo(3);
    assertThat(frame.strip().processes()).isEqualTo(3);
  }

  @Test
  void aRestartKeepsThePlaceAndCounts() {
    int slot = slotOf("lobby");
    var before = frame().field();
    world.crash(chat, "lobby", ExitReason.atom("boom"));
    var after = frame().field();
    int row = after.rowOf(slot);
    assertThat(after.pid(row)).isEqualTo(world.pid("lobby").number());
    assertThat(after.restarts(row)).isEqualTo(1);
    assertThat(after.fate(row)).isEqualTo(Fate.CRASHED);
    assertThat(after.x(row)).isEqualTo(before.x(before.rowOf(slot)));
    assertThat(after.y(row)).isEqualTo(before.y(before.rowOf(slot)));
  }

  @Test
  void theBudgetDrainsAndFillsAgain() {
    world.crash(chat, "lobby", ExitReason.atom("boom"));
    assertThat(frame().cards().getFirst().restartsUsed()).isEqualTo(1);
    world.pass(20_000);
    assertThat(frame().cards().getFirst().restartsUsed()).isZero();
  }

  @Test
  void theStripSumsUpMailboxesAndNamesTheFullest() {
    world.send(world.pid("lobby"), 7);
    world.send(world.pid("archive"), 2);
    var strip = frame().strip();
    assertThat(strip.waiting()).isEqualTo(9);
    assertThat(strip.deepest()).isEqualTo(7);
    assertThat(strip.deepestName()).isEqualTo("lobby");
    assertThat(strip.messagesPerSecond()).isEqualTo(9);
  }

  @Test
  void messagesPerSecondForgetsAfterASecond() {
    world.send(world.pid("lobby"), 7);
    frame();
    world.pass(1_500);
    assertThat(frame().strip().messagesPerSecond()).isZero();
  }

  @Test
  void theSelectedProcessIsInspected() {
    world.send(world.pid("lobby"), 2);
    world.link(world.pid("lobby"), world.pid("archive"));
    var facts = frame(selecting(slotOf("lobby"))).facts().orElseThrow();
    assertThat(facts.name()).isEqualTo("lobby");
    assertThat(facts.behaviour()).isEqualTo("room");
    assertThat(facts.supervisor().name()).isEqualTo("chat");
    assertThat(facts.restartType()).isEqualTo("permanent");
    assertThat(facts.depth()).isEqualTo(2);
    assertThat(facts.mailbox()).isNotEmpty();
    assertThat(facts.understands()).contains("ping");
    assertThat(facts.host()).isEqualTo(chat);
  }

  @Test
  void theDeadAreInspectedToo() {
    int slot = slotOf("lobby");
    world.die(world.pid("lobby"), ExitReason.atom("boom"));
    var facts = frame(selecting(slot)).facts().orElseThrow();
    assertThat(facts.lastExit()).isEqualTo("boom");
    assertThat(facts.phase().isAlive()).isFalse();
    assertThat(facts.uptimeNanos()).isZero();
  }

  @Test
  void theProcessUnderThePointerIsNamedThoughItIsTooSmallForWords() {
    int lobby = slotOf("lobby");
    world.crash(chat, "lobby", ExitReason.atom("boom"));
    world.send(world.pid("lobby"), 3);
    var wish = new Wish(new Extent(800, 500), Camera.FIT, -1, lobby, EventFilter.ALL, "");
    assertThat(frame(wish).hint())
        .contains(new Hint(lobby, "lobby", "<0.4.0> · room · 3 waiting · 1 restart"));
  }

  @Test
  void aZombieIsSeenOnTheCardOfItsSuccessorUntilItRests() {
    int lobby = slotOf("lobby");
    var wish = new Wish(new Extent(800, 500), Camera.FIT, lobby, lobby, EventFilter.ALL, "");
    var before = frame(wish).field();
    Pid dead = world.haunt(chat, "lobby");
    world.pass(3_200);

    var haunted = frame(wish);
    assertThat(haunted.field().sameLooks(before)).isFalse();
    assertThat(haunted.field().zombies(haunted.field().rowOf(lobby))).isEqualTo(1);
    assertThat(haunted.field().zombies(haunted.field().rowOf(slotOf("archive")))).isZero();
    assertThat(haunted.strip().zombies()).isEqualTo(1);
    String words = "zombie <0.2.0> still running, 3.2 s";
    assertThat(haunted.strip().zombieText()).isEqualTo(words);
    assertThat(haunted.facts().orElseThrow().zombies()).isEqualTo(words);
    assertThat(haunted.facts().orElseThrow().phase()).isEqualTo(Phase.RUNNING);
    assertThat(haunted.hint().orElseThrow().text())
        .isEqualTo("<0.4.0> · room · 0 waiting · 1 restart · " + words);

    world.rest(dead);
    var quiet = frame(wish);
    assertThat(quiet.field().zombies(quiet.field().rowOf(lobby))).isZero();
    assertThat(quiet.field().sameLooks(haunted.field())).isFalse();
    assertThat(quiet.strip().zombies()).isZero();
    assertThat(quiet.facts().orElseThrow().zombies()).isEmpty();
  }

  @Test
  void severalZombiesOfOnePlaceAreCountedAndTheOldestNamed() {
    world.haunt(chat, "lobby");
    world.pass(61_000);
    world.haunt(chat, "lobby");
    var facts = frame(selecting(slotOf("lobby"))).facts().orElseThrow();
    assertThat(facts.zombies()).isEqualTo("2 zombies, the oldest <0.2.0> still running, 1 min 1 s");
  }

  @Test
  void arrowsKnowTheirWay() {
    int lobby = slotOf("lobby");
    assertThat(frame(selecting(lobby)).steps())
        .isEqualTo(new Steps(slotOf("chat"), -1, -1, slotOf("archive")));
    assertThat(frame().steps().down()).isEqualTo(slotOf("chat"));
  }

  @Test
  void findingLooksAtNamesPidsAndBehaviours() {
    for (String sought : List.of("LOBB", "<0.2.0>", "room")) {
      assertThat(frame(looking(-1, Camera.FIT, EventFilter.ALL, sought)).found())
          .as(sought)
          .isEqualTo(new Found(List.of(slotOf("lobby")), 1));
    }
  }

  @Test
  void whatTheCameraDoesNotSeeIsCountedNotSent() {
    var elsewhere = new Camera(1, 1e6, 1e6, false);
    var frame = frame(looking(-1, elsewhere, EventFilter.ALL, ""));
    assertThat(frame.field().size()).isZero();
    assertThat(frame.total()).isEqualTo(3);
  }

  @Test
  void eventsAreFilteredByLevelProcessAndText() {
    world.crash(chat, "lobby", ExitReason.atom("boom"));
    int archive = slotOf("archive");
    assertThat(frame(looking(-1, Camera.FIT, new EventFilter(Level.CRASH, -1, ""), "")).events())
        .satisfies(page -> assertThat(page.lines()).hasSize(1));
    assertThat(
            frame(looking(-1, Camera.FIT, new EventFilter(Level.INFO, archive, ""), "")).events())
        .satisfies(page -> assertThat(page.lines()).hasSize(1));
    assertThat(frame(looking(-1, Camera.FIT, new EventFilter(Level.INFO, -1, "BOOM"), "")).events())
        .satisfies(page -> assertThat(page.lines()).hasSize(1));
  }

  @Test
  void theEventListIsBoundedAndCountsWhatItForgot() {
    for (int i = 0; i < 3_000; i++) {
      world.crash(chat, "lobby", ExitReason.atom("boom"));
    }
    var page = frame().events();
    assertThat(page.lines()).hasSize(EventPage.LIMIT);
    assertThat(page.matching()).isEqualTo(Chronicle.KEPT);
    assertThat(page.total()).isGreaterThan(6_000);
  }

  @Test
  void theTimelineMarksCrashesAndRestarts() {
    world.pass(2_000);
    world.crash(chat, "lobby", ExitReason.atom("boom"));
    assertThat(frame().timeline().marks())
        .containsExactly(
            new Timeline.Mark(2_000_000_000L, Level.CRASH),
            new Timeline.Mark(2_000_000_000L, Level.RESTART));
  }

  @Test
  void messagesBetweenProcessesFlyOnce() {
    int lobby = slotOf("lobby");
    int archive = slotOf("archive");
    world.say(world.pid("lobby"), world.pid("archive"));
    assertThat(frame().flights()).containsExactly(new Flight(lobby, archive));
    assertThat(frame().flights()).isEmpty();
  }

  @Test
  void placesAreSharedWhileNothingMoves() {
    var before = frame().field();
    world.fill(world.pid("lobby"), 5);
    assertThat(frame().field().samePlaces(before)).isTrue();
    assertThat(frame().field().sameLooks(before)).isFalse();
  }

  @Test
  void aFrameOfNothingIsStillAFrame() {
    var empty = new Studio(() -> 0).frame(Wish.FIRST, new SmallWorld());
    assertThat(empty.total()).isZero();
    assertThat(empty.steps()).isEqualTo(Steps.NONE);
  }

  @Test
  void aTreeThatGrewOneByOneFillsTheViewAsOneSeenForTheFirstTime() {
    var wish = new Wish(new Extent(1123, 445), Camera.FIT, -1, -1, EventFilter.ALL, "");
    var rooms = world.supervisor(chat, "rooms", "one_for_one", 5, 10);
    for (int i = 0; i < 3; i++) {
      world.worker(rooms, "room" + i, "room");
    }
    var sessions = world.supervisor(chat, "sessions", "one_for_one", 5, 10);
    for (int i = 0; i < 9; i++) {
      world.worker(sessions, "session" + i, "session");
      frame(wish);
    }
    double grown = Camera.FIT.resolve(frame(wish).world(), wish.view()).scale();
    var other = new SmallWorld();
    var top = other.root("chat", "one_for_one", 3, 5);
    other.worker(top, "lobby", "room");
    other.worker(top, "archive", "archive");
    var hall = other.supervisor(top, "rooms", "one_for_one", 5, 10);
    for (int i = 0; i < 3; i++) {
      other.worker(hall, "room" + i, "room");
    }
    var people = other.supervisor(top, "sessions", "one_for_one", 5, 10);
    for (int i = 0; i < 9; i++) {
      other.worker(people, "session" + i, "session");
    }
    var fresh = new Studio(() -> 0);
    fresh.accept(other.drain());
    double best = Camera.FIT.resolve(fresh.frame(wish, other).world(), wish.view()).scale();
    assertThat(grown).isGreaterThan(best / 1.2);
    assertThat(best).isGreaterThan(1);
  }
}
