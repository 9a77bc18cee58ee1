package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.viewmodel.Action.Question;
import understudy.viewmodel.Action.Way;

/// Several processes at once, trouble, and the next message.
class HandsTest {
  private final SmallWorld world = new SmallWorld();
  private final Studio studio = new Studio(() -> 0);
  private Situation situation =
      new Situation(
          "chat",
          true,
          List.of("chat"),
          "chat",
          List.of("room"),
          false,
          1,
          false,
          0,
          false,
          "7",
          Optional.empty());
  private Desk desk = Desk.TIDY;
  private Pid rooms = Pid.NONE;
  private Pid lobby = Pid.NONE;
  private Pid elixir = Pid.NONE;

  @BeforeEach
  void build() {
    var chat = world.root("chat", "one_for_one", 3, 5);
    rooms = world.supervisor(chat, "rooms", "one_for_one", 5, 10);
    lobby = world.worker(rooms, "lobby", "room");
    elixir = world.worker(rooms, "elixir", "room");
    world.worker(rooms, "erlang", "room");
  }

  private Frame frame() {
    studio.situation(situation);
    studio.accept(world.drain());
    return studio.frame(desk.wish(), world);
  }

  private int slot(Pid pid) {
    var field = frame().field();
    for (int row = 0; row < field.size(); row++) {
      if (field.pid(row) == pid.number()) {
        return field.slot(row);
      }
    }
    throw new AssertionError(pid + " is not in view");
  }

  private List<Effect> act(Action action) {
    var next = desk.update(action, frame());
    desk = next.desk();
    return next.effects();
  }

  private Box around(Pid pid) {
    var field = frame().field();
    int row = field.rowOf(slot(pid));
    return new Box(field.x(row), field.y(row), field.width(row), field.height(row));
  }

  @Test
  void aRectangleSelectsWhoLiesUnderIt() {
    act(new Action.Select(slot(rooms), false));
    var one = around(lobby);
    var two = around(elixir);
    double right = Math.max(one.x() + one.width(), two.x() + two.width());
    double bottom = Math.max(one.y() + one.height(), two.y() + two.height());
    double left = Math.min(one.x(), two.x());
    double top = Math.min(one.y(), two.y());
    act(new Action.PickIn(new Box(left + 1, top + 1, right - left - 2, bottom - top - 2), false));
    assertThat(desk.selected()).isEqualTo(slot(lobby));
    assertThat(desk.hands().picked()).containsExactly(slot(elixir));
    act(new Action.PickIn(around(rooms), true));
    assertThat(desk.hands().picked()).containsExactly(slot(elixir), slot(rooms));
    act(new Action.PickIn(new Box(-900, -900, 5, 5), false));
    assertThat(desk.selected()).isEqualTo(-1);
    assertThat(desk.hands().picked()).isEmpty();
  }

  @Test
  void everybodyInViewIsSelectedAndActedOn() {
    act(new Action.PickSeen());
    frame();
    assertThat(act(new Action.Crash(new CrashWay.Kill()))).hasSize(5);
  }

  @Test
  void pickingAddsAndTakesAwayAndAPlainClickForgets() {
    act(new Action.Select(slot(lobby), false));
    act(new Action.Pick(slot(elixir)));
    assertThat(desk.selected()).isEqualTo(slot(elixir));
    assertThat(desk.hands().picked()).containsExactly(slot(lobby));
    act(new Action.Pick(slot(elixir)));
    assertThat(desk.selected()).isEqualTo(slot(lobby));
    assertThat(desk.hands().picked()).isEmpty();
    act(new Action.Pick(slot(elixir)));
    act(new Action.Select(slot(rooms), false));
    assertThat(desk.hands().picked()).isEmpty();
  }

  @Test
  void theSelectionGrowsWithTheArrowsAndShrinksBack() {
    act(new Action.Select(slot(lobby), false));
    act(new Action.Extend(Way.RIGHT));
    act(new Action.Extend(Way.RIGHT));
    assertThat(desk.hands().picked()).hasSize(2);
    act(new Action.Extend(Way.LEFT));
    assertThat(desk.hands().picked()).containsExactly(slot(lobby));
    assertThat(desk.selected()).isEqualTo(slot(elixir));
    act(new Action.Move(Way.LEFT));
    assertThat(desk.hands().picked()).isEmpty();
  }

  @Test
  void whatIsDoneIsDoneToAllWhoAreAlive() {
    act(new Action.Select(slot(lobby), false));
    act(new Action.Extend(Way.RIGHT));
    assertThat(act(new Action.Crash(new CrashWay.Kill())))
        .containsExactlyInAnyOrder(
            new Effect.Crash(elixir, new CrashWay.Kill()),
            new Effect.Crash(lobby, new CrashWay.Kill()));
    world.die(lobby, ExitReason.atom("boom"));
    assertThat(act(new Action.Stop())).containsExactly(new Effect.Stop(elixir));
  }

  @Test
  void aMessageIsSentToAll() {
    act(new Action.Select(slot(lobby), false));
    act(new Action.Extend(Way.RIGHT));
    act(new Action.Ask(Question.SEND));
    act(new Action.Edit(new Form.Send(elixir, "elixir", "ping")));
    assertThat(act(new Action.Submit()))
        .containsExactly(
            new Effect.Send(elixir, ExitReason.atom("ping")),
            new Effect.Send(lobby, ExitReason.atom("ping")));
  }

  @Test
  void aWholeSubtreeIsCrashed() {
    act(new Action.Select(slot(rooms), false));
    assertThat(act(new Action.CrashTree())).containsExactly(new Effect.CrashTree(rooms));
  }

  @Test
  void chaosIsAskedForWithTheSelectedSubtreeAndEndedWithTheSameKey() {
    act(new Action.Select(slot(rooms), false));
    act(new Action.ToggleChaos());
    assertThat(desk.form()).isEqualTo(new Form.Chaos(rooms, "rooms", false, "1", "7"));
    act(new Action.Edit(new Form.Chaos(rooms, "rooms", false, "0", "7")));
    assertThat(desk.form().problem())
        .isEqualTo("kills a second: a number above 0 and at most 1000, got '0'");
    act(new Action.Edit(new Form.Chaos(rooms, "rooms", false, "2.5", "9")));
    assertThat(act(new Action.Submit())).containsExactly(new Effect.Chaos(rooms, 2.5, 9));
    situation =
        situation.withTroubles(
            new Troubles(
                Optional.of(new Troubles.Chaos("rooms", 2.5, 9, 3)),
                List.of(new Troubles.Load("chat/rooms/lobby", "lobby", 5, 1)),
                List.of(new Troubles.Slow("chat/rooms/lobby", "lobby", 40))));
    assertThat(act(new Action.ToggleChaos())).containsExactly(new Effect.EndChaos());
    assertThat(act(new Action.Calm()))
        .containsExactly(
            new Effect.EndChaos(),
            new Effect.EndLoad("chat/rooms/lobby"),
            new Effect.EndSlow("chat/rooms/lobby"));
  }

  @Test
  void withoutASelectedSupervisorChaosIsForEverything() {
    act(new Action.ToggleChaos());
    assertThat(act(new Action.Submit())).containsExactly(new Effect.Chaos(Pid.NONE, 1, 7));
  }

  @Test
  void trafficSlowsItsTargetSoThatTheMailboxFills() {
    act(new Action.Select(slot(lobby), false));
    act(new Action.Ask(Question.TRAFFIC));
    act(new Action.Edit(new Form.Traffic(lobby, "lobby", "50", "ping", "40")));
    assertThat(act(new Action.Submit()))
        .containsExactly(
            new Effect.Slow(lobby, 40), new Effect.Load(lobby, 50, ExitReason.atom("ping")));
  }

  @Test
  void latencyIsForAllWhoAreSelected() {
    act(new Action.Select(slot(lobby), false));
    act(new Action.Extend(Way.RIGHT));
    act(new Action.Ask(Question.LATENCY));
    assertThat(act(new Action.Submit()))
        .containsExactly(new Effect.Slow(elixir, 200), new Effect.Slow(lobby, 200));
  }

  @Test
  void onlyTheFirstMessageOfEachSenderMayBeNext() {
    world.fill(lobby, 3);
    act(new Action.Select(slot(lobby), false));
    var letters = frame().grasp().letters();
    assertThat(letters.stream().map(Grasp.Letter::from))
        .containsExactly("somebody outside", "rooms", "rooms");
    assertThat(letters.stream().map(Grasp.Letter::next)).containsExactly(true, true, false);
    assertThat(act(new Action.Deliver(902))).containsExactly(new Effect.Deliver(lobby, 902));
  }

  @Test
  void theNumberKeysAndTheNudgesSetThePace() {
    assertThat(act(new Action.Speed(new Tempo.Messages(1))))
        .containsExactly(new Effect.Speed(new Tempo.Messages(1)));
    assertThat(act(new Action.Nudge(-1)))
        .containsExactly(new Effect.Speed(new Tempo.Messages(100)));
  }
}
