package understudy.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

/// A run that has been gone through: who is in it, what is left of it after the filter, and what is
/// missing of it.
final class Prepared {
  private final Run run;
  private final Filter filter;
  private final Cast cast = new Cast();
  private final Passing passing;
  private long all;
  private long events;
  private long gaps;
  private long lost;
  private long unreadable;
  private long runFirst = Long.MAX_VALUE;
  private long runLast = Long.MIN_VALUE;
  private long firstNanos = Long.MAX_VALUE;
  private long lastNanos = Long.MIN_VALUE;

  Prepared(Run run, Filter filter) throws IOException {
    this.run = run;
    this.filter = filter;
    unreadable = run.source().forEach(cast::take);
    passing = new Passing(filter, cast);
    run.source().forEach(this::count);
  }

  private void count(Stamped stamped) {
    runFirst = Math.min(runFirst, stamped.nanos());
    runLast = Math.max(runLast, stamped.nanos());
    if (!(stamped.event() instanceof RuntimeEvent.Gap)) {
      all++;
    }
    if (!passing.passes(stamped)) {
      return;
    }
    firstNanos = Math.min(firstNanos, stamped.nanos());
    lastNanos = Math.max(lastNanos, stamped.nanos());
    if (stamped.event() instanceof RuntimeEvent.Gap(_, var missing)) {
      gaps++;
      lost += Math.max(0, missing);
      return;
    }
    events++;
    for (Pid pid : Parties.of(stamped.event())) {
      cast.role(pid).appears = true;
    }
  }

  Run run() {
    return run;
  }

  Filter filter() {
    return filter;
  }

  Cast cast() {
    return cast;
  }

  Role role(Pid pid) {
    return cast.role(pid);
  }

  /// Takes every event of the run; what does not pass the filter may still be needed to count.
  interface Hearer {
    /// Takes the next.
    void hear(Stamped stamped, boolean passes) throws IOException;
  }

  /// Goes through the whole run once more.
  void forEach(Hearer hearer) throws IOException {
    run.source().forEach(stamped -> hearer.hear(stamped, passing.passes(stamped)));
  }

  /// {@return how many events are left, gaps not counted}
  long events() {
    return events;
  }

  /// {@return the earliest and the latest time of what is left, in nanoseconds}
  long firstNanos() {
    return events + gaps == 0 ? 0 : firstNanos;
  }

  long lastNanos() {
    return events + gaps == 0 ? 0 : lastNanos;
  }

  /// {@return from when to when the whole run goes, in words}
  String extent() {
    return runFirst > runLast
        ? "it is empty"
        : String.format(
            Locale.ROOT, "it goes from %.3f s to %.3f s", runFirst / 1e9, runLast / 1e9);
  }

  /// {@return who has a part in what is left, in order of appearance}
  List<Role> appearing() {
    return cast.all().stream().filter(role -> role.appears).toList();
  }

  /// {@return what is missing of the run and what the filter left out, a line each; empty if all of
  /// it is here}
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    run.damage().ifPresent(line -> notes.add("missing: " + Plain.line(line)));
    if (lost > 0) {
      notes.add(
          "missing: %s were dropped while recording, in %s"
              .formatted(counted(lost, "event"), counted(gaps, "gap")));
    }
    if (unreadable > 0) {
      notes.add(
          "missing: %s that this version cannot read".formatted(counted(unreadable, "event")));
    }
    if (events < all) {
      notes.add(
          "shown: only %s of %s, %s".formatted(number(events), counted(all, "event"), filter));
    }
    return notes;
  }

  static String counted(long count, String what) {
    return number(count) + " " + what + (count == 1 ? "" : "s");
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
