package understudy.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import understudy.player.Act;
import understudy.player.ActReader;
import understudy.player.Moment;
import understudy.player.Run;
import understudy.scenario.Scenario;

/// What hands do in a run, on the command line.
final class HandOptions {
  /// How many deeds a command line may have.
  private static final int MOST = 10_000;

  @Option(
      names = "--do",
      paramLabel = "DEED",
      description = {
        "do this by hand on the way, for example --do '12.3s kill chat/rooms/lobby'; may be",
        "repeated, in the order of time. The deeds: kill, raise, exit, kill-tree, stop, suspend,",
        "resume, send, deliver, spawn, chaos, traffic, slow (docs/fork-and-compare.md)"
      })
  private List<String> deeds = new ArrayList<>();

  @Option(
      names = "--until",
      paramLabel = "MOMENT",
      description =
          "how far, for example 34.2s; without it, ten seconds beyond the script and the last deed")
  private @Nullable String until;

  boolean isEmpty() {
    return deeds.isEmpty() && until == null;
  }

  /// {@return the run with these hands in it}
  Run run(Scenario scenario, long seed) {
    if (deeds.size() > MOST) {
      throw new BadInput("--do may stand %d times, got %d".formatted(MOST, deeds.size()));
    }
    List<Act> acts = new ArrayList<>();
    for (String deed : deeds) {
      var act =
          switch (ActReader.act(deed)) {
            case ActReader.Read.Good(var good) -> good;
            case ActReader.Read.Bad(var problem) -> throw bad("--do", deed, problem);
            case ActReader.Read.Time(var moment) ->
                throw bad("--do", deed, "nothing is to be done at " + moment);
          };
      if (!acts.isEmpty() && act.at().nanos() < acts.getLast().at().nanos()) {
        throw bad(
            "--do",
            deed,
            "it comes before the one before it, at %s; put them in the order of time"
                .formatted(acts.getLast().at()));
      }
      acts.add(act);
    }
    return new Run(scenario, seed, acts);
  }

  Optional<Moment> until() {
    return Optional.ofNullable(until)
        .map(text ->
            switch (ActReader.moment(text)) {
              case ActReader.Read.Time(var moment) -> moment;
              case ActReader.Read.Bad(var problem) -> throw bad("--until", text, problem);
              case ActReader.Read.Good _ -> throw bad("--until", text, "a moment is expected");
            });
  }

  private static BadInput bad(String option, String text, String problem) {
    return new BadInput("%s '%s': %s".formatted(option, text, problem));
  }
}
