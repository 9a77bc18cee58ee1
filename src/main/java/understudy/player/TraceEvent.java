package understudy.player;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import understudy.scenario.Value;

/// One event of a trace, as SCHEMA's event kinds name it.
///
/// @param fields `ev`, `path` and what else the kind has, in that order
public record TraceEvent(SequencedMap<String, Value> fields) {
  static TraceEvent of(String kind, String path, Object... more) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("ev", Value.text(kind));
    fields.put("path", Value.text(path));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(
          (String) more[i],
          switch (more[i + 1]) {
            case Integer number -> Value.number(number);
            case Value value -> value;
            case String text -> Value.text(text);
            default -> throw new IllegalArgumentException("not a field: " + more[i + 1]);
          });
    }
    return new TraceEvent(fields);
  }

  Value asValue() {
    return new Value.Fields(fields);
  }
}
