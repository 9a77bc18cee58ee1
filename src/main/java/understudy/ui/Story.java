package understudy.ui;

import javafx.scene.paint.Color;

/// Which colour a change of process is told in.
final class Story {
  private Story() {}

  static Color color(Palette palette, Flashes.Flash flash) {
    return switch (flash.fate()) {
      case NONE -> palette.accent();
      case ENDED -> palette.muted();
      case CRASHED, GAVE_UP -> palette.crash();
      case TAKEN_DOWN -> palette.taken();
    };
  }
}
