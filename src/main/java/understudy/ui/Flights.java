package understudy.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import understudy.viewmodel.Field;
import understudy.viewmodel.Flight;

/// Messages that fly from card to card, so that it can be seen who talks to whom.
///
/// Told in the time of the pulses: a message has long been handled when its dot arrives.
final class Flights {
  private static final double SECONDS = 0.55;
  private static final double RIPPLE_SECONDS = 0.3;
  private static final int MOST = 240;
  private static final int TAIL = 4;

  private record Flying(Flight flight, long start) {}

  private final Deque<Flying> air = new ArrayDeque<>();

  void take(List<Flight> flights, long now) {
    for (var flight : flights) {
      if (air.size() < MOST) {
        air.addLast(new Flying(flight, now));
      }
    }
  }

  void forget() {
    air.clear();
  }

  boolean isEmpty() {
    return air.isEmpty();
  }

  void paint(Brush brush, Field field) {
    air.removeIf(each -> age(each, brush.now) > SECONDS + RIPPLE_SECONDS);
    if (air.isEmpty()) {
      return;
    }
    Map<Integer, Integer> rows = HashMap.newHashMap(field.size());
    for (int row = 0; row < field.size(); row++) {
      rows.put(field.slot(row), row);
    }
    for (var each : air) {
      var from = rows.get(each.flight().fromSlot());
      var to = rows.get(each.flight().toSlot());
      if (from != null && to != null) {
        paint(brush, field, from, to, age(each, brush.now));
      }
    }
  }

  private static double age(Flying flying, long now) {
    return (now - flying.start()) / 1e9;
  }

  private static void paint(Brush brush, Field field, int from, int to, double age) {
    if (age >= SECONDS) {
      ripple(brush, field, to, 1 - (age - SECONDS) / RIPPLE_SECONDS);
      return;
    }
    int size = (int) Math.clamp(field.height(to) * brush.scale() * 0.16, 3, 7);
    for (int i = 0; i < TAIL; i++) {
      double share = (age - i * 0.009) / SECONDS;
      if (share > 0) {
        var color = Brush.fade(brush.palette.accent(), 1 - 0.28 * i);
        dot(brush, field, from, to, ease(share), Math.max(2, size - i), color);
      }
    }
  }

  private static void dot(
      Brush brush, Field field, int from, int to, double share, int size, Color color) {
    double x0 = brush.sx(field.x(from) + field.width(from) / 2);
    double y0 = brush.sy(field.y(from) + field.height(from) / 2);
    double x1 = brush.sx(field.x(to) + field.width(to) / 2);
    double y1 = brush.sy(field.y(to) + field.height(to) / 2);
    double bow = Math.min(50, Math.hypot(x1 - x0, y1 - y0) * 0.2) * 4 * share * (1 - share);
    double x = x0 + (x1 - x0) * share;
    double y = y0 + (y1 - y0) * share - bow;
    brush.g.drawImage(brush.sprites.disc(color, size).image(), x - size / 2.0, y - size / 2.0);
  }

  private static double ease(double share) {
    return share * share * (3 - 2 * share);
  }

  private static void ripple(Brush brush, Field field, int row, double left) {
    double x = Math.rint(brush.sx(field.x(row))) - 1;
    double y = Math.rint(brush.sy(field.y(row))) - 1;
    double w = Math.rint(field.width(row) * brush.scale()) + 3;
    double h = Math.rint(field.height(row) * brush.scale()) + 3;
    double round = w > 1.6 * h ? h * 0.3 : Math.max(w, h);
    brush.g.setStroke(Brush.fade(brush.palette.accent(), 0.8 * left));
    brush.g.setLineWidth(1.5);
    brush.g.strokeRoundRect(x, y, w, h, round, round);
  }
}
