package understudy.ui;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Level;
import understudy.viewmodel.Timeline;

/// Draws the last minute: messages waiting as an area, restarts and crashes as marks.
public final class TimelineChart extends Chart {
  private static final int GROUP = 5;
  private static final long TICK_NANOS = 10_000_000_000L;

  private Timeline line = Timeline.EMPTY;

  /// Made by FXML.
  public TimelineChart() {}

  void show(Timeline next, Palette nextPalette) {
    if (!next.equals(line) || !palette.equals(nextPalette)) {
      line = next;
      palette = nextPalette;
      paint(canvas.getGraphicsContext2D());
    }
  }

  @Override
  void paint(GraphicsContext g) {
    g.clearRect(0, 0, getWidth(), getHeight());
    double bottom = getHeight() - bottomRoom();
    if (line.depth().isEmpty() || bottom - top() < 8) {
      return;
    }
    int most = line.depth().stream().mapToInt(Integer::intValue).max().orElse(0);
    int top = ceiling(Math.max(most, 4));
    unknown(g, bottom);
    axis(g, bottom, top);
    columns(g, bottom);
    area(g, bottom, top);
    for (var mark : line.marks()) {
      mark(g, mark, bottom);
    }
  }

  /// What was lived and is not known of is not drawn as if nothing had happened.
  private void unknown(GraphicsContext g, double bottom) {
    double from = Math.max(left(), x(0));
    double to = left() + begin() * (getWidth() - left() - right()) / line.depth().size();
    if (to - from > 4) {
      g.setFill(Brush.fade(palette.muted(), 0.12));
      g.fillRect(from, top(), to - from, bottom - top());
    }
    if (to - from > 70 * unit()) {
      String words = Texts.get("timeline.unknown");
      label(words, (from + to) / 2, (top() + bottom) / 2, TextAlignment.CENTER);
    }
  }

  /// {@return the first value that is known}
  private int begin() {
    int begin = 0;
    while (begin < line.depth().size() && line.depth().get(begin) < 0) {
      begin++;
    }
    return begin;
  }

  private double left() {
    return 52 * unit();
  }

  private double right() {
    return 54 * unit();
  }

  private double top() {
    return 16 * unit();
  }

  private double bottomRoom() {
    return 20 * unit();
  }

  private double x(long nanos) {
    double share = (double) (line.endNanos() - nanos) / line.spanNanos();
    return getWidth() - right() - share * (getWidth() - left() - right());
  }

  private void axis(GraphicsContext g, double bottom, int top) {
    g.setFill(palette.track());
    for (int part = 0; part <= 2; part++) {
      double y = Math.rint(bottom - (bottom - top()) * part / 2);
      g.setFill(palette.grid());
      g.fillRect(left(), y, getWidth() - left() - right(), 1);
      if (part != 1 || bottom - top() > 60) {
        label(Figures.compact(top * part / 2.0), left() - 8, y, TextAlignment.RIGHT);
      }
    }
    long first = Math.max(0, line.endNanos() - line.spanNanos());
    for (long t = (first + TICK_NANOS - 1) / TICK_NANOS * TICK_NANOS;
        t <= line.endNanos();
        t += TICK_NANOS) {
      double x = Math.rint(x(t));
      g.setFill(palette.grid());
      g.fillRect(x, top(), 1, bottom - top());
      if (x > left() + 4 && x < getWidth() - right() - 12) {
        label(Figures.clock(t), x, getHeight() - bottomRoom() / 2 + 1, TextAlignment.CENTER);
      }
    }
  }

  /// Messages a second, half a second a column, with an axis of their own on the right.
  private void columns(GraphicsContext g, double bottom) {
    int groups = line.sent().size() / GROUP;
    var rates = new int[groups];
    long first = line.endNanos() / line.bucketNanos() - line.sent().size();
    int skip = (int) Math.floorMod(-first, (long) GROUP);
    int most = 0;
    for (int i = 0; i < groups; i++) {
      for (int j = 0; j < GROUP && skip + i * GROUP + j < line.sent().size(); j++) {
        rates[i] += line.sent().get(skip + i * GROUP + j);
      }
      most = Math.max(most, rates[i]);
    }
    double perSecond = 1e9 / (GROUP * line.bucketNanos());
    int top = ceiling((int) Math.ceil(Math.max(4, most * perSecond)));
    double step = (getWidth() - left() - right()) / line.sent().size();
    g.setFill(Brush.fade(palette.muted(), 0.3));
    for (int i = 0; i < groups; i++) {
      double h = (bottom - top()) * rates[i] * perSecond / top;
      double x = left() + (skip + i * GROUP) * step;
      g.fillRect(x, bottom - h, Math.max(1, GROUP * step - 1), h);
    }
    double edge = getWidth() - right() + 8;
    label(Texts.get("timeline.rate", Figures.compact(top)), edge, top(), TextAlignment.LEFT);
  }

  private void area(GraphicsContext g, double bottom, int top) {
    double step = (getWidth() - left() - right()) / line.depth().size();
    int begin = begin();
    if (begin >= line.depth().size()) {
      return;
    }
    g.beginPath();
    for (int i = begin; i < line.depth().size(); i++) {
      double x = left() + (i + 1) * step;
      double y = bottom - (bottom - top()) * Math.max(0, line.depth().get(i)) / top;
      if (i == begin) {
        g.moveTo(x, y);
      } else {
        g.lineTo(x, y);
      }
    }
    g.setStroke(palette.accent());
    g.setLineWidth(1.4);
    g.stroke();
    g.lineTo(getWidth() - right(), bottom);
    g.lineTo(left() + (begin + 1) * step, bottom);
    g.closePath();
    g.setFill(Brush.fade(palette.accent(), 0.16));
    g.fill();
  }

  private void mark(GraphicsContext g, Timeline.Mark mark, double bottom) {
    double x = Math.rint(x(mark.nanos()));
    if (x < left()) {
      return;
    }
    var color = mark.level() == Level.RESTART ? palette.restart() : palette.crash();
    if (mark.level() != Level.RESTART) {
      g.setFill(Brush.fade(color, 0.35));
      g.fillRect(x, top(), 1, bottom - top());
    }
    g.setFill(color);
    double size = (mark.level() == Level.ESCALATION ? 5.5 : 4) * unit();
    if (mark.level() == Level.RESTART) {
      g.fillOval(x - 3 * unit(), bottom - 3 * unit(), 7 * unit(), 7 * unit());
    } else {
      g.fillPolygon(
          new double[] {x - size + 0.5, x + size + 0.5, x + 0.5},
          new double[] {top() - 10 * unit(), top() - 10 * unit(), top() - 10 * unit() + size * 1.7},
          3);
    }
  }
}
