package understudy.player;

import java.util.LinkedHashMap;
import java.util.List;
import understudy.scenario.Value;

/// The trace of a whole scenario.
///
/// @param id the scenario's id
/// @param steps one a step of the script
/// @param finalAlive the processes alive at the end, `path@n`, sorted
public record Played(String id, List<PlayedStep> steps, List<String> finalAlive) {
  /// {@return the trace as one JSON value, as `check_trace` readers take it}
  public Value asValue() {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("id", Value.text(id));
    fields.put("steps", new Value.Items(steps.stream().map(Played::step).toList()));
    fields.put("final_alive", new Value.Items(finalAlive.stream().map(Value::text).toList()));
    return new Value.Fields(fields);
  }

  private static Value step(PlayedStep step) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("result", step.result());
    fields.put("events", new Value.Items(step.events().stream().map(TraceEvent::asValue).toList()));
    return new Value.Fields(fields);
  }
}
