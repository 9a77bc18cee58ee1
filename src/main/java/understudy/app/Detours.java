package understudy.app;

import java.util.Optional;
import java.util.function.Consumer;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Showing;
import understudy.viewmodel.Words;

/// What becomes of an open lesson besides playing on: going back, branches, runs side by side.
///
/// While one of these is on, the lesson stands still. Used by the session's thread.
final class Detours implements AutoCloseable {
  private static final long SLICE_NANOS = 10_000_000;

  private final Consumer<String> clipboard;
  private final WindowKeeper.Teller teller;
  private final Consumer<World> stage;
  private final Beside beside;
  private Optional<LessonWorld> lesson = Optional.empty();
  private Optional<Branches> branches = Optional.empty();
  private Optional<Rewind> rewind = Optional.empty();
  private Optional<Effect> deed = Optional.empty();
  private Optional<String> into = Optional.empty();

  /// @param clipboard takes text that a person wants to have there
  /// @param teller takes what a person should read
  /// @param stage puts another world in the place of the one that is open
  Detours(Consumer<String> clipboard, WindowKeeper.Teller teller, Consumer<World> stage) {
    this.clipboard = clipboard;
    this.teller = teller;
    this.stage = stage;
    this.beside = new Beside(clipboard);
  }

  Beside beside() {
    return beside;
  }

  /// Another world was opened.
  void begin(World world) {
    close();
    lesson = world instanceof LessonWorld one ? Optional.of(one) : Optional.empty();
    branches = lesson.map(one -> new Branches(one.source(), one.run()));
  }

  /// {@return whether the lesson stands still behind something else}
  boolean isOn() {
    return beside.isOpen() || rewind.isPresent();
  }

  /// Lets real time pass for what is on.
  void pass(long realNanos) {
    rewind.ifPresent(this::goBack);
    beside.pass(realNanos);
  }

  /// Acts on the lesson unless it stands still; the first deed in a branch shows it beside the run
  /// that it came from.
  void whileOff(Runnable deed) {
    if (isOn()) {
      return;
    }
    deed.run();
    lesson.ifPresent(
        one -> branches.filter(all -> all.acted(one.run(), one.moment())).ifPresent(beside::open));
  }

  /// @param missing what is said where none is open
  private Optional<LessonWorld> lesson(String missing) {
    if (lesson.isEmpty()) {
      teller.tell(true, Words.get(missing));
    }
    lesson.ifPresent(one -> branches.ifPresent(all -> all.reached(one.run(), one.moment())));
    return lesson;
  }

  // ---- side by side ----

  void show(Showing what) {
    switch (what) {
      case Showing.Strategies _ -> lesson("detour.compare").ifPresent(this::compare);
      case Showing.Branches _ -> lesson("detour.show").ifPresent(_ -> showBranches());
      case Showing.Close _ -> beside.close();
      case Showing.GoOn(var name) -> goOn(name);
      case Showing.Under _,
          Showing.Choose _,
          Showing.Seek _,
          Showing.Skip _,
          Showing.TogglePlay _,
          Showing.Speed _,
          Showing.Rename _,
          Showing.Copy _ ->
          beside.order(what);
    }
  }

  private void compare(LessonWorld one) {
    StrategyProgramme.of(one.source(), one.run(), one.moment().nanos())
        .ifPresentOrElse(
            beside::open, () -> teller.tell(true, Words.get("detour.noStrategy", one.source())));
  }

  private void showBranches() {
    branches
        .filter(all -> !all.isAlone())
        .ifPresentOrElse(beside::open, () -> teller.tell(true, Words.get("detour.noBranches")));
  }

  void copyCommand() {
    lesson("detour.copy")
        .ifPresent(one -> {
          String command = CommandText.of(one.source(), one.run(), one.moment());
          clipboard.accept(command);
          teller.tell(false, Words.get("copied", CommandText.brief(command)));
        });
  }

  // ---- going back ----

  /// @param then what is done there, if anything
  void fork(long event, long nanos, Optional<Effect> then) {
    lesson("detour.back")
        .ifPresent(one -> {
          forgetRewind();
          rewind = Optional.of(new Rewind(one, event, nanos));
          deed = then;
          teller.tell(false, Words.get("detour.going", Figures.seconds(nanos)));
        });
  }

  private void goBack(Rewind one) {
    if (!one.goOn(System.nanoTime() + SLICE_NANOS)) {
      return;
    }
    var then = deed;
    var branch = into;
    rewind = Optional.empty();
    into = Optional.empty();
    var next = one.world();
    lesson = Optional.of(next);
    var from = next.moment();
    stage.accept(next);
    if (branch.isPresent()) {
      branches.ifPresent(all -> all.entered(branch.get()));
      teller.tell(
          one.complaint().isPresent(),
          one.complaint()
              .orElse(Words.get("detour.entered", branch.get(), Figures.seconds(from.nanos()))));
      return;
    }
    var forgotten = branches.flatMap(all -> all.fork(next.run(), from));
    String at = Figures.seconds(from.nanos());
    teller.tell(
        one.complaint().isPresent(),
        one.complaint()
            .or(() ->
                forgotten.map(
                    name -> Words.get("detour.forkedForgetting", at, Branches.MOST, name)))
            .orElseGet(() -> Words.get("detour.forked", at)));
    then.ifPresent(
        effect -> whileOff(() -> next.carryOut(effect, line -> teller.tell(true, line))));
  }

  /// The studio goes over to another branch; the one that it is in is kept as it is.
  private void goOn(String name) {
    lesson("detour.goOn")
        .flatMap(one ->
            branches
                .flatMap(all -> all.left(name))
                .map(left -> Rewind.into(one, left.run(), left.until())))
        .ifPresent(next -> {
          beside.close();
          forgetRewind();
          rewind = Optional.of(next);
          into = Optional.of(name);
          teller.tell(false, Words.get("detour.goingOver", name));
        });
  }

  private void forgetRewind() {
    into = Optional.empty();
    rewind.ifPresent(Rewind::close);
    rewind = Optional.empty();
    deed = Optional.empty();
  }

  /// Ends what is on.
  @Override
  public void close() {
    beside.close();
    forgetRewind();
  }
}
