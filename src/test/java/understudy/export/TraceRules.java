package understudy.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What Perfetto asks of a trace, which no reader that Maven has would tell us.
///
/// Slices of a track nest; an arrow has both its ends, in this order of time, under one name, and
/// each end lies in a slice that was written before it.
final class TraceRules {
  private record Slice(double from, double until) {}

  private final List<String> complaints = new ArrayList<>();
  private final Map<Integer, List<Slice>> slices = new HashMap<>();
  private final Map<String, Double> begun = new HashMap<>();
  private final Set<String> ended = new HashSet<>();

  private TraceRules() {}

  static List<String> complaints(JsonNode trace) {
    var rules = new TraceRules();
    rules.expect(trace.get("displayTimeUnit").asString().equals("ms"), "unit", trace);
    trace.get("traceEvents").forEach(rules::look);
    trace.get("traceEvents").forEach(rules::end);
    rules.slices.forEach((track, all) -> rules.nest(track, all));
    return rules.complaints;
  }

  private void expect(boolean holds, String what, JsonNode at) {
    if (!holds) {
      complaints.add(what + ": " + at);
    }
  }

  private void look(JsonNode event) {
    String phase = event.get("ph").asString();
    expect(event.get("pid").isInt() && event.get("tid").isInt(), "numbers", event);
    expect(event.get("ts").isNumber() && event.get("ts").asDouble() >= 0, "time", event);
    expect(!event.get("name").asString().isBlank(), "name", event);
    int track = event.get("tid").asInt();
    double at = event.get("ts").asDouble();
    switch (phase) {
      case "X" -> {
        double lasts = event.get("dur").asDouble();
        expect(lasts >= 1, "lasts at least 1 us", event);
        slices.computeIfAbsent(track, _ -> new ArrayList<>()).add(new Slice(at, at + lasts));
      }
      case "C" -> expect(event.get("args").valueStream().allMatch(JsonNode::isNumber), "C", event);
      case "i" -> expect(Set.of("t", "g").contains(event.get("s").asString()), "scope", event);
      case "s" -> {
        inside(event, track, at);
        expect(begun.put(arrow(event), at) == null, "begun twice", event);
      }
      case "f" -> {
        inside(event, track, at);
        expect(event.get("bp").asString().equals("e"), "binding", event);
      }
      case "M" -> expect(!event.get("args").isEmpty(), "says nothing", event);
      default -> complaints.add("phase: " + event);
    }
  }

  private void end(JsonNode event) {
    if (event.get("ph").asString().equals("f")) {
      Double from = begun.get(arrow(event));
      expect(from != null && from <= event.get("ts").asDouble(), "no beginning before", event);
      expect(ended.add(arrow(event)), "ended twice", event);
    }
  }

  private static String arrow(JsonNode event) {
    return event.get("id") + event.get("cat").asString() + event.get("name").asString();
  }

  private void inside(JsonNode event, int track, double at) {
    boolean found =
        slices.getOrDefault(track, List.of()).stream()
            .anyMatch(slice -> slice.from <= at && at <= slice.until);
    expect(found, "in no slice written before", event);
  }

  private void nest(int track, List<Slice> all) {
    List<Slice> inOrder = new ArrayList<>(all);
    inOrder.sort((one, other) ->
        one.from != other.from
            ? Double.compare(one.from, other.from)
            : Double.compare(other.until, one.until));
    Deque<Slice> open = new ArrayDeque<>();
    for (Slice slice : inOrder) {
      while (!open.isEmpty() && open.peek().until <= slice.from) {
        open.pop();
      }
      if (!open.isEmpty() && slice.until > open.peek().until + 1e-6) {
        complaints.add("overlap on track " + track + ": " + slice + " and " + open.peek());
      }
      open.push(slice);
    }
  }
}
