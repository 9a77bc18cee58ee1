package understudy.app;

import java.util.List;
import java.util.Optional;
import understudy.player.Moment;
import understudy.player.Run;
import understudy.viewmodel.Sides;
import understudy.viewmodel.Words;

/// One run under several strategies of one supervisor.
///
/// @param source the file or lesson that is played
/// @param run what is played
/// @param least how far it goes at least, in nanoseconds of its time
/// @param place whose strategy is changed
record StrategyProgramme(String source, Run run, long least, String place) implements Programme {
  /// {@return the programme with the topmost place that can be changed; empty if there is none}
  static Optional<Programme> of(String source, Run run, long least) {
    var tree = run.scenario().tree();
    return Strategies.places(tree, tree.id()).stream()
        .findFirst()
        .map(place -> new StrategyProgramme(source, run, least, place));
  }

  @Override
  public Sides.Kind kind() {
    return Sides.Kind.STRATEGIES;
  }

  @Override
  public String title() {
    int hands = run.acts().size();
    String key = hands == 0 ? "sides.title" : hands == 1 ? "sides.titleHand" : "sides.titleHands";
    return Words.get(key, source, Long.toString(run.seed()), hands);
  }

  @Override
  public List<Part> parts() {
    var own = Strategies.at(run.scenario().tree(), place);
    return Strategies.ALL.stream()
        .map(strategy ->
            new Part(
                Strategies.name(strategy),
                own.filter(strategy::equals).isPresent() ? Words.get("sides.asWritten") : "",
                run.in(Strategies.under(run.scenario(), place, strategy)),
                true,
                least))
        .toList();
  }

  @Override
  public List<String> first() {
    return Strategies.ALL.stream().map(Strategies::name).toList();
  }

  @Override
  public List<String> places() {
    var tree = run.scenario().tree();
    return Strategies.places(tree, tree.id());
  }

  @Override
  public Programme under(String next) {
    return places().contains(next) ? new StrategyProgramme(source, run, least, next) : this;
  }

  @Override
  public Optional<String> rename(String name, String next) {
    return Optional.of(Words.get("sides.noName"));
  }

  @Override
  public String command(String name, List<String> shown, long end) {
    return CommandText.comparison(source, run, place, shown, Moment.at(end));
  }
}
