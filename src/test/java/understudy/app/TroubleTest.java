package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.scenario.Reading;
import understudy.viewmodel.CrashWay;
import understudy.viewmodel.Effect;
import understudy.viewmodel.EventFilter;
import understudy.viewmodel.Studio;
import understudy.viewmodel.Tempo;
import understudy.viewmodel.Troubles;
import understudy.viewmodel.Wish;

/// Chaos, traffic, latency and the pace on the default lesson, without the window.
class TroubleTest {
  private static final long MILLI = 1_000_000;

  private final List<Stamped> events = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private LessonWorld world(long seed) {
    events.clear();
    if (Lessons.read(Lessons.DEFAULT) instanceof Reading.Good(var scenario)) {
      return new LessonWorld("chat", "chat", scenario, seed);
    }
    throw new AssertionError("the default lesson cannot be read");
  }

  private void pass(LessonWorld world, long millis, long each) {
    for (long t = 0; t < millis; t += each) {
      world.pass(each * MILLI, events::addAll);
    }
  }

  private void act(LessonWorld world, Effect effect) {
    world.carryOut(effect, refused::add);
  }

  private Pid started(String id) {
    return events.reversed().stream()
        .map(Stamped::event)
        .filter(e -> e instanceof RuntimeEvent.ChildStarted started && started.id().equals(id))
        .map(e -> ((RuntimeEvent.ChildStarted) e).child())
        .findFirst()
        .orElseThrow();
  }

  private long count(Class<? extends RuntimeEvent> kind) {
    return events.stream().map(Stamped::event).filter(kind::isInstance).count();
  }

  private List<String> told() {
    return events.stream().map(e -> e.nanos() + " " + e.event()).toList();
  }

  @Test
  void chaosKillsAtItsRateAndTheSameSeedKillsTheSame() {
    List<String> first = List.of();
    for (long stride : new long[] {7, 20}) {
      try (var world = world(3)) {
        pass(world, 4_200, stride);
        act(world, new Effect.Chaos(Pid.NONE, 2, 11));
        pass(world, 4_200, stride);
        var chaos = world.situation().troubles().chaos().orElseThrow();
        assertThat(chaos.kills()).isBetween(4L, 14L);
        assertThat(chaos.scope()).isEmpty();
        act(world, new Effect.EndChaos());
        pass(world, 4_200, stride);
        assertThat(world.situation().troubles()).isEqualTo(Troubles.NONE);
        assertThat(first.isEmpty() || first.equals(told())).isTrue();
        first = told();
      }
    }
  }

  @Test
  void chaosStaysInItsSubtree() {
    try (var world = world(1)) {
      pass(world, 5_000, 10);
      act(world, new Effect.Chaos(started("lobby"), 3, 5));
      pass(world, 2_000, 10);
      assertThat(world.situation().troubles().chaos().map(Troubles.Chaos::scope))
          .isEqualTo(Optional.of("lobby"));
      var killed =
          events.stream()
              .map(Stamped::event)
              .filter(e ->
                  e instanceof RuntimeEvent.ExitSignalled signal
                      && signal.reason().equals(ExitReason.Atom.KILL))
              .map(e -> ((RuntimeEvent.ExitSignalled) e).to())
              .toList();
      var lobbies =
          events.stream()
              .map(Stamped::event)
              .filter(e -> e instanceof RuntimeEvent.ChildStarted c && c.id().equals("lobby"))
              .map(e -> ((RuntimeEvent.ChildStarted) e).child())
              .toList();
      assertThat(killed).isNotEmpty();
      assertThat(lobbies).containsAll(killed);
    }
  }

  @Test
  void trafficFillsTheMailboxOfASlowProcessAndFollowsItsRestart() {
    try (var world = world(1)) {
      pass(world, 3_000, 10);
      Pid lobby = started("lobby");
      act(world, new Effect.Slow(lobby, 100));
      act(world, new Effect.Load(lobby, 50, ExitReason.atom("ping")));
      pass(world, 2_000, 10);
      assertThat(world.table().depth(lobby)).isGreaterThan(50);
      var load = world.situation().troubles().loads().getFirst();
      assertThat(load.name()).isEqualTo("lobby");
      assertThat(load.sent()).isBetween(95L, 101L);
      act(world, new Effect.CrashTree(lobby));
      pass(world, 1_000, 10);
      Pid next = started("lobby");
      assertThat(next).isNotEqualTo(lobby);
      assertThat(world.table().depth(next)).isGreaterThan(20);
      act(world, new Effect.EndLoad(load.place()));
      act(world, new Effect.EndSlow(load.place()));
      pass(world, 1_000, 10);
      assertThat(world.table().depth(next)).isZero();
      assertThat(world.situation().troubles()).isEqualTo(Troubles.NONE);
    }
  }

  @Test
  void aWholeSubtreeDiesAtTheSameMomentAndComesBack() {
    try (var world = world(1)) {
      pass(world, 3_000, 10);
      Pid rooms = started("rooms");
      Pid lobby = started("lobby");
      act(world, new Effect.CrashTree(rooms));
      pass(world, 1_000, 10);
      var moments =
          events.stream()
              .filter(e -> e.event() instanceof RuntimeEvent.Exited)
              .filter(e -> List.of(rooms, lobby).contains(e.event().subject()))
              .map(Stamped::nanos)
              .toList();
      assertThat(moments).hasSize(2);
      assertThat(moments.getFirst()).isEqualTo(moments.getLast());
      assertThat(started("rooms")).isNotEqualTo(rooms);
      assertThat(started("lobby")).isNotEqualTo(lobby);
    }
  }

  @Test
  void inSlowMotionSoManyMessagesASecondAreTaken() {
    try (var world = world(1)) {
      pass(world, 3_000, 10);
      act(world, new Effect.Speed(new Tempo.Messages(3)));
      long before = count(RuntimeEvent.Received.class) + count(RuntimeEvent.Initialized.class);
      pass(world, 10_000, 10);
      long taken =
          count(RuntimeEvent.Received.class) + count(RuntimeEvent.Initialized.class) - before;
      assertThat(taken).isBetween(5L, 40L);
      assertThat(world.table().nanos()).isLessThan(13_000 * MILLI);
    }
  }

  @Test
  void oneStepShowsSomethingAndHoldsTheWorld() {
    try (var world = world(1)) {
      pass(world, 3_000, 10);
      for (int i = 0; i < 20; i++) {
        int before = events.size();
        act(world, new Effect.StepOnce());
        world.pass(0, events::addAll);
        assertThat(events.size()).isGreaterThan(before);
      }
      assertThat(world.situation().paused()).isTrue();
    }
  }

  @Test
  void aMessageIsTakenNextOrItIsSaidWhyNot() {
    try (var world = world(1)) {
      pass(world, 3_000, 10);
      Pid lobby = started("lobby");
      act(world, new Effect.Suspend(lobby));
      act(world, new Effect.Send(lobby, ExitReason.atom("one")));
      act(world, new Effect.Send(lobby, ExitReason.atom("two")));
      pass(world, 100, 10);
      var waiting = world.table().info(lobby).orElseThrow().waiting();
      long last = waiting.getLast().number();
      act(world, new Effect.Deliver(lobby, last));
      pass(world, 10, 10);
      assertThat(refused).hasSize(1);
      assertThat(refused.getFirst()).contains("an earlier message of the same sender", "MSG-03");
      act(world, new Effect.Resume(lobby));
      act(world, new Effect.Deliver(lobby, waiting.getFirst().number()));
      assertThat(world.situation().paused()).isTrue();
      assertThat(refused).hasSize(1);
    }
  }

  @Test
  void whoCrashesAProcessByHandIsToldSoInPlaceOfAStack() {
    try (var world = world(1)) {
      pass(world, 3_000, 10);
      Pid lobby = started("lobby");
      act(world, new Effect.Crash(lobby, new CrashWay.Raise("too loud")));
      pass(world, 100, 10);
      var studio = new Studio(() -> 0);
      studio.accept(events);
      var field = studio.frame(Wish.FIRST, world.table()).field();
      int row =
          IntStream.range(0, field.size())
              .filter(at -> field.pid(at) == started("lobby").number())
              .findFirst()
              .orElseThrow();
      var first = Wish.FIRST;
      var wish = new Wish(first.view(), first.camera(), field.slot(row), -1, EventFilter.ALL, "");
      var facts = studio.frame(wish, world.table()).facts().orElseThrow();
      assertThat(facts.lastExit()).contains("too loud");
      assertThat(facts.stack()).containsExactly("nowhere: crashed by hand");
    }
  }
}
