package understudy.ui;

import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import understudy.ui.Flashes.Stage;
import understudy.viewmodel.Card;
import understudy.viewmodel.Fate;
import understudy.viewmodel.Field;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Phase;

/// Draws those who are large enough for words.
///
/// A worker: how full its mailbox is as a disc, a figure and a bar; name, pid, restarts. A
/// supervisor: a stripe, its strategy, its children, and the restarts that it may still spend.
final class CardPainter {
  private static final double NATURAL_HEIGHT = 44;
  private static final double NATURAL_WIDTH = 112;
  private static final double TWO_LINES = 27;
  private static final double ONE_LINE = 17;
  private static final int MOST_PIPS = 12;

  /// Where one card is, in pixels, and how much larger than natural.
  private record Spot(double x, double y, double w, double h, double s) {}

  void paint(Brush brush, Field field, Card card, Flashes flashes) {
    int row = card.row();
    var spot = spot(brush, field, row);
    var flash = flashes.of(field.slot(row));
    plate(brush, field, row, spot);
    flash.ifPresent(f -> blush(brush, f, spot));
    if (field.supervisor(row)) {
      supervisor(brush, field, card, spot);
    } else {
      worker(brush, field, card, spot, flash);
    }
    secondLine(brush, field, card, spot, flash);
    flash.ifPresent(f -> story(brush, f, spot));
  }

  /// Draws how often a place was filled again; comes after all that is drawn around cards.
  void paintBadge(Brush brush, Field field, Card card, Flashes flashes) {
    int row = card.row();
    boolean untold = flashes.of(field.slot(row)).filter(f -> awaits(brush, f)).isPresent();
    int restarts = field.restarts(row) - (untold ? 1 : 0);
    if (restarts > 0) {
      badge(brush, restarts, spot(brush, field, row));
    }
  }

  private static Spot spot(Brush brush, Field field, int row) {
    double h = field.height(row) * brush.scale();
    double w = field.width(row) * brush.scale();
    return new Spot(
        Math.rint(brush.sx(field.x(row))) + 0.5,
        Math.rint(brush.sy(field.y(row))) + 0.5,
        Math.rint(field.width(row) * brush.scale()),
        Math.rint(h),
        Math.min(Math.min(h / NATURAL_HEIGHT, w / NATURAL_WIDTH), 2.2));
  }

  /// Whether the successor is there already, but not yet told of.
  private static boolean awaits(Brush brush, Flashes.Flash flash) {
    return flash.reborn() && brush.now < flash.birth();
  }

  private static boolean dies(Brush brush, Flashes.Flash flash) {
    return flash.fate() != Fate.NONE && flash.stage(brush.now) == Stage.DYING;
  }

  private static void plate(Brush brush, Field field, int row, Spot at) {
    var phase = field.phase(row);
    var color = brush.palette.phase(phase);
    double round = 12 * at.s;
    brush.g.setFill(brush.palette.card());
    brush.g.fillRoundRect(at.x, at.y, at.w, at.h, round, round);
    boolean well = phase == Phase.RUNNING;
    double tint =
        switch (phase) {
          case GAVE_UP -> 0.3;
          case DOWN -> 0.13;
          case RESTARTING, BACKING_OFF, STOPPING -> 0.08;
          case STARTING, RUNNING, WAITING, BLOCKED, SUSPENDED -> 0;
        };
    if (tint > 0) {
      brush.g.setFill(Brush.fade(color, tint));
      brush.g.fillRoundRect(at.x, at.y, at.w, at.h, round, round);
    }
    brush.g.setStroke(well ? brush.palette.cardEdge() : color);
    brush.g.setLineWidth(well ? 1 : phase == Phase.GAVE_UP ? 3 : 1.4);
    boolean dashed =
        phase == Phase.STOPPING || phase == Phase.SUSPENDED || phase == Phase.BACKING_OFF;
    if (dashed) {
      brush.g.setLineDashes(4, 3);
    }
    brush.g.strokeRoundRect(at.x, at.y, at.w, at.h, round, round);
    brush.g.setLineDashes();
  }

  private static double firstLine(Spot at) {
    return at.h < TWO_LINES ? at.y + at.h / 2 : at.y + at.h * 0.32;
  }

  private static void supervisor(Brush brush, Field field, Card card, Spot at) {
    var phase = field.phase(card.row());
    brush.g.setFill(phase == Phase.RUNNING ? brush.palette.accent() : brush.palette.phase(phase));
    if (at.h < ONE_LINE) {
      brush.g.fillRect(at.x - 0.5, at.y, 2, at.h);
      name(brush, field, card, at, at.x + 4, at.x + at.w - 1);
      return;
    }
    double stripe = Math.max(2.5, 3 * at.s);
    brush.g.fillRoundRect(at.x + 7 * at.s, at.y + at.h * 0.2, stripe, at.h * 0.6, 3, 3);
    double left = at.x + 16 * at.s;
    double right = at.x + at.w - 8 * at.s;
    if (at.h < TWO_LINES && at.h >= ONE_LINE) {
      var small = brush.fonts.text(Math.max(8, 10.5 * at.s));
      String children = Integer.toString(card.children());
      brush.text(children, right, firstLine(at), small, brush.palette.muted(), TextAlignment.RIGHT);
      right -= brush.width(children, small) + 5 * at.s;
    }
    name(brush, field, card, at, left, right);
    if (at.h >= TWO_LINES && card.restartsAllowed() > 0) {
      budget(brush, card, at, left);
    }
  }

  private static void worker(
      Brush brush, Field field, Card card, Spot at, Optional<Flashes.Flash> flash) {
    int size = (int) Math.clamp(10 * at.s, 6, 22);
    double middle = firstLine(at);
    if (flash.filter(f -> f.fate() == Fate.CRASHED && dies(brush, f)).isPresent()) {
      var color = brush.palette.crash();
      CrowdPainter.cross(brush, at.x + 14 * at.s, middle, 5.5 * at.s, color);
    } else {
      if (card.busy()) {
        var ring = brush.sprites.ring(brush.palette.accent(), size + 4).image();
        double half = size / 2.0 + 2;
        brush.g.drawImage(ring, Math.rint(at.x + 14 * at.s - half), Math.rint(middle - half));
      }
      CrowdPainter.disc(brush, field, card.row(), at.x + 14 * at.s, middle, size);
    }
    int depth = field.depth(card.row());
    double right = at.x + at.w - 9 * at.s;
    if (at.h < TWO_LINES && at.h >= ONE_LINE) {
      right -= figure(brush, depth, right, middle, at) + 5 * at.s;
    }
    double clear = size / 2.0 + 5; // The ring of who is busy does not grow smaller with the card.
    name(brush, field, card, at, at.x + Math.max(24 * at.s, 14 * at.s + clear), right);
    if (at.h >= TWO_LINES) {
      double y = at.y + at.h - 7 * at.s;
      bar(brush, at.x + 9 * at.s, y, at.w - 18 * at.s, 3 * at.s, depth);
    }
  }

  private static double figure(Brush brush, int depth, double right, double y, Spot at) {
    var font = brush.fonts.text(Math.max(8.5, 10.5 * at.s));
    var color = depth > 0 ? brush.palette.text() : brush.palette.muted();
    String text = Figures.compact(depth);
    brush.text(text, right, y, font, color, TextAlignment.RIGHT);
    return brush.width(text, font);
  }

  private static void name(
      Brush brush, Field field, Card card, Spot at, double left, double right) {
    boolean gone = field.phase(card.row()) == Phase.DOWN;
    var color = gone ? brush.palette.muted() : brush.palette.text();
    double largest = Math.max(Math.min(9, at.h * 0.72), 12 * at.s);
    double fitting = (right - left) / Math.max(1, card.name().length()) / 0.58;
    var font =
        brush.fonts.strong(
            Math.clamp(fitting, Math.min(Math.max(7.5, largest * 0.8), largest), largest));
    brush.text(card.name(), left, firstLine(at), right - left, font, color);
  }

  private static void bar(Brush brush, double x, double y, double w, double h, int depth) {
    double thick = Math.max(2, Math.rint(h));
    brush.g.setFill(brush.palette.track());
    brush.g.fillRect(Math.rint(x), Math.rint(y), Math.rint(w), thick);
    if (depth > 0) {
      brush.g.setFill(brush.palette.depth(depth));
      double full = Math.max(2, Math.rint(w * Palette.share(depth)));
      brush.g.fillRect(Math.rint(x), Math.rint(y), full, thick);
    }
  }

  /// One pip a restart that is allowed; those spent within the period are hollow.
  private static void budget(Brush brush, Card card, Spot at, double left) {
    int allowed = card.restartsAllowed();
    int used = Math.min(card.restartsUsed(), allowed);
    double y = Math.rint(at.y + at.h - 7 * at.s);
    double h = Math.max(2, Math.rint(3.5 * at.s));
    double right = at.x + at.w - 9 * at.s;
    if (used > 0) {
      var font = brush.fonts.strong(Math.max(9, 11 * at.s));
      String figure = card.restartsUsed() + "/" + allowed;
      var color = used == allowed ? brush.palette.crash() : brush.palette.restart();
      brush.text(figure, right, y + h / 2 - 2.5 * at.s, font, color, TextAlignment.RIGHT);
      right -= brush.width(figure, font) + 6 * at.s;
    }
    double room = right - left;
    int pips = Math.min(allowed, MOST_PIPS);
    double gap = 2;
    double each = (room - gap * (pips - 1)) / pips;
    double spent = Math.rint((double) used / allowed * pips);
    if (used > 0 && spent == 0) {
      spent = 1;
    }
    for (int i = 0; i < pips; i++) {
      boolean unspent = i < pips - spent;
      brush.g.setFill(
          unspent
              ? Brush.fade(brush.palette.accent(), 0.55)
              : used == allowed ? brush.palette.crash() : brush.palette.restart());
      double x0 = left + i * (each + gap);
      brush.g.fillRect(
          Math.rint(x0), y, Math.max(1, Math.rint(each)), unspent ? h : Math.max(1, h - 1));
    }
  }

  private static void secondLine(
      Brush brush, Field field, Card card, Spot at, Optional<Flashes.Flash> flash) {
    if (at.h < TWO_LINES) {
      return;
    }
    boolean supervisor = field.supervisor(card.row());
    double left = at.x + (supervisor ? 16 : 9) * at.s;
    double room = at.x + at.w - 8 * at.s - left;
    double y = at.y + at.h * 0.63;
    var mono = brush.fonts.mono(Math.max(8, 10.5 * at.s));
    var text = brush.fonts.text(Math.max(8, 10.5 * at.s));
    var phase = field.phase(card.row());
    var waiting = flash.filter(f -> f.fate() != Fate.NONE && awaits(brush, f));
    if (waiting.isPresent() && !supervisor && !card.previousPid().isEmpty()) {
      boolean dying = waiting.filter(f -> dies(brush, f)).isPresent();
      var color = dying ? brush.palette.text() : brush.palette.muted();
      brush.text(card.previousPid(), left, y, room, mono, color);
    } else if (phase != Phase.RUNNING && phase != Phase.SUSPENDED) {
      String words = card.waits().isEmpty() ? phase.words() : Texts.get("card.waits", card.waits());
      brush.text(words, left, y, room, text, brush.palette.phase(phase));
    } else if (supervisor) {
      String line = card.detail() + " · " + card.children();
      brush.text(line, left, y, room, text, brush.palette.muted());
    } else {
      double figure = figure(brush, field.depth(card.row()), left + room, y, at);
      brush.text(card.pid(), left, y, room - figure - 4, mono, brush.palette.muted());
    }
  }

  private static void badge(Brush brush, int restarts, Spot at) {
    String text = restarts > 99 ? "99+" : Integer.toString(restarts);
    var font = brush.fonts.strong(Math.clamp(9 * at.s, 8, 14));
    double h = Math.clamp(14 * at.s, 11, 22);
    double w = Math.max(h, brush.width(text, font) + h * 0.6);
    double x = at.x + at.w - w * 0.6;
    double y = at.y - h * 0.55;
    brush.g.setFill(brush.palette.ground());
    brush.g.fillRoundRect(x - 1.5, y - 1.5, w + 3, h + 3, h + 3, h + 3);
    brush.g.setFill(brush.palette.restart());
    brush.g.fillRoundRect(x, y, w, h, h, h);
    brush.text(text, x + w / 2, y + h / 2, font, brush.palette.ground(), TextAlignment.CENTER);
  }

  private static void blush(Brush brush, Flashes.Flash flash, Spot at) {
    if (dies(brush, flash)) {
      double strength = Math.max(0, 1 - flash.sinceDeath(brush.now) / Flashes.DEATH_SECONDS);
      brush.g.setFill(Brush.fade(Story.color(brush.palette, flash), 0.16 + 0.24 * strength));
      brush.g.fillRoundRect(at.x, at.y, at.w, at.h, 12 * at.s, 12 * at.s);
    }
  }

  private static void story(Brush brush, Flashes.Flash flash, Spot at) {
    if (dies(brush, flash)) {
      halo(brush, at, Story.color(brush.palette, flash), 1, 2);
    } else if (flash.stage(brush.now) == Stage.BORN) {
      double done = flash.sinceBirth(brush.now) / Flashes.BIRTH_SECONDS;
      var color = flash.fate() == Fate.NONE ? brush.palette.accent() : brush.palette.restart();
      veil(brush, at, 1 - done * 5);
      halo(brush, at, color, 1 - done, 2 + 7 * done);
    }
  }

  private static void veil(Brush brush, Spot at, double strength) {
    if (strength > 0) {
      brush.g.setFill(Brush.fade(brush.palette.card(), strength));
      brush.g.fillRoundRect(at.x + 1, at.y + 1, at.w - 2, at.h - 2, 11 * at.s, 11 * at.s);
    }
  }

  private static void halo(Brush brush, Spot at, Color color, double strength, double out) {
    double round = 12 * at.s + 2 * out;
    brush.g.setStroke(Brush.fade(color, strength));
    brush.g.setLineWidth(2);
    brush.g.strokeRoundRect(at.x - out, at.y - out, at.w + 2 * out, at.h + 2 * out, round, round);
  }
}
