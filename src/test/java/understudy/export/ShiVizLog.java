package understudy.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A log as ShiViz reads it: by the two expressions on top of it.
///
/// Its rules: a host's own entry counts its events from 1 on, one by one; no clock knows of more
/// events of a host than there are.
record ShiVizLog(Map<String, List<ShiVizLog.Event>> executions, List<String> complaints) {
  record Event(String words, String host, Map<String, Integer> clock) {
    boolean happenedBefore(Event other) {
      return !equals(other)
          && clock.entrySet().stream()
              .allMatch(mine -> mine.getValue() <= other.clock.getOrDefault(mine.getKey(), 0));
    }
  }

  static ShiVizLog read(String text) {
    String[] parts = text.split("\n", 3);
    // Java wants the braces of JSON escaped, JavaScript does not.
    Pattern line = Pattern.compile(parts[0].replace("{.*}", "\\{.*\\}"), Pattern.MULTILINE);
    Map<String, List<Event>> executions = new LinkedHashMap<>();
    List<String> complaints = new ArrayList<>();
    if (parts[1].isEmpty()) {
      executions.put("", events(line, parts[2], complaints));
    } else {
      Matcher label = Pattern.compile(parts[1]).matcher(parts[2]);
      List<String> names = new ArrayList<>();
      List<Integer> bounds = new ArrayList<>();
      while (label.find()) {
        names.add(label.group("trace"));
        bounds.add(label.start());
        bounds.add(label.end() + 1);
      }
      bounds.add(parts[2].length());
      for (int i = 0; i < names.size(); i++) {
        String body = parts[2].substring(bounds.get(2 * i + 1), bounds.get(2 * i + 2));
        if (executions.put(names.get(i), events(line, body, complaints)) != null) {
          complaints.add("two executions are called " + names.get(i));
        }
      }
    }
    executions.values().forEach(events -> check(events, complaints));
    return new ShiVizLog(executions, complaints);
  }

  private static List<Event> events(Pattern line, String text, List<String> complaints) {
    List<Event> events = new ArrayList<>();
    Matcher found = line.matcher(text);
    int at = 0;
    while (found.find()) {
      if (found.start() != at) {
        complaints.add("not read: " + text.substring(at, found.start()));
      }
      at = found.end() + 1;
      Map<String, Integer> clock = new HashMap<>();
      JsonNode json = JsonMapper.shared().readTree(found.group("clock"));
      json.propertyStream().forEach(each -> clock.put(each.getKey(), each.getValue().asInt()));
      events.add(new Event(found.group("event"), found.group("host"), clock));
    }
    return events;
  }

  private static void check(List<Event> events, List<String> complaints) {
    Map<String, Integer> counted = new HashMap<>();
    for (Event event : events) {
      int own = event.clock.getOrDefault(event.host, 0);
      if (event.host.isEmpty() || counted.merge(event.host, 1, Integer::sum) != own) {
        complaints.add("its own clock leaps: " + event);
      }
    }
    for (Event event : events) {
      event.clock.forEach((host, known) -> {
        if (known > counted.getOrDefault(host, 0)) {
          complaints.add("knows more than there is: " + event);
        }
      });
    }
  }

  Event find(String words) {
    return executions.values().stream()
        .flatMap(List::stream)
        .filter(event -> event.words.contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no event says " + words));
  }
}
