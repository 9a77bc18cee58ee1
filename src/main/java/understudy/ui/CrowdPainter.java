package understudy.ui;

import javafx.scene.paint.Color;
import understudy.viewmodel.Extent;
import understudy.viewmodel.Fate;
import understudy.viewmodel.Field;
import understudy.viewmodel.Phase;

/// Draws those who are too small for words: discs near by, rectangles from afar.
final class CrowdPainter {
  private static final double SMALLEST_DISC = 5.5;
  private static final int MOST_DISCS = 4_000;

  void paint(Brush brush, Field field, boolean[] worded, Flashes flashes, Extent view) {
    boolean discs = field.size() <= MOST_DISCS;
    for (int row = 0; row < field.size(); row++) {
      if (worded[row]) {
        continue;
      }
      double x = brush.sx(field.x(row));
      double y = brush.sy(field.y(row));
      double w = field.width(row) * brush.scale();
      double h = field.height(row) * brush.scale();
      if (x + w < 0 || y + h < 0 || x > view.width() || y > view.height()) {
        continue;
      }
      if (field.crowd(row) > 0) {
        CrowdTile.paint(brush, field, row, x, y, w, h);
      } else if (field.supervisor(row)) {
        block(brush, field, row, x, y, w, h);
      } else if (discs && Math.min(w, h) >= SMALLEST_DISC) {
        disc(brush, field, row, x + w / 2, y + h / 2, (int) Math.min(Math.min(w, h), 26));
      } else {
        brush.g.setFill(color(brush, field, row));
        double gap = Math.min(w, h) > 3 ? 1 : 0;
        brush.g.fillRect(Math.floor(x), Math.floor(y), Math.max(1, w - gap), Math.max(1, h - gap));
      }
      flash(brush, field.slot(row), flashes, x, y, w, h);
    }
  }

  private static Color color(Brush brush, Field field, int row) {
    var phase = field.phase(row);
    return switch (phase) {
      case RUNNING, SUSPENDED -> brush.palette.depth(field.depth(row));
      case STARTING, STOPPING, RESTARTING, BACKING_OFF, DOWN, GAVE_UP -> brush.palette.phase(phase);
    };
  }

  private static void block(
      Brush brush, Field field, int row, double x, double y, double w, double h) {
    var phase = field.phase(row);
    boolean well = phase == Phase.RUNNING || phase == Phase.SUSPENDED;
    double left = Math.floor(x);
    double top = Math.floor(y);
    brush.g.setFill(well ? brush.palette.cardEdge() : brush.palette.phase(phase));
    brush.g.fillRect(left, top, Math.max(2, w), Math.max(2, h));
    if (h > 5) {
      brush.g.setFill(brush.palette.card());
      brush.g.fillRect(left + 1, top + 1, w - 2, h - 2);
    }
    if (h > 3) {
      brush.g.setFill(well ? brush.palette.accent() : brush.palette.phase(phase));
      brush.g.fillRect(left, top, Math.max(1, w * 0.05), Math.max(2, h));
    }
  }

  static void disc(Brush brush, Field field, int row, double cx, double cy, int size) {
    var phase = field.phase(row);
    var color = color(brush, field, row);
    boolean ring =
        phase == Phase.DOWN
            || phase == Phase.STARTING
            || phase == Phase.STOPPING
            || phase == Phase.RESTARTING
            || phase == Phase.BACKING_OFF;
    var image = ring ? brush.sprites.ring(color, size) : brush.sprites.disc(color, size);
    brush.g.drawImage(image, Math.rint(cx - size / 2.0), Math.rint(cy - size / 2.0));
    double r = size / 2.0;
    switch (phase) {
      case DOWN -> cross(brush, cx, cy, r * 0.42, color);
      case GAVE_UP -> cross(brush, cx, cy, r * 0.45, brush.palette.ground());
      case SUSPENDED -> bars(brush, cx, cy, r);
      case BACKING_OFF, STOPPING -> {
        brush.g.setFill(color);
        brush.g.fillRect(cx - r * 0.4, cy - 0.75, r * 0.8, 1.5);
      }
      case STARTING, RUNNING, RESTARTING -> {}
    }
  }

  private static void bars(Brush brush, double cx, double cy, double r) {
    brush.g.setFill(brush.palette.ground());
    brush.g.fillRect(cx - r * 0.45, cy - r * 0.5, r * 0.3, r);
    brush.g.fillRect(cx + r * 0.15, cy - r * 0.5, r * 0.3, r);
  }

  static void cross(Brush brush, double cx, double cy, double r, Color color) {
    brush.g.setStroke(color);
    brush.g.setLineWidth(Math.max(1.2, r * 0.4));
    brush.g.strokeLine(cx - r, cy - r, cx + r, cy + r);
    brush.g.strokeLine(cx - r, cy + r, cx + r, cy - r);
  }

  private static void flash(
      Brush brush, int slot, Flashes flashes, double x, double y, double w, double h) {
    if (flashes.isEmpty()) {
      return;
    }
    flashes
        .of(slot)
        .ifPresent(flash -> {
          var stage = flash.stage(brush.now);
          boolean death = stage == Flashes.Stage.DYING && flash.fate() != Fate.NONE;
          if (death || stage == Flashes.Stage.BORN) {
            double left = death ? 1 : 1 - flash.sinceBirth(brush.now) / Flashes.BIRTH_SECONDS;
            var color = death ? Story.color(brush.palette, flash) : brush.palette.restart();
            double grow = death ? 2 : 2 + 4 * (1 - left);
            brush.g.setStroke(Brush.fade(color, left));
            brush.g.setLineWidth(death ? 2 : 1.5);
            if (w > 4) {
              brush.g.strokeRoundRect(
                  x - grow, y - grow, w + 2 * grow, h + 2 * grow, w + 2 * grow, h + 2 * grow);
            } else {
              brush.g.setFill(color);
              brush.g.fillRect(x - 1, y - 1, Math.max(3, w + 2), Math.max(3, h + 2));
            }
          }
        });
  }
}
