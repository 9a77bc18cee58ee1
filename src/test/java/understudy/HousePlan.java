package understudy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The plan of the house, as `docs/house.md` draws it.
///
/// @param floors each room's floor, 0 the lowest
/// @param arrows for each room that is built, the rooms that it may name; [#ANY] stands for every
///   room on a lower floor
/// @param outsiders what is kept to some rooms
record HousePlan(
    Map<String, Integer> floors, Map<String, Set<String>> arrows, List<Outsider> outsiders) {
  /// In place of a list of rooms: every room on a lower floor.
  static final String ANY = "all";

  /// A thing from outside, and who may take it.
  ///
  /// @param name what it is called in complaints
  /// @param prefixes how the names of its classes or members begin
  /// @param rooms the rooms that may name it
  record Outsider(String name, List<String> prefixes, Set<String> rooms) {
    boolean covers(String member) {
      return prefixes.stream().anyMatch(member::startsWith);
    }
  }

  static HousePlan read(Path page) throws IOException {
    return parse(Files.readString(page));
  }

  static HousePlan parse(String page) {
    Map<String, Integer> floors = new LinkedHashMap<>();
    Map<String, Set<String>> arrows = new LinkedHashMap<>();
    List<Outsider> outsiders = new ArrayList<>();
    String section = "";
    for (String line : page.lines().toList()) {
      if (line.startsWith("## ")) {
        section = line.substring(3).strip();
      } else if (section.equals("Floors") && line.strip().matches("\\d+(\\s+\\w+)+")) {
        List<String> words = List.of(line.strip().split("\\s+"));
        words.stream().skip(1).forEach(room -> floors.put(room, Integer.valueOf(words.getFirst())));
      } else if (section.equals("Rooms") && line.startsWith("| `")) {
        List<String> cells = cells(line);
        arrows.put(cells.get(0), names(cells.get(2)));
      } else if (section.equals("Outsiders") && line.contains("`")) {
        List<String> cells = cells(line);
        outsiders.add(
            new Outsider(cells.get(0), List.copyOf(names(cells.get(1))), names(cells.get(2))));
      }
    }
    return new HousePlan(floors, arrows, outsiders);
  }

  /// {@return what is wrong with the plan itself, or between it and what the classes do; empty if
  /// all is well}
  ///
  /// @param used each room that has classes, with the rooms that they name and an example of each
  List<String> complaints(Map<String, Map<String, String>> used) {
    List<String> complaints = new ArrayList<>();
    arrows.keySet().forEach(room -> complaints.addAll(planned(room, used)));
    used.forEach((room, named) -> complaints.addAll(unplanned(room, named)));
    return complaints;
  }

  private List<String> planned(String room, Map<String, Map<String, String>> used) {
    List<String> complaints = new ArrayList<>();
    if (!floors.containsKey(room)) {
      complaints.add("room '" + room + "' has a row and stands on no floor");
    }
    Map<String, String> named = used.get(room);
    if (named == null) {
      complaints.add("room '" + room + "' has a row and no class; it is still to come");
    }
    for (String to : rooms(room)) {
      if (floor(to) >= floor(room)) {
        complaints.add(arrow(room, to) + " does not point to a lower floor");
      }
      if (named != null && !named.containsKey(to)) {
        complaints.add(arrow(room, to) + " is planned and nobody uses it");
      }
    }
    return complaints;
  }

  private List<String> unplanned(String room, Map<String, String> named) {
    if (!arrows.containsKey(room)) {
      return List.of("package 'understudy." + room + "' has classes and no row");
    }
    return named.entrySet().stream()
        .filter(use -> !mayName(room, use.getKey()))
        .map(use -> arrow(room, use.getKey()) + " is not planned: " + use.getValue())
        .toList();
  }

  private Set<String> rooms(String from) {
    Set<String> rooms = new TreeSet<>(arrows.getOrDefault(from, Set.of()));
    rooms.remove(ANY);
    return rooms;
  }

  private boolean mayName(String from, String to) {
    Set<String> rooms = arrows.getOrDefault(from, Set.of());
    return rooms.contains(to) || (rooms.contains(ANY) && floor(to) < floor(from));
  }

  private int floor(String room) {
    return floors.getOrDefault(room, Integer.MAX_VALUE);
  }

  private static String arrow(String from, String to) {
    return "arrow " + from + " -> " + to;
  }

  private static List<String> cells(String row) {
    return List.of(row.substring(1).replace("`", "").split("\\|")).stream()
        .map(String::strip)
        .toList();
  }

  private static Set<String> names(String cell) {
    return cell.equals("-") ? Set.of() : new TreeSet<>(List.of(cell.split(",\\s*")));
  }
}
