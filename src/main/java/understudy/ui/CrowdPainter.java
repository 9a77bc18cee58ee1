package understudy.ui;

import java.util.function.Consumer;
import javafx.scene.paint.Color;
import understudy.viewmodel.Extent;
import understudy.viewmodel.Fate;
import understudy.viewmodel.Field;
import understudy.viewmodel.Phase;

/// Draws those who are too small for words: discs near by, rectangles from afar.
final class CrowdPainter {
  private static final double SMALLEST_DISC = 5.5;
  private static final int MOST_DISCS = 4_000;

  /// From so many on they go through a sheet of pixels.
  private static final int MANY = 400;

  /// A place in view, in pixels.
  private record Spot(int row, double x, double y, double w, double h) {
    /// How wide a disc is here, 0 for none.
    int disc() {
      return Math.min(w, h) < SMALLEST_DISC ? 0 : (int) Math.min(Math.min(w, h), 26);
    }
  }

  private final Sheet sheet = new Sheet();

  void paint(Brush brush, Field field, boolean[] worded, Flashes flashes, Extent view) {
    boolean discs = field.size() <= MOST_DISCS;
    boolean many = field.size() >= MANY && brush.g instanceof CanvasInk;
    if (many) {
      sheet.begin(view);
    }
    each(
        brush,
        field,
        worded,
        view,
        at -> {
          if (field.crowd(at.row) > 0) {
            CrowdTile.paint(brush, field, at.row, at.x, at.y, at.w, at.h);
          } else if (field.supervisor(at.row)) {
            block(brush, field, at.row, at.x, at.y, at.w, at.h);
          } else if (many) {
            put(brush, field, at, discs);
          } else {
            draw(brush, field, at, discs);
          }
        });
    if (many) {
      sheet.draw(brush.g);
    }
    each(
        brush,
        field,
        worded,
        view,
        at -> {
          boolean disc = discs && at.disc() > 0;
          if (disc && !field.supervisor(at.row) && field.crowd(at.row) == 0) {
            mark(brush, field, at.row, at.x + at.w / 2, at.y + at.h / 2, at.disc());
          }
          flash(brush, field.slot(at.row), flashes, at.x, at.y, at.w, at.h);
        });
  }

  private static void each(
      Brush brush, Field field, boolean[] worded, Extent view, Consumer<Spot> taker) {
    for (int row = 0; row < field.size(); row++) {
      double x = brush.sx(field.x(row));
      double y = brush.sy(field.y(row));
      double w = field.width(row) * brush.scale();
      double h = field.height(row) * brush.scale();
      boolean seen = x + w >= 0 && y + h >= 0 && x <= view.width() && y <= view.height();
      if (seen && !worded[row]) {
        taker.accept(new Spot(row, x, y, w, h));
      }
    }
  }

  private static void draw(Brush brush, Field field, Spot at, boolean discs) {
    if (discs && at.disc() > 0) {
      double r = at.disc() / 2.0;
      var sprite = sprite(brush, field, at.row, at.disc());
      brush.g.drawImage(
          sprite.image(), Math.rint(at.x + at.w / 2 - r), Math.rint(at.y + at.h / 2 - r));
    } else {
      brush.g.setFill(color(brush, field, at.row));
      brush.g.fillRect(Math.floor(at.x), Math.floor(at.y), gapped(at.w, at), gapped(at.h, at));
    }
  }

  private void put(Brush brush, Field field, Spot at, boolean discs) {
    if (discs && at.disc() > 0) {
      double r = at.disc() / 2.0;
      var sprite = sprite(brush, field, at.row, at.disc());
      sheet.put(sprite, (int) Math.rint(at.x + at.w / 2 - r), (int) Math.rint(at.y + at.h / 2 - r));
    } else {
      double left = Math.floor(at.x);
      double top = Math.floor(at.y);
      var color = color(brush, field, at.row);
      sheet.fill(left, top, Math.rint(gapped(at.w, at)), Math.rint(gapped(at.h, at)), color);
    }
  }

  private static double gapped(double length, Spot at) {
    return Math.max(1, length - (Math.min(at.w, at.h) > 3 ? 1 : 0));
  }

  private static Color color(Brush brush, Field field, int row) {
    var phase = field.phase(row);
    return switch (phase) {
      case RUNNING, WAITING, BLOCKED, SUSPENDED -> brush.palette.depth(field.depth(row));
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
    var image = sprite(brush, field, row, size).image();
    brush.g.drawImage(image, Math.rint(cx - size / 2.0), Math.rint(cy - size / 2.0));
    mark(brush, field, row, cx, cy, size);
  }

  private static Sprites.Sprite sprite(Brush brush, Field field, int row, int size) {
    var phase = field.phase(row);
    var color = color(brush, field, row);
    boolean ring =
        phase == Phase.DOWN
            || phase == Phase.STARTING
            || phase == Phase.STOPPING
            || phase == Phase.RESTARTING
            || phase == Phase.BACKING_OFF;
    return ring ? brush.sprites.ring(color, size) : brush.sprites.disc(color, size);
  }

  /// What tells a disc's state without its colour.
  private static void mark(Brush brush, Field field, int row, double cx, double cy, int size) {
    var phase = field.phase(row);
    var color = color(brush, field, row);
    double r = size / 2.0;
    switch (phase) {
      case DOWN -> cross(brush, cx, cy, r * 0.42, color);
      case GAVE_UP -> cross(brush, cx, cy, r * 0.45, brush.palette.ground());
      case SUSPENDED -> bars(brush, cx, cy, r);
      case BACKING_OFF, STOPPING -> {
        brush.g.setFill(color);
        brush.g.fillRect(cx - r * 0.4, cy - 0.75, r * 0.8, 1.5);
      }
      case STARTING, RUNNING, WAITING, BLOCKED, RESTARTING -> {}
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
