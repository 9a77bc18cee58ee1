package understudy.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import understudy.viewmodel.Differences;
import understudy.viewmodel.EventFilter;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Notice;
import understudy.viewmodel.Showing;
import understudy.viewmodel.Sides;
import understudy.viewmodel.Sides.Side;
import understudy.viewmodel.SidesWish;
import understudy.viewmodel.Situation;
import understudy.viewmodel.Standing;
import understudy.viewmodel.Wish;
import understudy.viewmodel.Words;

/// Shows runs side by side, all at one moment of their time.
///
/// Plays what is not there yet a slice at a time, so that whoever calls [#pass] can always be told
/// to stop. Used by one thread.
final class Screening implements AutoCloseable {
  private static final long SLICE_NANOS = 10_000_000;

  /// How long before the runs part it begins.
  private static final long RUN_UP_NANOS = 1_000_000_000;

  private final Consumer<String> clipboard;
  private Programme programme;
  private final Map<String, Projector> projectors = new HashMap<>();
  private final Set<String> shown = new LinkedHashSet<>();
  private Optional<Whole> whole = Optional.empty();
  private boolean begun;
  private boolean playing;
  private double speed = 1;
  private long moment;
  private long jumps;
  private long number;
  private long notices;
  private Optional<Notice> notice = Optional.empty();

  /// What is known when all is played.
  private record Whole(long end, long parted, List<Sides.Row> table) {}

  /// @param clipboard takes text that a person wants to have there
  Screening(Programme programme, Consumer<String> clipboard) {
    this.programme = programme;
    this.clipboard = clipboard;
    shown.addAll(programme.first());
  }

  private List<Programme.Part> parts() {
    return programme.parts().stream().filter(part -> shown.contains(part.name())).toList();
  }

  private Projector projector(Programme.Part part) {
    return projectors.computeIfAbsent(
        part.name(), name -> new Projector(new Reel(name, part.run())));
  }

  private List<Projector> projectors() {
    return parts().stream().map(this::projector).toList();
  }

  // ---- time ----

  /// Lets real time pass: plays what is not there yet, then shows.
  void pass(long realNanos) {
    long until = System.nanoTime() + SLICE_NANOS;
    if (whole.isEmpty()) {
      whole = prepared(until);
      whole.ifPresent(all -> {
        jump(begun ? moment : all.parted() - RUN_UP_NANOS);
        playing |= !begun;
        begun = true;
      });
      return;
    }
    if (playing) {
      long end = whole.get().end();
      moment = Math.min(end, moment + Math.round(realNanos * speed));
      playing = moment < end;
    }
    for (var projector : projectors()) {
      jumps += projector.toward(moment, until) ? 0 : 1;
    }
  }

  private Optional<Whole> prepared(long until) {
    long end = 0;
    for (var part : parts()) {
      var reel = projector(part).reel();
      while (part.toItsEnd() && reel.ownEnd().isEmpty()) {
        if (System.nanoTime() > until) {
          return Optional.empty();
        }
        reel.goOn();
      }
      end = Math.max(end, Math.max(part.least(), part.toItsEnd() ? reel.ownEnd().orElse(0) : 0));
    }
    for (var projector : projectors()) {
      while (!projector.reel().hasReached(end)) {
        if (System.nanoTime() > until) {
          return Optional.empty();
        }
        projector.reel().goOn(end);
      }
      while (projector.thread()) {
        if (System.nanoTime() > until) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(whole(end));
  }

  private Whole whole(long end) {
    List<TollTable.Column> columns = new ArrayList<>();
    for (var part : parts()) {
      columns.add(new TollTable.Column(part.name(), projector(part).reel().toll(end)));
    }
    return new Whole(end, Math.min(end, parted()), TollTable.rows(columns));
  }

  /// Strategies are told apart by what follows a death, branches by any event.
  private long parted() {
    return switch (programme.kind()) {
      case STRATEGIES ->
          projectors().stream()
              .flatMap(each -> each.marks().stream().limit(1))
              .mapToLong(mark -> mark.nanos())
              .min()
              .orElse(0);
      case BRANCHES -> Reel.parting(projectors().stream().map(Projector::reel).toList());
    };
  }

  private void jump(long to) {
    moment = Math.clamp(to, 0, whole.map(Whole::end).orElse(0L));
    jumps++;
  }

  // ---- what a person asks for ----

  /// Does what was asked for.
  void order(Showing what) {
    notice = Optional.empty();
    switch (what) {
      case Showing.Under(var place) -> {
        programme = programme.under(place);
        close();
        begun = false;
      }
      case Showing.Choose(var name, var on) -> choose(name, on);
      case Showing.Seek(var to) -> jump(to);
      case Showing.Skip(var onward) -> skip(onward);
      case Showing.TogglePlay _ -> {
        playing = !playing && whole.isPresent();
        if (playing && moment >= whole.map(Whole::end).orElse(0L)) {
          jump(0);
        }
      }
      case Showing.Speed(var next) -> speed = next;
      case Showing.Rename(var name, var next) -> rename(name, next);
      case Showing.Copy(var name) -> {
        String command =
            programme.command(name, List.copyOf(shown), whole.map(Whole::end).orElse(moment));
        clipboard.accept(command);
        tell(false, Words.get("copied", CommandText.brief(command)));
      }
      case Showing.Strategies _, Showing.Branches _, Showing.GoOn _, Showing.Close _ ->
          throw new IllegalArgumentException("the session does this itself: " + what);
    }
  }

  private void tell(boolean problem, String line) {
    notice = Optional.of(new Notice(++notices, problem, line));
  }

  private void choose(String name, boolean on) {
    if (on && shown.size() >= Sides.MOST) {
      tell(true, Words.get("sides.most", Sides.MOST));
    } else if (!on && shown.size() <= 1) {
      tell(true, Words.get("sides.last"));
    } else if (on ? shown.add(name) : shown.remove(name)) {
      whole = Optional.empty();
      jumps++;
    }
  }

  private void skip(boolean onward) {
    playing = false;
    var moments =
        projectors().stream().flatMap(each -> each.marks().stream()).mapToLong(m -> m.nanos());
    jump(
        onward
            ? moments.filter(at -> at > moment).min().orElse(whole.map(Whole::end).orElse(0L))
            : moments.filter(at -> at < moment).max().orElse(0));
  }

  private void rename(String name, String next) {
    var problem = programme.rename(name, next);
    if (problem.isPresent()) {
      tell(true, problem.get());
      return;
    }
    Optional.ofNullable(projectors.remove(name)).ifPresent(own -> projectors.put(next, own));
    if (shown.remove(name)) {
      shown.add(next);
    }
    whole = whole.map(all -> whole(all.end()));
  }

  // ---- what is seen ----

  /// {@return what is to be seen now}
  Sides sides(SidesWish wish) {
    return new Sides(
        ++number,
        programme.kind(),
        programme.title(),
        programme.parts().stream()
            .map(part -> new Sides.Choice(part.name(), part.note(), shown.contains(part.name())))
            .toList(),
        programme.places(),
        programme.place(),
        preparing(),
        whole.isPresent() ? drawn(wish) : List.of(),
        whole
            .map(all -> new Sides.Clock(moment, all.end(), all.parted(), playing, speed, jumps))
            .orElse(Sides.Clock.ZERO),
        whole.map(Whole::table).orElse(List.of()),
        notice);
  }

  private Optional<Sides.Preparing> preparing() {
    var reels = projectors().stream().map(Projector::reel).toList();
    return whole.isPresent() || reels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Sides.Preparing(
                reels.stream().mapToLong(Reel::nanos).max().orElse(0),
                reels.stream().mapToLong(each -> each.events().size()).sum()));
  }

  private List<Side> drawn(SidesWish wish) {
    var parts = parts();
    var all = projectors();
    List<Map<String, Standing>> standings = all.stream().map(Projector::standings).toList();
    var apart = Differences.of(standings);
    var chosen = wish.selected();
    String path = chosen.side() < all.size() ? all.get(chosen.side()).path(chosen.slot()) : "";
    return IntStream.range(0, all.size())
        .mapToObj(i -> {
          var selected = standings.get(i).get(path);
          int slot = selected == null ? -1 : selected.slot();
          int pointed = i == wish.pointed().side() ? wish.pointed().slot() : -1;
          var frame =
              all.get(i)
                  .frame(
                      new Wish(wish.view(), wish.camera(), slot, pointed, EventFilter.ALL, ""),
                      situation(parts.get(i).name()));
          return side(parts.get(i), all.get(i), frame, slot, apart.get(i));
        })
        .toList();
  }

  private static Side side(
      Programme.Part part, Projector projector, Frame frame, int selected, Sides.Apart apart) {
    return new Side(
        part.name(),
        part.note(),
        frame,
        selected,
        new Sides.Apart(projector.shown(apart.fate(), frame), projector.shown(apart.work(), frame)),
        projector.marks(),
        projector.reel().complaints());
  }

  private Situation situation(String name) {
    return new Situation(
        name,
        false,
        List.of(),
        "",
        List.of(),
        !playing,
        speed,
        false,
        0,
        false,
        "",
        Optional.empty());
  }

  /// Lets go of all that was played.
  @Override
  public void close() {
    projectors.values().forEach(Projector::close);
    projectors.clear();
    whole = Optional.empty();
  }
}
