package understudy.export;

import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import understudy.event.Stamped;

/// JSON Lines: a line about the run, then a line an event with all that it says.
final class JsonLines implements Scribe {
  private static final int SCHEMA = 1;

  private final Sheets sheets;

  JsonLines(Sheets sheets) {
    this.sheets = sheets;
  }

  @Override
  public void write(Prepared run) throws IOException {
    Writer out = sheets.sheet();
    try (JsonGenerator json = JsonText.on(out)) {
      about(json, run);
      run.forEach((stamped, passes) -> {
        if (passes) {
          line(json, run, stamped);
        }
      });
    }
    out.write("\n");
  }

  private static void about(JsonGenerator json, Prepared prepared) {
    Run run = prepared.run();
    json.writeStartObject();
    json.writeNumberProperty("understudy_events", SCHEMA);
    json.writeStringProperty("title", Plain.writable(run.title()));
    json.writeStringProperty("scenario", Plain.writable(run.scenario()));
    json.writeNumberProperty("seed", run.seed());
    json.writeBooleanProperty("stepped", run.stepped());
    json.writeNumberProperty("events", prepared.events());
    json.writeName("notes");
    json.writeStartArray();
    prepared.notes().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void line(JsonGenerator json, Prepared run, Stamped stamped) {
    var event = stamped.event();
    json.writeStartObject();
    json.writeNumberProperty("sequence", stamped.sequence());
    json.writeNumberProperty("nanos", stamped.nanos());
    json.writeNumberProperty("wall_millis", stamped.wallMillis());
    json.writeStringProperty("event", Kind.of(event));
    json.writeNumberProperty("pid", event.subject().number());
    json.writeStringProperty("place", Plain.writable(run.role(event.subject()).path()));
    Field.of(event).forEach(field -> JsonText.write(json, field));
    json.writeEndObject();
  }
}
