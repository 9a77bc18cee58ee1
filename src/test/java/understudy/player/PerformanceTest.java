package understudy.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.event.EventSink;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.runtime.Steps;
import understudy.scenario.Reading;
import understudy.scenario.Scenario;
import understudy.scenario.ScenarioReader;

/// A run is a value: played again it gives the same stream, event for event.
class PerformanceTest {
  private record Event(long nanos, RuntimeEvent event) {}

  private static final class Log implements EventSink {
    private final List<Event> events = new ArrayList<>();

    @Override
    public boolean wants(Class<? extends RuntimeEvent> kind) {
      return true;
    }

    @Override
    public void emit(long nanos, RuntimeEvent event) {
      events.add(new Event(nanos, event));
    }
  }

  private static Scenario lesson(String name) {
    return switch (ScenarioReader.read(
        Path.of("assets", "lessons", name + ".yaml"), Repertoire.names())) {
      case Reading.Good(var scenario) -> scenario;
      case Reading.Bad(var diagnostics) -> throw new AssertionError(diagnostics);
    };
  }

  /// Plays with many hands in it: half of them between two turns, half after a stretch of time that
  /// ends where timers are due.
  private static Performance disturbed(Scenario scenario, long seed, EventSink sink) {
    var random = new SplittableRandom(seed);
    var performance = new Performance(Run.untouched(scenario, seed), sink);
    var steps = performance.play().vm().steps();
    for (int i = 0; i < 25; i++) {
      if (random.nextBoolean()) {
        steps.advance(Duration.ofMillis(random.nextInt(8) * 50L));
      } else {
        for (int turn = random.nextInt(40); turn >= 0; turn--) {
          steps.stepUntil(performance.moment().nanos() + 200_000_000);
        }
      }
      deed(performance, random, i).ifPresent(deed -> performance.act(deed, _ -> {}));
    }
    steps.advance(Duration.ofSeconds(2));
    return performance;
  }

  private static Optional<Deed> deed(Performance performance, SplittableRandom random, int i) {
    var roster = performance.play().roster();
    var all = roster.under("");
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Pid pid = all.get(random.nextInt(all.size()));
    Who who = performance.who(pid);
    assertThat(who.find(roster)).contains(pid);
    String path = roster.path(pid).orElseThrow();
    var waiting =
        performance
            .play()
            .vm()
            .table()
            .info(pid)
            .filter(info -> !info.waiting().isEmpty())
            .map(info -> info.waiting().getLast().number());
    return Optional.of(
        switch (random.nextInt(15)) {
          case 0 -> new Deed.Signal(who, Atom.KILL);
          case 1 -> new Deed.Raise(who, new ExitReason.Text("by \"hand\""));
          case 2 -> new Deed.Signal(who, ExitReason.tuple(new Atom("shutdown"), new Atom("x")));
          case 3 -> new Deed.Send(who, ExitReason.tuple(new Atom("say"), new ExitReason.Int(i)));
          case 4 -> new Deed.Stop(who);
          case 5 -> new Deed.Suspend(who, true);
          case 6 -> new Deed.Suspend(who, false);
          case 7 ->
              new Deed.Spawn(
                  performance.who(roster.supervisorOf(pid).orElse(pid)),
                  "extra" + i,
                  "ticker",
                  RestartType.PERMANENT);
          case 8 -> new Deed.Chaos(Optional.of(who), 2, i);
          case 9 -> new Deed.EndChaos();
          case 10 -> new Deed.Traffic(who, 25, new Atom("ping"));
          case 11 -> new Deed.EndTraffic(path);
          case 12 -> new Deed.Slow(who, Duration.ofMillis(40));
          case 13 -> new Deed.EndSlow(path);
          default ->
              waiting
                  .<Deed>map(number -> new Deed.Deliver(who, number))
                  .orElse(new Deed.KillTree(who));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat", "one_for_all", "escalation"})
  void theSameRunGivesTheSameStreamWhateverHandsDidInIt(String name) {
    var scenario = lesson(name);
    for (long seed = 1; seed <= 25; seed++) {
      var first = new Log();
      var second = new Log();
      try (var original = disturbed(scenario, seed, first)) {
        var run = original.soFar();
        try (var again =
            new Performance(
                run, new Fingerprint(second, original.print(), original.print().size()))) {
          again.reach(original.moment());
          assertThat(again.divergences()).as("%s, seed %d, %s", name, seed, run.acts()).isEmpty();
          assertThat(again.moment()).isEqualTo(original.moment());
          assertThat(again.soFar()).isEqualTo(run);
          assertThat(second.events)
              .as("%s, seed %d, %s", name, seed, run.acts())
              .isEqualTo(first.events);
        }
      }
    }
  }

  @Test
  void aRunThatIsWrittenAsTextAndReadAgainIsTheSameRun() {
    var scenario = lesson("chat");
    for (long seed = 30; seed < 45; seed++) {
      try (var original = disturbed(scenario, seed, EventSink.NONE)) {
        for (var act : original.soFar().acts()) {
          assertThat(ActReader.act(act.toString()))
              .as("seed %d", seed)
              .isEqualTo(new ActReader.Read.Good(act));
        }
      }
    }
  }

  @Test
  void anyEventCanBeGoneTo() {
    var scenario = lesson("chat");
    for (long seed = 1; seed < 8; seed++) {
      var first = new Log();
      try (var original = disturbed(scenario, seed, first)) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 6; i++) {
          int number = 1 + random.nextInt(first.events.size());
          var second = new Log();
          try (var again = new Performance(original.soFar(), second)) {
            again.reachEvent(number, first.events.get(number - 1).nanos());
            assertThat(second.events).as("seed %d", seed).hasSizeGreaterThanOrEqualTo(number);
            assertThat(second.events)
                .as("seed %d, event %d", seed, number)
                .isEqualTo(first.events.subList(0, second.events.size()));
            assertThat(second.events.getLast().nanos())
                .isEqualTo(first.events.get(number - 1).nanos());
            again.branch();
            again.act(new Deed.Chaos(Optional.empty(), 1, seed), _ -> {});
            again.reach(again.moment().nanos() + 3_000_000_000L);
            var third = new Log();
            try (var branch = new Performance(again.soFar(), third)) {
              branch.reach(again.moment());
              assertThat(branch.divergences()).isEmpty();
              assertThat(third.events)
                  .as("seed %d, event %d", seed, number)
                  .isEqualTo(second.events);
            }
          }
        }
      }
    }
  }

  @Test
  void aRunThatDivergesSaysSo() {
    var scenario = lesson("chat");
    try (var original = disturbed(scenario, 3, EventSink.NONE)) {
      var run = original.soFar();
      var other = new Run(scenario, 4, run.acts());
      var print = new Fingerprint(EventSink.NONE, original.print(), original.print().size());
      try (var again = new Performance(other, print)) {
        again.reach(original.moment());
        assertThat(again.divergences().getFirst())
            .startsWith("this is not the run that it should be: event ");
      }
    }
  }

  @Test
  void aDeedThatFindsNobodyIsTold() {
    var run =
        Run.untouched(lesson("chat"), 1)
            .and(
                new Act(
                    Moment.at(1_000_000_000), new Deed.Signal(Who.at("chat/attic"), Atom.KILL)));
    try (var performance = new Performance(run, EventSink.NONE)) {
      performance.reach(2_000_000_000L);
      assertThat(performance.refusals())
          .containsExactly("'1s kill chat/attic' found nobody at chat/attic");
    }
  }

  @Test
  void aRefusedMessageIsNoPartOfTheRun() {
    try (var performance = new Performance(Run.untouched(lesson("chat"), 1), EventSink.NONE)) {
      performance.reach(1_000_000_000);
      var room = performance.play().vm().whereis("room_lobby").orElseThrow();
      performance.act(new Deed.Suspend(performance.who(room), true), _ -> {});
      performance.play().vm().send(room, new Atom("ping"));
      long number =
          performance.play().vm().table().info(room).orElseThrow().waiting().getLast().number();
      assertThat(performance.act(new Deed.Deliver(performance.who(room), number), _ -> {}))
          .isEqualTo(Steps.Delivered.SUSPENDED);
      assertThat(performance.soFar().acts()).hasSize(1);
    }
  }
}
