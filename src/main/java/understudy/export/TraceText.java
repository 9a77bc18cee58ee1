package understudy.export;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import understudy.event.Stamped;
import understudy.export.Track.Mark;

/// The entries of a Chrome trace, as JSON.
///
/// Times are microseconds. A thread is an incarnation: its number is its place in the run's cast.
final class TraceText {
  private static final int SYSTEM = 1;
  private static final int LONGEST = 160;

  private final JsonGenerator json;
  private final Prepared run;
  private final Set<Role> named = new HashSet<>();
  private long entries;
  private long farthest;

  TraceText(JsonGenerator json, Prepared run) {
    this.json = json;
    this.run = run;
    json.writeStartObject();
    json.writeStringProperty("displayTimeUnit", "ms");
    json.writeName("traceEvents");
    json.writeStartArray();
    name("process_name", 0, Plain.line(run.run().heading()));
    for (String line : run.notes()) {
      begin('i', line, "note", 0, Math.max(0, run.firstNanos()));
      json.writeStringProperty("s", "g");
      json.writeEndObject();
    }
  }

  long entries() {
    return entries;
  }

  void write(Role role, List<Mark> marks) {
    if (!marks.isEmpty() && named.add(role)) {
      name("thread_name", role.number, Plain.line(role.label()));
      begin('M', "thread_sort_index", "", role.number, 0);
      json.writeName("args");
      json.writeStartObject();
      json.writeNumberProperty("sort_index", role.number);
      json.writeEndObject();
      json.writeEndObject();
    }
    marks.forEach(mark -> write(role, mark));
  }

  private void write(Role role, Mark mark) {
    String name = Plain.brief(Plain.line(mark.name()), LONGEST);
    begin(mark.phase(), name, mark.category(), role.number, mark.at());
    switch (mark.phase()) {
      case 'X' -> micros("dur", mark.lasts());
      case 'i' -> json.writeStringProperty("s", "t");
      case 'f' -> json.writeStringProperty("bp", "e");
      default -> {}
    }
    if (mark.flow() != 0) {
      json.writeNumberProperty("id", mark.flow());
    } else {
      json.writeName("args");
      json.writeStartObject();
      json.writeNumberProperty("sequence", mark.sequence());
      long moved = mark.at() - Math.max(0, mark.truly());
      if (moved > 0) {
        farthest = Math.max(farthest, moved);
        micros("moved_by_us", moved);
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /// Says how many messages wait for a process.
  void level(Mailboxes.Level level, long nanos) {
    begin('C', "mailbox " + Plain.line(level.role().label()), "mailbox", 0, Math.max(0, nanos));
    json.writeName("args");
    json.writeStartObject();
    json.writeNumberProperty("waiting", level.waiting());
    json.writeEndObject();
    json.writeEndObject();
  }

  /// Says something about the run as a whole.
  void everywhere(String words, Stamped at) {
    begin('i', words, "missing", 0, Math.max(0, at.nanos()));
    json.writeStringProperty("s", "g");
    json.writeEndObject();
  }

  void end() {
    json.writeEndArray();
    json.writeName("otherData");
    json.writeStartObject();
    json.writeStringProperty("made by", "Understudy");
    json.writeStringProperty("title", Plain.line(run.run().title()));
    json.writeStringProperty("recording", Plain.line(run.run().name()));
    json.writeStringProperty("seed", Long.toString(run.run().seed()));
    json.writeStringProperty("time", run.run().stepped() ? "virtual" : "real");
    json.writeStringProperty("moved by at most", farthest / 1e3 + " us, to find room on a track");
    json.writeStringProperty(
        "notes", run.notes().isEmpty() ? "nothing is missing" : String.join("; ", run.notes()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private void name(String what, int thread, String name) {
    begin('M', what, "", thread, 0);
    json.writeName("args");
    json.writeStartObject();
    json.writeStringProperty("name", name.isBlank() ? "-" : name);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void begin(char phase, String name, String category, int thread, long nanos) {
    entries++;
    json.writeStartObject();
    json.writeStringProperty("ph", String.valueOf(phase));
    json.writeStringProperty("name", name.isBlank() ? "-" : name);
    json.writeStringProperty("cat", category);
    json.writeNumberProperty("pid", SYSTEM);
    json.writeNumberProperty("tid", thread);
    micros("ts", nanos);
  }

  private void micros(String name, long nanos) {
    json.writeName(name);
    json.writeRawValue(nanos / 1_000 + "." + Long.toString(1_000 + nanos % 1_000).substring(1));
  }
}
