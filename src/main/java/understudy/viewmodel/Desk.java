package understudy.viewmodel;

import java.util.Optional;
import java.util.function.Function;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.viewmodel.Form.None;

/// What a person has before them that is not a fact: where they look, what they have selected, what
/// they are filling in.
///
/// Lives on the window's thread. Facts are in the [Frame] at hand.
///
/// @param view size of the canvas, in pixels
/// @param camera which part of the world
/// @param selected the selected place, -1 for none
/// @param pointed the place under the pointer, -1 for none
/// @param reveal whether the selected place still has to be brought into view
/// @param filter which event lines
/// @param find what is looked for
/// @param form what is being filled in
/// @param dark whether the dark theme is on
public record Desk(
    Extent view,
    Camera camera,
    int selected,
    int pointed,
    boolean reveal,
    EventFilter filter,
    String find,
    Form form,
    boolean dark) {
  /// The desk of a window that was just opened.
  public static final Desk TIDY =
      new Desk(
          new Extent(800, 500), Camera.FIT, -1, -1, false, EventFilter.ALL, "", new None(), true);

  private static final double LARGEST_BLOCK = 2;

  /// {@return what the window would like to see}
  public Wish wish() {
    return new Wish(view, camera, selected, pointed, filter, find);
  }

  /// {@return what `action` leads to}
  ///
  /// @param action what a person did
  /// @param frame what they saw when they did it
  public Next update(Action action, Frame frame) {
    return switch (action) {
      case Action.Select(var slot, var bring) -> Next.still(selecting(slot, bring));
      case Action.Point(var slot) ->
          Next.still(new Desk(view, camera, selected, slot, reveal, filter, find, form, dark));
      case Action.Move(var way) -> Next.still(moved(way, frame));
      case Action.Resize(var size) -> Next.still(withView(size));
      case Action.Zoom(var factor, var px, var py) ->
          Next.still(looking(camera.resolve(frame.world(), view).zoomed(factor, px, py)));
      case Action.Pan(var dx, var dy) ->
          Next.still(looking(camera.resolve(frame.world(), view).panned(dx, dy)));
      case Action.Fit _ -> Next.still(looking(Camera.FIT));
      case Action.ZoomTo(var box) -> Next.still(looking(Camera.around(box, view, LARGEST_BLOCK)));
      case Action.Reveal(var box) -> Next.still(revealed(box, frame));
      case Action.Ask(var what) -> Next.still(asking(what, frame));
      case Action.Edit(var edited) -> Next.still(filling(edited));
      case Action.Submit _ -> submitted();
      case Action.Cancel _ -> Next.still(filling(new None()));
      case Action.Crash(var way) -> onSelected(frame, f -> new Effect.Crash(f.pid(), way));
      case Action.Stop _ -> onSelected(frame, f -> new Effect.Stop(f.pid()));
      case Action.ToggleSuspend _ ->
          onSelected(
              frame,
              f ->
                  f.phase() == Phase.SUSPENDED
                      ? new Effect.Resume(f.pid())
                      : new Effect.Suspend(f.pid()));
      case Action.TogglePause _ ->
          Next.with(this, frame.situation().paused() ? new Effect.Play() : new Effect.Pause());
      case Action.StepOnce _ -> Next.with(this, new Effect.StepOnce());
      case Action.Speed(var factor) -> Next.with(this, new Effect.Speed(factor));
      case Action.ToggleRecording _ ->
          Next.with(
              this,
              frame.situation().recording()
                  ? new Effect.StopRecording()
                  : new Effect.StartRecording());
      case Action.Save(var file) -> Next.with(this, new Effect.SaveRecording(file));
      case Action.Open(var file) -> Next.with(cleared(), new Effect.Open(file));
      case Action.Lesson(var name) -> Next.with(cleared(), new Effect.OpenLesson(name));
      case Action.Find(var text) -> Next.still(finding(text));
      case Action.FindNext _ -> Next.still(nextFound(frame.found()));
      case Action.Filter(var wanted) -> Next.still(filtering(wanted));
      case Action.ToggleTheme _ ->
          Next.still(new Desk(view, camera, selected, pointed, reveal, filter, find, form, !dark));
      case Action.DismissNotice _ -> Next.with(this, new Effect.DismissNotice());
    };
  }

  private Next onSelected(Frame frame, Function<Facts, Effect> effect) {
    return reachable(frame).map(f -> Next.with(this, effect.apply(f))).orElse(Next.still(this));
  }

  private static Optional<Facts> reachable(Frame frame) {
    return frame.situation().live()
        ? frame.facts().filter(f -> f.phase().isAlive())
        : Optional.empty();
  }

  private Desk asking(Action.Question what, Frame frame) {
    if (!frame.situation().live()) {
      return this;
    }
    Optional<Form> asked =
        switch (what) {
          case SPAWN -> frame.facts().filter(f -> !f.host().isNone()).map(f -> spawnForm(f, frame));
          case SEND -> reachable(frame).map(f -> new Form.Send(f.pid(), f.name(), firstOf(f)));
          case CRASH ->
              reachable(frame).map(f -> new Form.Crash(f.pid(), f.name(), true, "crashed by hand"));
        };
    return asked.map(this::filling).orElse(this);
  }

  private static Form spawnForm(Facts facts, Frame frame) {
    var behaviours = frame.situation().behaviours();
    String host = facts.isSupervisor() ? facts.name() : facts.supervisor().name();
    String behaviour = behaviours.isEmpty() ? "" : behaviours.getFirst();
    Pid under = facts.host();
    return new Form.Spawn(under, host, "", behaviour, RestartType.PERMANENT);
  }

  private static String firstOf(Facts facts) {
    return facts.understands().isEmpty() ? "" : facts.understands().getFirst();
  }

  private Next submitted() {
    if (!form.problem().isEmpty()) {
      return Next.still(this);
    }
    Desk closed = filling(new None());
    return switch (form) {
      case None _ -> Next.still(this);
      case Form.Spawn(var supervisor, _, var id, var behaviour, var restart) ->
          Next.with(closed, new Effect.Spawn(supervisor, behaviour, restart, id.strip()));
      case Form.Send(var to, _, var text) ->
          Term.parse(text) instanceof Term.Parsed.Good(var message)
              ? Next.with(closed, new Effect.Send(to, message))
              : Next.still(this);
      case Form.Crash(var pid, _, var raise, var text) when raise ->
          Next.with(closed, new Effect.Crash(pid, new CrashWay.Raise(text)));
      case Form.Crash(var pid, _, _, var text) ->
          Term.parse(text) instanceof Term.Parsed.Good(var reason)
              ? Next.with(closed, new Effect.Crash(pid, new CrashWay.Exit(reason)))
              : Next.still(this);
    };
  }

  private Desk moved(Action.Way way, Frame frame) {
    var steps = frame.steps();
    int to =
        switch (way) {
          case UP -> steps.up();
          case DOWN -> steps.down();
          case LEFT -> steps.left();
          case RIGHT -> steps.right();
        };
    return to < 0 ? this : selecting(to, true);
  }

  private Desk nextFound(Found found) {
    if (found.slots().isEmpty()) {
      return this;
    }
    int at = found.slots().indexOf(selected);
    return selecting(found.slots().get((at + 1) % found.slots().size()), true);
  }

  private Desk revealed(Box box, Frame frame) {
    Camera shown =
        camera.fitting() ? camera : camera.resolve(frame.world(), view).showing(box, view);
    return new Desk(view, shown, selected, pointed, false, filter, find, form, dark);
  }

  private Desk selecting(int slot, boolean bring) {
    var kept = slot == selected ? form : new None();
    var follow =
        filter.slot() >= 0 && slot >= 0
            ? new EventFilter(filter.least(), slot, filter.text())
            : filter.slot() >= 0 ? new EventFilter(filter.least(), -1, filter.text()) : filter;
    return new Desk(view, camera, slot, pointed, bring && slot >= 0, follow, find, kept, dark);
  }

  private Desk cleared() {
    return new Desk(view, Camera.FIT, -1, -1, false, EventFilter.ALL, "", new None(), dark);
  }

  private Desk withView(Extent size) {
    return new Desk(size, camera, selected, pointed, reveal, filter, find, form, dark);
  }

  private Desk looking(Camera next) {
    return new Desk(view, next, selected, pointed, reveal, filter, find, form, dark);
  }

  private Desk filling(Form next) {
    return new Desk(view, camera, selected, pointed, reveal, filter, find, next, dark);
  }

  private Desk finding(String text) {
    return new Desk(view, camera, selected, pointed, reveal, filter, text, form, dark);
  }

  private Desk filtering(EventFilter wanted) {
    return new Desk(view, camera, selected, pointed, reveal, wanted, find, form, dark);
  }
}
