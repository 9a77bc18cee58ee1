package understudy.viewmodel;

import java.util.Arrays;
import java.util.List;
import understudy.layout.Plot;

/// Workers too many to be told row by row, as points: a level for each pixel of the canvas.
///
/// A level from 0 to [#RAMP] - 1 is how full a mailbox is; then come the phases ([#level(Phase)]),
/// the more alarming the higher; [#BORN] is a place that was filled again a moment ago; [#NOTHING]
/// leaves the ground to be seen. Immutable.
public final class Heat {
  /// How many levels of mailbox depth there are.
  public static final int RAMP = 32;

  /// The level of a place that was filled again a moment ago.
  public static final int BORN = 40;

  /// The level of a pixel where nobody is.
  public static final byte NOTHING = -1;

  /// No points at all.
  public static final Heat NONE = new Heat(Camera.FIT, 0, 0, new byte[0], List.of());

  private static final int FULL = 512;

  private final Camera camera;
  private final int width;
  private final int height;
  private final byte[] levels;
  private final List<Plot> plots;

  Heat(Camera camera, int width, int height, byte[] levels, List<Plot> plots) {
    this.camera = camera;
    this.width = width;
    this.height = height;
    this.levels = levels;
    this.plots = plots;
  }

  /// {@return the camera under which the pixels were made}
  public Camera camera() {
    return camera;
  }

  /// {@return pixels in a line}
  public int width() {
    return width;
  }

  /// {@return how many lines there are}
  public int height() {
    return height;
  }

  /// {@return whether there are no points}
  public boolean isEmpty() {
    return plots.isEmpty();
  }

  /// {@return the level of a pixel}
  ///
  /// @param pixel counts from 0, line by line
  public byte level(int pixel) {
    return levels[pixel];
  }

  /// {@return whether a line of pixels is the same as in another heat of the same size}
  ///
  /// @param line counts from 0
  /// @param other of the same size
  public boolean sameLine(int line, Heat other) {
    int from = line * width;
    return Arrays.mismatch(levels, from, from + width, other.levels, from, from + width) < 0;
  }

  /// {@return the place at a point of the world, -1 if none of these is there}
  ///
  /// @param wx world abscissa
  /// @param wy world ordinate
  public int slotAt(double wx, double wy) {
    for (Plot plot : plots) {
      int cell = plot.cellAt(wx, wy);
      if (cell >= 0 && plot.slot(cell) >= 0) {
        return plot.slot(cell);
      }
    }
    return -1;
  }

  /// {@return the level of a phase; that of an empty mailbox for who is well}
  ///
  /// @param phase any
  public static int level(Phase phase) {
    return switch (phase) {
      case RUNNING, WAITING, BLOCKED -> 0;
      case SUSPENDED -> 33;
      case STARTING -> 34;
      case STOPPING -> 41;
      case RESTARTING -> 42;
      case BACKING_OFF -> 43;
      case DOWN -> 44;
      case GAVE_UP -> 45;
    };
  }

  /// {@return how full a mailbox is, 0 to 1, on a logarithmic scale up to 512 messages}
  ///
  /// @param depth messages waiting
  public static double share(int depth) {
    return depth <= 0 ? 0 : Math.min(1, Math.log1p(depth) / Math.log1p(FULL));
  }

  /// {@return the depth of a mailbox that is as full as `share` says: [#share] the other way round}
  static int depth(double share) {
    return (int) Math.round(Math.expm1(Math.clamp(share, 0, 1) * Math.log1p(FULL)));
  }

  /// {@return the step of a mailbox on a ramp}
  ///
  /// @param depth messages waiting
  /// @param steps how many steps the ramp has
  public static int step(int depth, int steps) {
    return (int) Math.round(share(depth) * (steps - 1));
  }
}
