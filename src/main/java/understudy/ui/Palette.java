package understudy.ui;

import java.util.List;
import javafx.scene.paint.Color;
import understudy.viewmodel.Heat;
import understudy.viewmodel.Phase;

/// The canvases' colours; the controls take theirs from CSS.
///
/// The ramp of mailbox depths changes its luminance in one direction only, so that it can be read
/// without colour; restarts are magenta, which the ramp has not got.
record Palette(
    Color ground,
    Color panel,
    Color grid,
    Color wire,
    Color card,
    Color cardEdge,
    Color text,
    Color muted,
    Color track,
    Color accent,
    Color crash,
    Color taken,
    Color restart,
    Color ghost,
    List<Color> ramp) {
  static final Palette DARK =
      new Palette(
          Color.web("#0d1117"),
          Color.web("#11161e"),
          Color.web("#20272f"),
          Color.web("#414a56"),
          Color.web("#1a212b"),
          Color.web("#343c47"),
          Color.web("#e9eef4"),
          Color.web("#97a1ad"),
          Color.web("#2a323d"),
          Color.web("#539bf5"),
          Color.web("#ff6a63"),
          Color.web("#f0883e"),
          Color.web("#e879f9"),
          Color.web("#e9eef4"),
          ramp("#3b4a6b", "#31688e", "#21918c", "#35b779", "#90d743", "#fde725"));

  static final Palette LIGHT =
      new Palette(
          Color.web("#ffffff"),
          Color.web("#fbfcfd"),
          Color.web("#e6eaee"),
          Color.web("#b9c1ca"),
          Color.web("#ffffff"),
          Color.web("#ccd3da"),
          Color.web("#1c2229"),
          Color.web("#59636e"),
          Color.web("#e3e8ed"),
          Color.web("#0969da"),
          Color.web("#cf222e"),
          Color.web("#bc4c00"),
          Color.web("#a21caf"),
          Color.web("#3d444d"),
          ramp("#c6d2de", "#8fcabf", "#4fb0b0", "#2b88a5", "#2a5a8c", "#2a2a66"));

  static Palette of(boolean dark) {
    return dark ? DARK : LIGHT;
  }

  private static List<Color> ramp(String... stops) {
    var colors = new Color[32];
    for (int i = 0; i < colors.length; i++) {
      double at = (double) i / (colors.length - 1) * (stops.length - 1);
      int low = Math.min((int) at, stops.length - 2);
      colors[i] = Color.web(stops[low]).interpolate(Color.web(stops[low + 1]), at - low);
    }
    return List.of(colors);
  }

  /// {@return how full a mailbox is, 0 to 1, on a logarithmic scale up to 512 messages}
  static double share(int depth) {
    return Heat.share(depth);
  }

  int rampIndex(int depth) {
    return Heat.step(depth, ramp.size());
  }

  Color depth(int depth) {
    return ramp.get(rampIndex(depth));
  }

  Color phase(Phase phase) {
    return switch (phase) {
      case STARTING -> accent;
      case RUNNING, WAITING, BLOCKED -> muted;
      case SUSPENDED -> muted;
      case STOPPING -> taken;
      case RESTARTING, BACKING_OFF -> restart;
      case DOWN, GAVE_UP -> crash;
    };
  }
}
