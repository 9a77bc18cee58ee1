package understudy.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import understudy.event.Pid;
import understudy.event.Stamped;

/// A table with a row an event; what is missing or was left out has rows of kind `note` on top.
final class EventTable implements Scribe {
  private static final List<String> COLUMNS =
      List.of(
          "sequence",
          "nanos",
          "wall_millis",
          "event",
          "pid",
          "name",
          "place",
          "other_pid",
          "other_name",
          "message_id",
          "child_id",
          "text",
          "details");
  private static final List<String> TEXTS =
      List.of("label", "reason", "behaviour", "strategy", "name");
  private static final List<String> PIDS = List.of("parent", "other", "target", "to", "child");

  private final Sheets sheets;

  EventTable(Sheets sheets) {
    this.sheets = sheets;
  }

  @Override
  public void write(Prepared run) throws IOException {
    Csv csv = new Csv(sheets.sheet());
    csv.row(COLUMNS);
    for (String line : run.notes()) {
      csv.row(List.of("", "", "", "note", "", "", "", "", "", "", "", line, ""));
    }
    run.forEach((stamped, passes) -> {
      if (passes) {
        csv.row(row(run, stamped));
      }
    });
  }

  private static List<Object> row(Prepared run, Stamped stamped) {
    var event = stamped.event();
    Map<String, Object> fields =
        Field.of(event).stream().collect(Collectors.toMap(Field::name, Field::value));
    Role subject = run.role(event.subject());
    boolean hasOther = PIDS.stream().anyMatch(fields::containsKey);
    Pid other = Parties.other(event);
    List<Object> row = new ArrayList<>();
    row.add(stamped.sequence());
    row.add(stamped.nanos());
    row.add(stamped.wallMillis());
    row.add(Kind.of(event));
    row.add(subject.pid.number());
    row.add(subject.shortName());
    row.add(subject.path());
    row.add(hasOther ? other.number() : "");
    row.add(hasOther ? run.role(other).shortName() : "");
    row.add(fields.getOrDefault("message_id", ""));
    row.add(fields.getOrDefault("id", ""));
    row.add(TEXTS.stream().filter(fields::containsKey).map(fields::get).findFirst().orElse(""));
    row.add(details(Field.of(event)));
    return row;
  }

  /// What has no column of its own.
  private static String details(List<Field> fields) {
    var details = new StringJoiner(" ");
    for (Field field : fields) {
      String name = field.name();
      boolean shown =
          TEXTS.contains(name)
              || PIDS.contains(name)
              || name.equals("id")
              || name.equals("message_id");
      if (!shown && !name.equals("stack")) {
        details.add(name + "=" + field.value());
      }
    }
    return details.toString();
  }
}
