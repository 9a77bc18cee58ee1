package understudy.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.player.Moment;
import understudy.player.Performance;
import understudy.player.Run;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Sides;
import understudy.viewmodel.Words;

/// The ways in which the run of one lesson went on; the studio is in the last one or an earlier.
///
/// Used by the session's thread.
final class Branches implements Programme {
  /// How many are kept.
  static final int MOST = 9;

  static final int LONGEST_NAME = 40;

  private static final String FIRST = Words.get("branch.first");

  private static final class Branch {
    private String name;
    private Run run;
    private Moment until;
    private int given;

    Branch(String name, Run run, Moment until) {
      this.name = name;
      this.run = run;
      this.until = until;
      this.given = run.acts().size();
    }
  }

  private final String source;
  private final List<Branch> all = new ArrayList<>();
  private Branch current;
  private Branch parent;
  private boolean unnamed;

  /// The first one, in which nothing happened yet.
  Branches(String source, Run run) {
    this.source = source;
    this.current = new Branch(FIRST, run, Moment.at(0));
    this.parent = current;
    all.add(current);
  }

  /// Notes how far the studio's branch has come.
  void reached(Run run, Moment until) {
    current.run = run;
    current.until = until;
  }

  /// A new one begins, and the studio is in it.
  ///
  /// @param run what it has in common with the one before
  /// @param from where they part
  /// @return the name of the one that had to be given up for it
  Optional<String> fork(Run run, Moment from) {
    parent = current;
    current = new Branch(free(Words.get("branch.from", Figures.seconds(from.nanos()))), run, from);
    unnamed = true;
    all.add(current);
    return all.size() > MOST
        ? Optional.of(all.remove(all.indexOf(parent) == 1 ? 2 : 1).name)
        : Optional.empty();
  }

  /// Names the studio's branch after the first thing that is done in it.
  ///
  /// @return whether this was the first
  boolean acted(Run run, Moment until) {
    reached(run, until);
    boolean first = unnamed && run.acts().size() > current.given;
    if (first) {
      unnamed = false;
      current.name = free(cut(run.acts().getLast().deed().told()));
    }
    return first;
  }

  boolean isAlone() {
    return all.size() == 1;
  }

  /// A branch, as far as it has come.
  ///
  /// @param run what was played in it
  /// @param until where it was left
  record Left(Run run, Moment until) {}

  /// {@return a branch that the studio is not in; nothing if there is no such one}
  Optional<Left> left(String name) {
    return named(name)
        .filter(branch -> branch != current)
        .map(branch -> new Left(branch.run, branch.until));
  }

  /// The studio is in another branch now.
  void entered(String name) {
    named(name)
        .ifPresent(branch -> {
          parent = current;
          current = branch;
          unnamed = false;
        });
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "\u2026";
  }

  private String free(String wanted) {
    String name = wanted;
    for (int i = 2; isTaken(name); i++) {
      name = wanted + " (" + i + ")";
    }
    return name;
  }

  private boolean isTaken(String name) {
    return all.stream().anyMatch(each -> each != current && each.name.equals(name));
  }

  private Optional<Branch> named(String name) {
    return all.stream().filter(each -> each.name.equals(name)).findFirst();
  }

  @Override
  public Sides.Kind kind() {
    return Sides.Kind.BRANCHES;
  }

  @Override
  public String title() {
    return Words.get("sides.title", source, Long.toString(current.run.seed()));
  }

  /// What was not lived yet is played on, untouched.
  @Override
  public List<Part> parts() {
    return all.stream()
        .map(each ->
            new Part(
                each.name,
                each == current ? Words.get("branch.here") : "",
                each.run,
                false,
                each.until.nanos() + Performance.BEYOND.toNanos() / 2))
        .toList();
  }

  @Override
  public List<String> first() {
    return parent == current ? List.of(current.name) : List.of(parent.name, current.name);
  }

  @Override
  public Optional<String> rename(String name, String next) {
    var branch = named(name);
    if (branch.isEmpty() || name.equals(next)) {
      return Optional.empty();
    }
    if (next.isBlank() || next.length() > LONGEST_NAME) {
      return Optional.of(Words.get("branch.nameLong", LONGEST_NAME, next.length()));
    }
    if (named(next).isPresent()) {
      return Optional.of(Words.get("branch.nameTaken", next));
    }
    branch.get().name = next;
    return Optional.empty();
  }

  @Override
  public String command(String name, List<String> shown, long end) {
    var branch = named(name).orElse(current);
    boolean beyond = end > branch.until.nanos();
    return CommandText.of(source, branch.run, beyond ? Moment.at(end) : branch.until);
  }
}
