package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
/// @param hands what a person holds
public record Desk(
    Extent view,
    Camera camera,
    int selected,
    int pointed,
    boolean reveal,
    EventFilter filter,
    String find,
    Form form,
    boolean dark,
    Hands hands) {
  /// The desk of a window that was just opened.
  public static final Desk TIDY =
      new Desk(
          new Extent(800, 500),
          Camera.FIT,
          -1,
          -1,
          false,
          EventFilter.ALL,
          "",
          new None(),
          true,
          Hands.EMPTY);

  private static final double LARGEST_BLOCK = 2;

  /// {@return what the window would like to see}
  public Wish wish() {
    return new Wish(
        view, camera, selected, pointed, filter, find, RollQuery.HIDDEN, hands.reach(), Set.of());
  }

  /// {@return what `action` leads to}
  ///
  /// @param action what a person did
  /// @param frame what they saw when they did it
  public Next update(Action action, Frame frame) {
    return switch (action) {
      case Action.Select(var slot, var bring) -> Next.still(selecting(slot, bring).alone());
      case Action.Pick(var slot) -> Next.still(picking(slot));
      case Action.PickIn(var box, var more) -> Next.still(pickingIn(box, more, frame));
      case Action.PickSeen _ -> Next.still(pickingIn(seen(frame), false, frame));
      case Action.Extend(var way) -> Next.still(extended(way, frame));
      case Action.Point(var slot) ->
          Next.still(
              new Desk(view, camera, selected, slot, reveal, filter, find, form, dark, hands));
      case Action.Move(var way) -> Next.still(moved(way, frame));
      case Action.Resize(var size) -> Next.still(withView(size));
      case Action.Zoom(var factor, var px, var py) ->
          Next.still(looking(camera.resolve(frame.world(), view).zoomed(factor, px, py)));
      case Action.ZoomMiddle(var factor) ->
          update(new Action.Zoom(factor, view.width() / 2, view.height() / 2), frame);
      case Action.Pan(var dx, var dy) ->
          Next.still(looking(camera.resolve(frame.world(), view).panned(dx, dy)));
      case Action.Fit _ -> Next.still(looking(Camera.FIT));
      case Action.ZoomTo(var box) -> Next.still(looking(Camera.around(box, view, LARGEST_BLOCK)));
      case Action.Reveal(var box) -> Next.still(revealed(box, frame));
      case Action.Ask(var what) -> Next.still(asking(what, frame));
      case Action.Edit(var edited) -> Next.still(filling(edited));
      case Action.Submit _ -> submitted(frame);
      case Action.Cancel _ -> Next.still(filling(new None()));
      case Action.Crash(var way) -> on(frame, t -> new Effect.Crash(t.pid(), way));
      case Action.CrashTree _ -> on(frame, t -> new Effect.CrashTree(t.pid()));
      case Action.Stop _ -> on(frame, t -> new Effect.Stop(t.pid()));
      case Action.ToggleSuspend _ ->
          on(
              frame,
              t ->
                  t.phase() == Phase.SUSPENDED
                      ? new Effect.Resume(t.pid())
                      : new Effect.Suspend(t.pid()));
      case Action.Deliver(var message) ->
          new Next(
              this,
              new Targets(this, frame)
                  .one().<Effect>map(f -> new Effect.Deliver(f.pid(), message)).stream().toList());
      case Action.DeliverAt(var at) ->
          at <= frame.grasp().letters().size()
              ? update(new Action.Deliver(frame.grasp().letters().get(at - 1).number()), frame)
              : Next.still(this);
      case Action.ToggleChaos _ when frame.situation().troubles().chaos().isPresent() ->
          Next.with(this, new Effect.EndChaos());
      case Action.ToggleChaos _ -> Next.still(asking(Action.Question.CHAOS, frame));
      case Action.EndLoad(var place) -> Next.with(this, new Effect.EndLoad(place));
      case Action.EndSlow(var place) -> Next.with(this, new Effect.EndSlow(place));
      case Action.Calm _ -> new Next(this, calm(frame.situation().troubles()));
      case Action.TogglePrompt _ -> Next.still(prompting(toggled()));
      case Action.Prompted(var text) -> Next.still(prompting(hands.prompt().typed(text)));
      case Action.PromptMove(var by, var rows) ->
          Next.still(prompting(hands.prompt().moved(by, rows)));
      case Action.TogglePause _ ->
          Next.with(this, frame.situation().paused() ? new Effect.Play() : new Effect.Pause());
      case Action.StepOnce _ -> Next.with(this, new Effect.StepOnce());
      case Action.Speed(var tempo) -> Next.with(this, new Effect.Speed(tempo));
      case Action.Nudge(var by) ->
          Next.with(this, new Effect.Speed(frame.situation().tempo().nudged(by)));
      case Action.Seek(var nanos) -> Next.with(this, new Effect.Seek(nanos));
      case Action.Travel(var by, var forth) ->
          Next.with(this, new Effect.Travel(by, forth, selected));
      case Action.ToStart _ -> Next.with(this, new Effect.Seek(frame.scrubber().firstNanos()));
      case Action.ToNow _ -> Next.with(this, new Effect.ToNow());
      case Action.ToggleRecording _ ->
          Next.with(
              this,
              frame.situation().recording()
                  ? new Effect.StopRecording()
                  : new Effect.StartRecording());
      case Action.Save(var file) -> Next.with(this, new Effect.SaveRecording(file));
      case Action.Export(var extract, var file) ->
          Next.with(this, new Effect.Export(extract, file));
      case Action.Open(var file) -> Next.with(cleared(), new Effect.Open(file));
      case Action.Lesson(var name) -> Next.with(cleared(), new Effect.OpenLesson(name));
      case Action.StartChat(var forOthers) -> Next.with(cleared(), new Effect.StartChat(forOthers));
      case Action.Find(var text) -> Next.still(finding(text));
      case Action.FindNext _ -> Next.still(nextFound(frame.found()));
      case Action.Filter(var wanted) -> Next.still(filtering(wanted));
      case Action.ToggleTheme _ ->
          Next.still(
              new Desk(view, camera, selected, pointed, reveal, filter, find, form, !dark, hands));
      case Action.Fork(var event, var nanos) -> Next.with(this, new Effect.Fork(event, nanos));
      case Action.CopyCommand _ -> Next.with(this, new Effect.CopyCommand());
      case Action.Show(var what) -> Next.with(this, new Effect.Show(what));
      case Action.DismissNotice _ -> Next.with(this, new Effect.DismissNotice());
    };
  }

  private Next on(Frame frame, Function<Targets.Target, Effect> effect) {
    return new Next(this, new Targets(this, frame).each(effect));
  }

  private static List<Effect> calm(Troubles troubles) {
    List<Effect> effects = new ArrayList<>();
    troubles.chaos().ifPresent(_ -> effects.add(new Effect.EndChaos()));
    troubles.loads().forEach(load -> effects.add(new Effect.EndLoad(load.place())));
    troubles.slow().forEach(slow -> effects.add(new Effect.EndSlow(slow.place())));
    return effects;
  }

  private Prompt toggled() {
    return hands.prompt().open() ? Prompt.CLOSED : new Prompt(true, "", 0);
  }

  private Desk asking(Action.Question what, Frame frame) {
    return new Targets(this, frame).form(what).map(this::filling).orElse(this);
  }

  private Next submitted(Frame frame) {
    if (!form.problem().isEmpty() || form instanceof None) {
      return Next.still(this);
    }
    return new Next(filling(new None()), form.effects(new Targets(this, frame)));
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
    return to < 0 ? this : selecting(to, true).alone();
  }

  private Desk picking(int slot) {
    if (slot < 0) {
      return this;
    }
    if (slot == selected) {
      int other = hands.picked().isEmpty() ? -1 : hands.picked().getLast();
      return selecting(other, false).holding(hands.without(other));
    }
    return hands.picked().contains(slot)
        ? holding(hands.without(slot))
        : selecting(slot, false).holding(hands.and(selected));
  }

  /// Those of a crowd that is drawn as one are left out: they are not seen.
  private Desk pickingIn(Box box, boolean more, Frame frame) {
    var field = frame.field();
    var next = more ? this : holding(hands.alone());
    int first = more ? selected : -1;
    for (int row = 0; row < field.size(); row++) {
      boolean inside =
          box.touches(new Box(field.x(row), field.y(row), field.width(row), field.height(row)));
      if (inside && field.crowd(row) == 0) {
        int slot = field.slot(row);
        if (first < 0) {
          first = slot;
        } else if (slot != first) {
          next = next.holding(next.hands.and(slot));
        }
      }
    }
    return next.hands.equals(hands) && first == selected ? this : next.inspecting(first);
  }

  private Desk inspecting(int slot) {
    return slot == selected ? this : selecting(slot, false);
  }

  private Box seen(Frame frame) {
    var c = camera.resolve(frame.world(), view);
    return new Box(c.x(), c.y(), view.width() / c.scale(), view.height() / c.scale());
  }

  private Desk extended(Action.Way way, Frame frame) {
    var to = moved(way, frame);
    if (to.selected() == selected) {
      return this;
    }
    return hands.picked().contains(to.selected())
        ? to.holding(hands.without(to.selected()))
        : to.holding(hands.and(selected));
  }

  private Desk nextFound(Found found) {
    if (found.slots().isEmpty()) {
      return this;
    }
    int at = found.slots().indexOf(selected);
    return selecting(found.slots().get((at + 1) % found.slots().size()), true).alone();
  }

  private Desk revealed(Box box, Frame frame) {
    Camera shown =
        camera.fitting() ? camera : camera.resolve(frame.world(), view).showing(box, view);
    return new Desk(view, shown, selected, pointed, false, filter, find, form, dark, hands);
  }

  private Desk selecting(int slot, boolean bring) {
    var kept = slot == selected ? form : new None();
    var follow = filter.slot() < 0 ? filter : filter.about(slot);
    return new Desk(
        view, camera, slot, pointed, bring && slot >= 0, follow, find, kept, dark, hands);
  }

  private Desk holding(Hands next) {
    return new Desk(view, camera, selected, pointed, reveal, filter, find, form, dark, next);
  }

  private Desk alone() {
    return holding(hands.alone());
  }

  private Desk prompting(Prompt next) {
    return holding(hands.with(next));
  }

  private Desk cleared() {
    return new Desk(
        view, Camera.FIT, -1, -1, false, EventFilter.ALL, "", new None(), dark, Hands.EMPTY);
  }

  private Desk withView(Extent size) {
    return new Desk(size, camera, selected, pointed, reveal, filter, find, form, dark, hands);
  }

  private Desk looking(Camera next) {
    return new Desk(view, next, selected, pointed, reveal, filter, find, form, dark, hands);
  }

  private Desk filling(Form next) {
    return new Desk(view, camera, selected, pointed, reveal, filter, find, next, dark, hands);
  }

  private Desk finding(String text) {
    return new Desk(view, camera, selected, pointed, reveal, filter, text, form, dark, hands);
  }

  private Desk filtering(EventFilter wanted) {
    return new Desk(view, camera, selected, pointed, reveal, wanted, find, form, dark, hands);
  }
}
