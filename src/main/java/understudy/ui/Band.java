package understudy.ui;

import understudy.viewmodel.Box;
import understudy.viewmodel.Camera;

/// A rectangle that is drawn with the pointer, from one corner to the other, in pixels.
record Band(double fromX, double fromY, double toX, double toY) {
  void paint(Brush brush) {
    double w = Math.rint(Math.abs(toX - fromX));
    double h = Math.rint(Math.abs(toY - fromY));
    double x = Math.rint(Math.min(fromX, toX)) + 0.5;
    double y = Math.rint(Math.min(fromY, toY)) + 0.5;
    brush.g.setFill(Brush.fade(brush.palette.accent(), 0.14));
    brush.g.fillRect(x, y, w, h);
    brush.g.setStroke(brush.palette.accent());
    brush.g.setLineWidth(1);
    brush.g.setLineDashes();
    brush.g.strokeRoundRect(x, y, w, h, 0, 0);
  }

  /// {@return what lies under it, in world units}
  Box in(Camera camera) {
    double left = camera.wx(Math.min(fromX, toX));
    double top = camera.wy(Math.min(fromY, toY));
    return new Box(
        left, top, camera.wx(Math.max(fromX, toX)) - left, camera.wy(Math.max(fromY, toY)) - top);
  }
}
