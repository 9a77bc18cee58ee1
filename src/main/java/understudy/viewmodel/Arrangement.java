package understudy.viewmodel;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// How a person has set up their window: what is shown, where, how large; kept from one start to
/// the next.
///
/// @param view what fills the middle
/// @param inspector where the inspector stands
/// @param strip whether the big numbers are shown
/// @param timeline whether the timeline is shown
/// @param events whether the event list is shown
/// @param presenting whether there is only the picture, large, for a room; not kept
/// @param scale how large everything is, in percent, 100 to 300
/// @param dark whether the dark theme is on
/// @param welcomed whether the first run was explained
/// @param edges where the edges between panes are
/// @param columns which columns the process table shows
/// @param layers what lies over the tree
/// @param bounds where the window is on the screen, empty if it was never moved
public record Arrangement(
    View view,
    Side inspector,
    boolean strip,
    boolean timeline,
    boolean events,
    boolean presenting,
    int scale,
    boolean dark,
    boolean welcomed,
    Edges edges,
    Set<RollColumn> columns,
    Set<Layer> layers,
    Optional<Bounds> bounds) {
  /// The smallest scale, in percent.
  public static final int SMALLEST = 100;

  /// The largest scale, in percent.
  public static final int LARGEST = 300;

  /// As it is the first time.
  public static final Arrangement FIRST =
      new Arrangement(
          View.TREE,
          Side.RIGHT,
          true,
          true,
          true,
          false,
          SMALLEST,
          true,
          false,
          Edges.FIRST,
          EnumSet.complementOf(EnumSet.of(RollColumn.PATH)),
          Set.of(),
          Optional.empty());

  private static final int STEP = 25;

  /// Takes a copy, and keeps the scale within its limits.
  public Arrangement {
    columns = Set.copyOf(columns);
    layers = Set.copyOf(layers);
    scale = Math.clamp(scale, SMALLEST, LARGEST);
  }

  /// What fills the middle.
  public enum View {
    /// The picture of the tree.
    TREE,
    /// The process table.
    TABLE,
    /// Both, side by side.
    BOTH
  }

  /// Where a pane stands.
  public enum Side {
    /// At the left edge.
    LEFT,
    /// At the right edge.
    RIGHT,
    /// Nowhere.
    HIDDEN
  }

  /// Where the edges between panes are, each as a share of the room, 0 to 1.
  ///
  /// @param inspector width of the inspector; 0 for its natural width
  /// @param table width of the table where it stands beside the tree
  /// @param timeline height of the timeline
  /// @param events height of the event list
  public record Edges(double inspector, double table, double timeline, double events) {
    /// As they are the first time.
    public static final Edges FIRST = new Edges(0, 0.5, 0.16, 0.255);

    /// Keeps every edge where both of its sides can be seen.
    public Edges {
      inspector = inspector == 0 ? 0 : Math.clamp(inspector, 0.12, 0.6);
      table = Math.clamp(table, 0.15, 0.85);
      timeline = Math.clamp(timeline, 0.06, 0.6);
      events = Math.clamp(events, 0.06, 0.6);
    }
  }

  /// A rectangle on the screen.
  ///
  /// @param x left, in pixels
  /// @param y top, in pixels
  /// @param width in pixels
  /// @param height in pixels
  /// @param maximized whether it fills the screen
  public record Bounds(double x, double y, double width, double height, boolean maximized) {
    /// {@return this where all of it can be seen: moved, and smaller if need be}
    ///
    /// @param screen what can be seen
    public Bounds within(Bounds screen) {
      double w = Math.min(width, screen.width);
      double h = Math.min(height, screen.height);
      return new Bounds(
          Math.clamp(x, screen.x, screen.x + screen.width - w),
          Math.clamp(y, screen.y, screen.y + screen.height - h),
          w,
          h,
          maximized);
    }

    /// {@return how much of it lies in another, in square pixels}
    ///
    /// @param other another rectangle
    public double shared(Bounds other) {
      double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
      double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
      return Math.max(0, w) * Math.max(0, h);
    }
  }

  /// Something about the window that a person changes.
  public sealed interface Change {
    /// Something else fills the middle.
    ///
    /// @param view what
    record Show(View view) implements Change {}

    /// The inspector moves.
    ///
    /// @param side where to
    record Dock(Side side) implements Change {}

    /// The inspector is hidden, or comes back.
    record ToggleInspector() implements Change {}

    /// The big numbers are hidden, or come back.
    record ToggleStrip() implements Change {}

    /// The timeline is hidden, or comes back.
    record ToggleTimeline() implements Change {}

    /// The event list is hidden, or comes back.
    record ToggleEvents() implements Change {}

    /// There is only the picture, or everything again.
    ///
    /// @param on whether only the picture
    record Present(boolean on) implements Change {}

    /// Everything is larger or smaller by a step.
    ///
    /// @param larger whether larger
    record Scale(boolean larger) implements Change {}

    /// Everything is that large.
    ///
    /// @param percent how large
    record ScaleTo(int percent) implements Change {}

    /// The theme changed.
    ///
    /// @param dark whether it is dark now
    record Theme(boolean dark) implements Change {}

    /// The first run is explained, or was.
    ///
    /// @param done whether it was
    record Welcome(boolean done) implements Change {}

    /// Edges were moved.
    ///
    /// @param edges where they are now
    record Move(Edges edges) implements Change {}

    /// A column of the table is hidden, or comes back; one always stays.
    ///
    /// @param column which
    record ToggleColumn(RollColumn column) implements Change {}

    /// Something over the tree goes, or comes.
    ///
    /// @param layer what
    record ToggleLayer(Layer layer) implements Change {}

    /// The window was moved or resized.
    ///
    /// @param bounds where it is now
    record Place(Bounds bounds) implements Change {}
  }

  /// {@return whether the process table is to be seen}
  public boolean showsTable() {
    return view != View.TREE && !presenting;
  }

  /// {@return this after `change`}
  ///
  /// @param change what a person did
  public Arrangement update(Change change) {
    var next = new Draft(this);
    switch (change) {
      case Change.Show(var to) -> next.view = to;
      case Change.Dock(var side) -> next.inspector = side;
      case Change.ToggleInspector _ ->
          next.inspector = inspector == Side.HIDDEN ? Side.RIGHT : Side.HIDDEN;
      case Change.ToggleStrip _ -> next.strip = !strip;
      case Change.ToggleTimeline _ -> next.timeline = !timeline;
      case Change.ToggleEvents _ -> next.events = !events;
      case Change.Present(var on) -> next.presenting = on;
      case Change.Scale(var larger) -> next.scale = scale + (larger ? STEP : -STEP);
      case Change.ScaleTo(var percent) -> next.scale = percent;
      case Change.Theme(var toDark) -> next.dark = toDark;
      case Change.Welcome(var done) -> next.welcomed = done;
      case Change.Move(var to) -> next.edges = to;
      case Change.ToggleColumn(var column) -> next.columns = toggled(column);
      case Change.ToggleLayer(var layer) -> next.layers = toggled(layer);
      case Change.Place(var to) -> next.bounds = Optional.of(to);
    }
    return next.done();
  }

  private Set<RollColumn> toggled(RollColumn column) {
    Set<RollColumn> next = EnumSet.noneOf(RollColumn.class);
    next.addAll(columns);
    if (!next.remove(column)) {
      next.add(column);
    }
    return next.isEmpty() ? columns : next;
  }

  private Set<Layer> toggled(Layer layer) {
    Set<Layer> next = EnumSet.noneOf(Layer.class);
    next.addAll(layers);
    if (!next.remove(layer)) {
      next.add(layer);
    }
    return next;
  }

  /// The same with fields that can be set one at a time.
  static final class Draft {
    View view;
    Side inspector;
    boolean strip;
    boolean timeline;
    boolean events;
    boolean presenting;
    int scale;
    boolean dark;
    boolean welcomed;
    Edges edges;
    Set<RollColumn> columns;
    Set<Layer> layers;
    Optional<Bounds> bounds;

    Draft(Arrangement from) {
      view = from.view;
      inspector = from.inspector;
      strip = from.strip;
      timeline = from.timeline;
      events = from.events;
      presenting = from.presenting;
      scale = from.scale;
      dark = from.dark;
      welcomed = from.welcomed;
      edges = from.edges;
      columns = from.columns;
      layers = from.layers;
      bounds = from.bounds;
    }

    Arrangement done() {
      return new Arrangement(
          view,
          inspector,
          strip,
          timeline,
          events,
          presenting,
          scale,
          dark,
          welcomed,
          edges,
          columns,
          layers,
          bounds);
    }
  }
}
