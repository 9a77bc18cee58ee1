package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.viewmodel.Action.Question;

/// Whom a gesture is about, and the form in which it is asked for.
final class Targets {
  private static final String KILLS = "1";
  private static final String RATE = "50";
  private static final String WORK = "40";
  private static final String LATENCY = "200";

  /// A living process that a gesture reaches.
  record Target(Pid pid, Phase phase) {}

  private final Desk desk;
  private final Frame frame;

  Targets(Desk desk, Frame frame) {
    this.desk = desk;
    this.frame = frame;
  }

  /// {@return the process that is inspected, if it can be reached}
  Optional<Facts> one() {
    return frame.situation().live()
        ? frame.facts().filter(f -> f.phase().isAlive())
        : Optional.empty();
  }

  /// {@return everybody who is selected and can be reached, the inspected one first}
  List<Target> all() {
    List<Target> all = new ArrayList<>();
    one().ifPresent(f -> all.add(new Target(f.pid(), f.phase())));
    if (frame.situation().live()) {
      frame.grasp().picked().stream()
          .filter(p -> p.phase().isAlive() && desk.hands().picked().contains(p.slot()))
          .forEach(p -> all.add(new Target(p.pid(), p.phase())));
    }
    return all;
  }

  List<Effect> each(Function<Target, Effect> effect) {
    return all().stream().map(effect).toList();
  }

  /// {@return the effect on whom a form is about, and on everybody else who is selected}
  List<Effect> with(Pid pid, Function<Pid, Effect> effect) {
    List<Effect> effects = new ArrayList<>(List.of(effect.apply(pid)));
    all().stream()
        .filter(other -> !other.pid().equals(pid))
        .forEach(other -> effects.add(effect.apply(other.pid())));
    return effects;
  }

  Optional<Form> form(Question what) {
    if (!frame.situation().live()) {
      return Optional.empty();
    }
    return switch (what) {
      case SPAWN -> frame.facts().filter(f -> !f.host().isNone()).map(this::spawn);
      case SEND -> one().map(f -> new Form.Send(f.pid(), named(f), firstOf(f)));
      case CRASH ->
          one().map(f -> new Form.Crash(f.pid(), named(f), true, Words.get("form.crashed")));
      case CHAOS -> Optional.of(chaos());
      case TRAFFIC -> one().map(f -> new Form.Traffic(f.pid(), f.name(), RATE, firstOf(f), WORK));
      case LATENCY -> one().map(f -> new Form.Latency(f.pid(), named(f), LATENCY));
    };
  }

  private Form chaos() {
    String seed = frame.situation().seed().isEmpty() ? "1" : frame.situation().seed();
    return frame
        .facts()
        .filter(Facts::isSupervisor)
        .<Form>map(f -> new Form.Chaos(f.pid(), f.name(), false, KILLS, seed))
        .orElseGet(() -> new Form.Chaos(Pid.NONE, "", true, KILLS, seed));
  }

  private Form spawn(Facts facts) {
    var behaviours = frame.situation().behaviours();
    String host = facts.isSupervisor() ? facts.name() : facts.supervisor().name();
    String behaviour = behaviours.isEmpty() ? "" : behaviours.getFirst();
    return new Form.Spawn(facts.host(), host, "", behaviour, RestartType.PERMANENT);
  }

  private String named(Facts facts) {
    int others = all().size() - 1;
    return others <= 0 ? facts.name() : Words.get("form.others", facts.name(), others);
  }

  private static String firstOf(Facts facts) {
    return facts.understands().isEmpty() ? "ping" : facts.understands().getFirst();
  }
}
