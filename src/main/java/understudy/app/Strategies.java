package understudy.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.scenario.Scenario;
import understudy.scenario.Strategy;
import understudy.scenario.SupervisorNode;
import understudy.scenario.TreeNode;

/// The same scenario with another strategy in one place.
final class Strategies {
  /// Those that can stand for each other: the rest has children of another kind.
  static final List<Strategy> ALL =
      List.of(Strategy.ONE_FOR_ONE, Strategy.ONE_FOR_ALL, Strategy.REST_FOR_ONE);

  private Strategies() {}

  static String name(Strategy strategy) {
    return strategy.name().toLowerCase(Locale.ROOT);
  }

  /// {@return the strategies named, at least one, none twice}
  static List<Strategy> parse(String names) {
    List<Strategy> chosen = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      var strategy =
          ALL.stream()
              .filter(each -> name(each).equals(name.strip()))
              .findFirst()
              .orElseThrow(() ->
                  new BadInput(
                      "--strategies '%s': expected some of %s, separated by commas, got '%s'"
                          .formatted(names, told(ALL), name.strip())));
      if (chosen.contains(strategy)) {
        throw new BadInput(
            "--strategies '%s': %s stands there twice".formatted(names, name(strategy)));
      }
      chosen.add(strategy);
    }
    return chosen;
  }

  private static String told(List<Strategy> strategies) {
    return strategies.stream().map(Strategies::name).collect(Collectors.joining(", "));
  }

  /// {@return `scenario` with `strategy` in the place `path`; without expectations}
  static Scenario under(Scenario scenario, String path, Strategy strategy) {
    var tree =
        changed(scenario.tree(), Arrays.asList(path.split("/", -1)), strategy)
            .orElseThrow(() ->
                new BadInput(
                    "'%s' is no supervisor with a strategy that can be changed; expected one of %s"
                        .formatted(
                            path,
                            String.join(", ", places(scenario.tree(), scenario.tree().id())))));
    return new Scenario(
        scenario.id(),
        scenario.title(),
        scenario.note(),
        scenario.groups(),
        scenario.rules(),
        scenario.quietMillis(),
        tree,
        scenario.steps(),
        Optional.empty());
  }

  /// {@return the strategy in the place `path`, if it can be changed}
  static Optional<Strategy> at(TreeNode node, String path) {
    if (!(node instanceof SupervisorNode supervisor)) {
      return Optional.empty();
    }
    if (path.equals(node.id())) {
      return Optional.of(supervisor.strategy()).filter(ALL::contains);
    }
    return supervisor.children().stream()
        .filter(_ -> path.startsWith(node.id() + "/"))
        .flatMap(child -> at(child, path.substring(node.id().length() + 1)).stream())
        .findFirst();
  }

  /// {@return the places whose strategy can be changed}
  static List<String> places(TreeNode node, String path) {
    List<String> places = new ArrayList<>();
    if (node instanceof SupervisorNode supervisor) {
      if (ALL.contains(supervisor.strategy())) {
        places.add(path);
      }
      supervisor.children().forEach(child -> places.addAll(places(child, path + "/" + child.id())));
    }
    return places;
  }

  private static Optional<TreeNode> changed(TreeNode node, List<String> path, Strategy strategy) {
    if (!(node instanceof SupervisorNode supervisor) || !node.id().equals(path.getFirst())) {
      return Optional.empty();
    }
    if (path.size() == 1) {
      return ALL.contains(supervisor.strategy())
          ? Optional.of(supervisor.with(strategy, supervisor.children()))
          : Optional.empty();
    }
    List<TreeNode> children = new ArrayList<>();
    boolean found = false;
    for (var child : supervisor.children()) {
      var other = changed(child, path.subList(1, path.size()), strategy);
      found |= other.isPresent();
      children.add(other.orElse(child));
    }
    return found ? Optional.of(supervisor.with(supervisor.strategy(), children)) : Optional.empty();
  }
}
