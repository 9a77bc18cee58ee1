package understudy.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import understudy.bus.Detail;
import understudy.bus.EventBus;
import understudy.bus.Subscriber;
import understudy.player.Comparison;
import understudy.player.Exploration;
import understudy.player.Performance;
import understudy.player.Play;
import understudy.player.Played;
import understudy.player.PlayedStep;
import understudy.recording.Metadata;
import understudy.scenario.Scenario;
import understudy.scenario.Step;
import understudy.viewmodel.Situation;

/// Plays one scenario without a window.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Plays a scenario or lesson without a window and prints a summary.")
final class RunCommand implements Callable<Integer> {
  static final int MESSAGES_KEPT = 1 << 20;

  /// How long a lesson without a script of its own plays.
  private static final Duration OPEN_END = Duration.ofSeconds(30);

  private static final int MOST_PICTURES = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ScenarioOptions source = new ScenarioOptions();

  @Option(
      names = "--seeds",
      paramLabel = "A..B",
      description =
          "play under each of these seeds, tell what did not hold, and how to play that again")
  private @Nullable String seeds;

  @Option(
      names = "--live",
      description = "play on the live scheduler, in real time; a seed has no effect then")
  private boolean live;

  @Option(names = "--record", paramLabel = "OUT", description = "write a recording to this file")
  private @Nullable Path record;

  @Option(
      names = "--jfr",
      paramLabel = "OUT",
      description = "hand the events to Java's Flight Recorder as they come, and write its file")
  private @Nullable Path jfr;

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description = "write a picture of the window after each step to this folder")
  private @Nullable Path pictures;

  @Mixin private HandOptions hands = new HandOptions();

  @Override
  public Integer call() throws Exception {
    Scenario scenario = source.read();
    if (!hands.isEmpty()) {
      return again(scenario);
    }
    if (seeds != null) {
      return explore(scenario, SeedRange.parse(seeds));
    }
    return staged(
        scenario,
        (bus, writing, filming) -> {
          try (var play =
              live ? Play.live(scenario, bus) : new Play(scenario, source.seed(), bus)) {
            var done = play(scenario, play, bus, filming);
            bus.pump();
            writing.finish();
            return summary(scenario, done, play, bus);
          }
        });
  }

  private interface Staged {
    int play(EventBus bus, RunRecording writing, RunPictures filming)
        throws IOException, InterruptedException;
  }

  /// Plays with what is to be recorded and drawn on the bus.
  private int staged(Scenario scenario, Staged staged) throws IOException, InterruptedException {
    try (var bus = new EventBus(Detail.MESSAGES, MESSAGES_KEPT, wallClock());
        var writing = RunRecording.to(Optional.ofNullable(record), metadata(scenario));
        var flying = RunFlight.to(Optional.ofNullable(jfr));
        var filming = RunPictures.to(Optional.ofNullable(pictures), situation(scenario))) {
      List<Subscriber> hearers =
          List.of(
              batch -> writing.append(batch.events()),
              batch -> flying.accept(batch.events()),
              batch -> filming.accept(batch.events()));
      hearers.forEach(bus::subscribe);
      try {
        return staged.play(bus, writing, filming);
      } finally {
        // What ends with the play is no part of it.
        hearers.forEach(bus::unsubscribe);
      }
    }
  }

  /// As the window plays: the script goes on by itself, and hands reach into it.
  private int again(Scenario scenario) throws IOException, InterruptedException {
    if (live || seeds != null) {
      throw new BadInput("--do and --until need one stepped run; leave --live and --seeds out");
    }
    var run = hands.run(scenario, source.seed());
    var until = hands.until();
    return staged(
        scenario,
        (bus, writing, filming) -> {
          try (var performance = new Performance(run, bus)) {
            if (until.isPresent()) {
              performance.reach(until.get());
            } else {
              performance.reachEnd(Performance.BEYOND, Performance.LONGEST);
            }
            bus.pump();
            filming.take("end", performance.play().vm().table());
            writing.finish();
            return summary(performance, bus);
          }
        });
  }

  private int summary(Performance performance, EventBus bus) {
    var out = spec.commandLine().getOut();
    var scenario = performance.play().scenario();
    out.println("%s: %s".formatted(scenario.id(), scenario.title()));
    out.println(
        "  stepped with seed %d, by hand: %d, up to %s"
            .formatted(source.seed(), performance.soFar().acts().size(), performance.moment()));
    out.println(
        "  %d events, %d dropped".formatted(bus.stats().delivered(), bus.stats().dropped()));
    out.println("  alive at the end: " + String.join(" ", performance.play().alive()));
    performance.refusals().forEach(line -> out.println("  refused: " + line));
    performance.divergences().forEach(line -> out.println("  not as it was kept: " + line));
    out.flush();
    return performance.divergences().isEmpty() ? Main.DONE : Main.DOES_NOT_HOLD;
  }

  private LongSupplier wallClock() {
    return live ? System::currentTimeMillis : EventBus.NO_CLOCK;
  }

  private Metadata metadata(Scenario scenario) {
    return new Metadata(
        scenario.title(),
        scenario.id(),
        source.seed(),
        live ? Metadata.Scheduler.LIVE : Metadata.Scheduler.STEPPED,
        wallClock().getAsLong(),
        Session.VERSION);
  }

  private Played play(Scenario scenario, Play play, EventBus bus, RunPictures filming)
      throws IOException, InterruptedException {
    var steps = new ArrayList<PlayedStep>();
    for (var step : scenario.steps()) {
      steps.add(play.perform(step));
      bus.pump();
      if (steps.size() <= MOST_PICTURES) {
        filming.take("%03d".formatted(steps.size()), play.vm().table());
      }
    }
    if (scenario.steps().stream().allMatch(step -> step.step() instanceof Step.Start)) {
      play.advance(OPEN_END);
      bus.pump();
      filming.take("end", play.vm().table());
    }
    return new Played(scenario.id(), steps, play.alive());
  }

  private int explore(Scenario scenario, SeedRange range) {
    var out = spec.commandLine().getOut();
    int broken = 0;
    for (long each = range.first(); each <= range.last(); each++) {
      var lines = Exploration.broken(scenario, each);
      if (!lines.isEmpty()) {
        broken++;
        out.println("seed %d: %s".formatted(each, lines.getFirst()));
        lines.stream().skip(1).forEach(line -> out.println("     " + line));
        out.println("     again: understudy run %s --seed %d".formatted(source.file(), each));
      }
    }
    out.println(
        "%s: %d seeds, %d broken"
            .formatted(scenario.id(), range.last() - range.first() + 1, broken));
    out.flush();
    return broken == 0 ? Main.DONE : Main.DOES_NOT_HOLD;
  }

  private int summary(Scenario scenario, Played played, Play play, EventBus bus) {
    var out = spec.commandLine().getOut();
    var differences =
        scenario
            .expected()
            .map(expected -> Comparison.differences(expected, played))
            .orElse(List.of());
    out.println("%s: %s".formatted(scenario.id(), scenario.title()));
    out.println(
        String.format(
            Locale.ROOT,
            "  %s, %d steps, %.1f s of its time",
            live ? "live" : "stepped with seed " + source.seed(),
            played.steps().size(),
            play.vm().nanos() / 1e9));
    out.println(
        "  %d events, %d dropped".formatted(bus.stats().delivered(), bus.stats().dropped()));
    out.println("  alive at the end: " + String.join(" ", played.finalAlive()));
    scenario
        .expected()
        .ifPresent(_ ->
            out.println(
                differences.isEmpty() ? "  as the real BEAM did" : "  not as the real BEAM did:"));
    differences.forEach(line -> out.println("    " + line));
    out.flush();
    return differences.isEmpty() ? Main.DONE : Main.DOES_NOT_HOLD;
  }

  private Situation situation(Scenario scenario) {
    return new Situation(
        "scenario " + scenario.id(),
        true,
        Lessons.names(),
        scenario.id(),
        List.of(),
        true,
        1,
        record != null,
        0,
        false,
        live ? "" : Long.toString(source.seed()),
        Optional.empty());
  }
}
