package understudy.viewmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import understudy.layout.Connector;
import understudy.layout.Geometry;
import understudy.layout.Placed;
import understudy.layout.Rail;

/// Draws up the lines of what is in view, family by family.
final class Wiring {
  /// In larger families nobody follows a single line, and to look for ways would take too long.
  private static final int MOST_IN_ROWS = 64;

  /// How far above a row its lines run: in the middle between it and the row above.
  private static final double ABOVE_ROW = 18;

  /// So much lower than the rail over a grid are the blocks beside it.
  private static final double UNDER_RAIL = 12;

  /// How far the panel under a family reaches beyond it, and how far a card.
  private static final double PANEL = 9;

  private static final double CARD = 1;
  private static final double HALF_A_CARD = 59;

  private final Geometry geometry;
  private final Map<Integer, List<Wires.Elbow>> elbows = new HashMap<>();
  private final Map<Integer, List<Wires.Rail>> rails = new HashMap<>();
  private final Map<Integer, Double> bends = new HashMap<>();
  private final Map<Integer, Placed> places = new HashMap<>();

  private Wiring(Geometry geometry) {
    this.geometry = geometry;
    Map<Integer, List<Connector>> families = new HashMap<>();
    for (var each : geometry.connectors()) {
      bends.merge(each.parent(), each.toY(), Math::min);
      families.computeIfAbsent(each.parent(), _ -> new ArrayList<>()).add(each);
    }
    for (var each : geometry.rails()) {
      bends.merge(each.supervisor(), each.y(), Math::min);
    }
    for (Rail each : geometry.rails()) {
      double bend = bend(each.supervisor(), each.fromY(), each.y());
      elbow(each.supervisor(), each.fromX(), each.fromY(), bend, each.middle(), each.y());
      rails
          .computeIfAbsent(each.supervisor(), _ -> new ArrayList<>())
          .add(new Wires.Rail(each.left(), each.right(), each.y()));
    }
    families.forEach(this::connect);
  }

  static Wires of(Geometry geometry) {
    var wiring = new Wiring(geometry);
    List<Wires.Family> families = new ArrayList<>();
    for (var place : geometry.placed()) {
      if (place.supervisor() && place.crowd() == 0) {
        families.add(
            new Wires.Family(
                Survey.box(place.block()),
                place.level(),
                wiring.elbows.getOrDefault(place.slot(), List.of()),
                wiring.rails.getOrDefault(place.slot(), List.of())));
      }
    }
    return new Wires(families);
  }

  private void connect(int parent, List<Connector> family) {
    var rows = new TreeMap<Double, List<Connector>>();
    if (family.size() <= MOST_IN_ROWS) {
      family.forEach(each -> rows.computeIfAbsent(each.toY(), _ -> new ArrayList<>()).add(each));
    }
    double top = bends.getOrDefault(parent, 0.0) + UNDER_RAIL;
    if (rows.isEmpty() || rows.lastKey() <= top) {
      family.forEach(this::connect);
      return;
    }
    List<Aisle.Span> above = new ArrayList<>();
    for (var each : rails.getOrDefault(parent, List.of())) {
      above.add(new Aisle.Span(each.left() - CARD, each.right() + CARD));
    }
    rows.forEach((y, row) -> {
      if (y <= top) {
        row.forEach(this::connect);
      } else {
        round(parent, row, y - ABOVE_ROW, above);
      }
      row.forEach(each -> above.add(span(each)));
    });
  }

  /// Leads one line down between those above, and from it to each in the row.
  private void round(int parent, List<Connector> row, double turn, List<Aisle.Span> above) {
    var first = row.getFirst();
    double aisle = Aisle.through(above, first.fromX());
    double bend = bend(parent, first.fromY(), turn);
    elbow(parent, first.fromX(), first.fromY(), bend, aisle, turn);
    row.forEach(each -> elbow(parent, aisle, turn, turn, each.toX(), each.toY()));
  }

  private void connect(Connector each) {
    double bend = bend(each.parent(), each.fromY(), each.toY());
    elbow(each.parent(), each.fromX(), each.fromY(), bend, each.toX(), each.toY());
  }

  private void elbow(int parent, double fromX, double fromY, double bend, double toX, double toY) {
    elbows
        .computeIfAbsent(parent, _ -> new ArrayList<>())
        .add(new Wires.Elbow(fromX, fromY, bend, toX, toY));
  }

  /// Workers out of view have no place, but all of them are equally wide.
  private Aisle.Span span(Connector to) {
    if (places.isEmpty()) {
      geometry.placed().forEach(each -> places.put(each.slot(), each));
    }
    var place = places.get(to.child());
    if (place == null) {
      return new Aisle.Span(to.toX() - HALF_A_CARD - CARD, to.toX() + HALF_A_CARD + CARD);
    }
    double beyond = place.supervisor() ? PANEL : CARD;
    return new Aisle.Span(place.block().x() - beyond, place.block().right() + beyond);
  }

  private double bend(int parent, double fromY, double toY) {
    return (fromY + bends.getOrDefault(parent, toY)) / 2;
  }
}
