package understudy.viewmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import understudy.layout.Geometry;
import understudy.layout.Rail;

/// Draws up the lines of what is in view, family by family.
final class Wiring {
  private final Map<Integer, List<Wires.Elbow>> elbows = new HashMap<>();
  private final Map<Integer, List<Wires.Rail>> rails = new HashMap<>();
  private final Map<Integer, Double> bends = new HashMap<>();

  private Wiring(Geometry geometry) {
    for (var each : geometry.connectors()) {
      bends.merge(each.parent(), each.toY(), Math::min);
    }
    for (var each : geometry.rails()) {
      bends.merge(each.supervisor(), each.y(), Math::min);
    }
    for (var each : geometry.connectors()) {
      double bend = bend(each.parent(), each.fromY(), each.toY());
      elbows
          .computeIfAbsent(each.parent(), _ -> new ArrayList<>())
          .add(new Wires.Elbow(each.fromX(), each.fromY(), bend, each.toX(), each.toY()));
    }
    for (Rail each : geometry.rails()) {
      double bend = bend(each.supervisor(), each.fromY(), each.y());
      elbows
          .computeIfAbsent(each.supervisor(), _ -> new ArrayList<>())
          .add(new Wires.Elbow(each.fromX(), each.fromY(), bend, each.middle(), each.y()));
      rails
          .computeIfAbsent(each.supervisor(), _ -> new ArrayList<>())
          .add(new Wires.Rail(each.left(), each.right(), each.y()));
    }
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

  private double bend(int parent, double fromY, double toY) {
    return (fromY + bends.getOrDefault(parent, toY)) / 2;
  }
}
