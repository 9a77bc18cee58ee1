package understudy.ui;

import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;

/// A part of the window.
interface Pane {
  /// Shows what is the case; must not cause a gesture.
  void show(Frame frame, Desk desk);

  /// {@return whether it is shown every frame: others are words and figures, which nobody reads
  /// more than a few times a second}
  default boolean isLively() {
    return false;
  }
}
