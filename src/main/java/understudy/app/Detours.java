package understudy.app;

import java.util.Optional;
import java.util.function.Consumer;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Showing;

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

  private Optional<LessonWorld> lesson(String what) {
    if (lesson.isEmpty()) {
      teller.tell(true, "nothing plays that could be %s; open a lesson first".formatted(what));
    }
    lesson.ifPresent(one -> branches.ifPresent(all -> all.reached(one.run(), one.moment())));
    return lesson;
  }

  // ---- side by side ----

  void show(Showing what) {
    switch (what) {
      case Showing.Strategies _ -> lesson("compared").ifPresent(this::compare);
      case Showing.Branches _ -> lesson("shown side by side").ifPresent(_ -> showBranches());
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
            beside::open,
            () ->
                teller.tell(
                    true,
                    "%s has no supervisor whose strategy could be another: compare needs one that"
                            .formatted(one.source())
                        + " is one_for_one, one_for_all or rest_for_one"));
  }

  private void showBranches() {
    branches
        .filter(all -> !all.isAlone())
        .ifPresentOrElse(
            beside::open,
            () ->
                teller.tell(
                    true,
                    "this run has no branches yet: go back to an event by a right click in the"
                        + " event list, and act there"));
  }

  void copyCommand() {
    lesson("copied")
        .ifPresent(one -> {
          String command = CommandText.of(one.source(), one.run(), one.moment());
          clipboard.accept(command);
          teller.tell(false, "copied: " + CommandText.brief(command));
        });
  }

  // ---- going back ----

  /// @param then what is done there, if anything
  void fork(long event, long nanos, Optional<Effect> then) {
    lesson("gone back in")
        .ifPresent(one -> {
          forgetRewind();
          rewind = Optional.of(new Rewind(one, event, nanos));
          deed = then;
          teller.tell(false, "going back to %.3f s...".formatted(nanos / 1e9));
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
              .orElse(
                  "this is '%s' at %.3f s: it goes on as soon as time does"
                      .formatted(branch.get(), from.nanos() / 1e9)));
      return;
    }
    var forgotten = branches.flatMap(all -> all.fork(next.run(), from));
    String back = "back at %.3f s: ".formatted(from.nanos() / 1e9);
    teller.tell(
        one.complaint().isPresent(),
        one.complaint()
            .or(() ->
                forgotten.map(name ->
                    back + "%d branches are kept, '%s' had to go".formatted(Branches.MOST, name)))
            .orElse(back + "what you do now makes a branch, the run as it was is kept"));
    then.ifPresent(
        effect -> whileOff(() -> next.carryOut(effect, line -> teller.tell(true, line))));
  }

  /// The studio goes over to another branch; the one that it is in is kept as it is.
  private void goOn(String name) {
    lesson("gone on with")
        .flatMap(one ->
            branches
                .flatMap(all -> all.left(name))
                .map(left -> Rewind.into(one, left.run(), left.until())))
        .ifPresent(next -> {
          beside.close();
          forgetRewind();
          rewind = Optional.of(next);
          into = Optional.of(name);
          teller.tell(false, "going over to '%s'...".formatted(name));
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
