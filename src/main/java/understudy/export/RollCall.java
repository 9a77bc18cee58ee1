package understudy.export;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

/// A table with a row a process: what it was, how long it lived, what it did within the window.
final class RollCall implements Scribe {
  private static final List<String> COLUMNS =
      List.of(
          "pid",
          "name",
          "place",
          "behaviour",
          "kind",
          "strategy",
          "restart",
          "incarnation",
          "parent_pid",
          "spawned_nanos",
          "exited_nanos",
          "exit_reason",
          "sent",
          "received",
          "most_waiting",
          "waiting_at_end",
          "children_restarted");

  private static final class Deeds {
    private long sent;
    private long received;
    private long mostWaiting;
    private long waiting;
    private long restarted;
  }

  private final Sheets sheets;
  private final Map<Role, Deeds> deeds = new HashMap<>();

  RollCall(Sheets sheets) {
    this.sheets = sheets;
  }

  @Override
  public void write(Prepared run) throws IOException {
    Mailboxes mailboxes = new Mailboxes(run.cast());
    run.forEach((stamped, passes) -> {
      if (stamped.nanos() <= run.filter().untilNanos()) {
        mailboxes.after(stamped).ifPresent(level -> waits(run, stamped, level));
        if (passes) {
          note(run, stamped.event());
        }
      }
    });
    Csv csv = new Csv(sheets.sheet());
    csv.row(COLUMNS);
    for (String line : run.notes()) {
      csv.row(List.of("", "note", line, "", "", "", "", "", "", "", "", "", "", "", "", "", ""));
    }
    for (Role role : run.appearing()) {
      if (role.under && !role.pid.isNone()) {
        csv.row(row(role, of(role)));
      }
    }
  }

  private void waits(Prepared run, Stamped stamped, Mailboxes.Level level) {
    Deeds did = of(level.role());
    did.waiting = level.waiting();
    if (run.filter().holds(stamped.nanos())) {
      did.mostWaiting = Math.max(did.mostWaiting, did.waiting);
    }
  }

  private void note(Prepared run, RuntimeEvent event) {
    Deeds did = of(run.role(event.subject()));
    if (event instanceof RuntimeEvent.Sent) {
      did.sent++;
    } else if (event instanceof RuntimeEvent.Received) {
      did.received++;
    } else if (event instanceof RuntimeEvent.ChildStarting said && said.incarnation() > 1) {
      did.restarted++;
    }
  }

  private Deeds of(Role role) {
    return deeds.computeIfAbsent(role, _ -> new Deeds());
  }

  private static List<Object> row(Role role, Deeds did) {
    return List.of(
        role.pid.number(),
        role.shortName(),
        role.path(),
        role.behaviour,
        role.outside ? "outside" : role.kind.name().toLowerCase(Locale.ROOT),
        role.strategy,
        role.restart == null ? "" : role.restart.name().toLowerCase(Locale.ROOT),
        role.incarnation,
        role.parent.isNone() ? "" : role.parent.number(),
        role.spawned < 0 ? "" : role.spawned,
        role.exited < 0 ? "" : role.exited,
        role.reason == null ? "" : Because.text(role.reason),
        did.sent,
        did.received,
        did.mostWaiting,
        did.waiting,
        did.restarted);
  }
}
