package understudy.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import understudy.bus.EventBus;
import understudy.player.Moment;
import understudy.recording.Metadata;
import understudy.scenario.Scenario;
import understudy.scenario.Strategy;

/// Plays one script under several strategies and prints what each cost.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Plays the same script with the same seed under several strategies and prints who died, who",
      "was restarted, how many messages were lost and how long each place was down."
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ScenarioOptions source = new ScenarioOptions();

  @Option(
      names = "--supervisor",
      paramLabel = "PATH",
      description = "whose strategy is changed, for example chat/rooms (default: the root)")
  private @Nullable String supervisor;

  @Option(
      names = "--strategies",
      paramLabel = "A,B,C",
      description = "which (default: one_for_one,one_for_all,rest_for_one)")
  private @Nullable String strategies;

  @Mixin private HandOptions hands = new HandOptions();

  @Option(
      names = "--record",
      paramLabel = "DIR",
      description = "write a recording of each to this folder")
  private @Nullable Path record;

  @Override
  public Integer call() {
    Scenario scenario = source.read();
    var path = Optional.ofNullable(supervisor).orElse(scenario.tree().id());
    var run = hands.run(scenario, source.seed());
    var until = hands.until().map(Moment::nanos);
    List<Reel> reels = new ArrayList<>();
    try {
      for (Strategy strategy : strategies()) {
        var changed = Strategies.under(scenario, path, strategy);
        reels.add(new Reel(Strategies.name(strategy), run.in(changed)));
      }
      long end = 0;
      for (var reel : reels) {
        end = Math.max(end, until.orElseGet(reel::findEnd));
      }
      for (var reel : reels) {
        reel.reach(end);
      }
      save(scenario, reels);
      print(scenario, path, reels, end);
    } finally {
      reels.forEach(Reel::close);
    }
    return Main.DONE;
  }

  private List<Strategy> strategies() {
    return strategies == null ? Strategies.ALL : Strategies.parse(strategies);
  }

  private void save(Scenario scenario, List<Reel> reels) {
    if (record == null) {
      return;
    }
    try {
      Files.createDirectories(record);
    } catch (IOException e) {
      throw new BadInput(
          "folder '%s' cannot be made (%s); choose another"
              .formatted(record.getFileName(), Recorder.reason(e)));
    }
    for (var reel : reels) {
      var metadata =
          new Metadata(
              "%s (%s)".formatted(scenario.title(), reel.name()),
              scenario.id(),
              source.seed(),
              Metadata.Scheduler.STEPPED,
              EventBus.NO_CLOCK.getAsLong(),
              Session.VERSION);
      Path target = record.resolve(scenario.id() + "-" + reel.name() + ".understudy");
      try (var writing = RunRecording.to(Optional.of(target), metadata)) {
        writing.append(reel.events());
        writing.finish();
      }
    }
  }

  private void print(Scenario scenario, String path, List<Reel> reels, long end) {
    var out = spec.commandLine().getOut();
    out.println("%s: %s".formatted(scenario.id(), scenario.title()));
    out.println(
        String.format(
            Locale.ROOT,
            "  seed %d, %s in other strategies, %.3f s of its time",
            source.seed(),
            path,
            end / 1e9));
    var columns =
        reels.stream().map(reel -> new TollTable.Column(reel.name(), reel.toll(end))).toList();
    TollTable.lines(columns).forEach(out::println);
    for (var reel : reels) {
      reel.complaints().forEach(line -> out.println("  %s: %s".formatted(reel.name(), line)));
    }
    out.flush();
  }
}
