package understudy.ui;

import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;

/// A part of the window.
interface Pane {
  /// Shows what is the case; must not cause a gesture.
  void show(Frame frame, Desk desk);
}
