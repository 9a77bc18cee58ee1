package understudy.export;

import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

/// A log for ShiViz: two lines an event, its words and then its process with a vector clock.
///
/// The first line is the expression by which ShiViz is to read the events, the second the one that
/// parts executions, empty if there is but one.
final class ShiViz implements Scribe {
  static final int MOST_HOSTS = 200;

  private static final String NOTES = "notes";
  private static final String EVENT = "(?<event>.*)\\n(?<host>\\S*) (?<clock>{.*})";
  private static final String EXECUTION = "=== (?<trace>.*) ===";

  private final Sheets sheets;
  private final boolean several;
  private final Set<String> labels = new HashSet<>();

  ShiViz(Sheets sheets, boolean several) {
    this.sheets = sheets;
    this.several = several;
  }

  @Override
  public void write(Prepared run) throws IOException {
    List<Role> hosts = run.appearing();
    if (hosts.size() > MOST_HOSTS) {
      throw new ExportRefused(
          ("%,d processes take part in '%s', and ShiViz draws no more than %d well; choose less"
                  + " with --under, --from or --until")
              .formatted(hosts.size(), run.run().name(), MOST_HOSTS));
    }
    Writer out = sheets.sheet();
    if (labels.isEmpty()) {
      out.write(EVENT + "\n" + (several ? EXECUTION : "") + "\n");
    }
    String label = label(run.run());
    if (several) {
      out.write("=== " + label + " ===\n");
    }
    write(out, run, hosts);
  }

  private static void write(Writer out, Prepared run, List<Role> hosts) throws IOException {
    List<String> names = hosts.stream().map(ShiViz::host).toList();
    var clocks = new VectorClocks(run.cast(), hosts);
    var phrase = new Phrase(run.cast());
    int lines = 0;
    for (String line : run.notes()) {
      note(out, ++lines, line);
    }
    int[] notes = {lines};
    run.forEach((stamped, passes) -> {
      boolean gap = stamped.event() instanceof RuntimeEvent.Gap;
      int[] clock = clocks.after(stamped, passes && !gap);
      String words = time(stamped) + phrase.of(stamped.event());
      if (passes && gap) {
        note(out, ++notes[0], "missing: " + words);
      } else if (passes) {
        event(out, words, host(run.role(stamped.event().subject())), clock(names, clock));
      }
    });
  }

  private static void note(Writer out, int number, String words) throws IOException {
    event(out, words, NOTES, "{\"%s\":%d}".formatted(NOTES, number));
  }

  private static void event(Writer out, String words, String host, String clock)
      throws IOException {
    out.write(words.replace("===", "= = =") + "\n" + host + " " + clock + "\n");
  }

  private static String clock(List<String> names, int[] clock) {
    var text = new StringJoiner(",", "{", "}");
    for (int i = 0; i < clock.length; i++) {
      if (clock[i] > 0) {
        text.add('"' + names.get(i) + "\":" + clock[i]);
      }
    }
    return text.toString();
  }

  private static String time(Stamped stamped) {
    return String.format(Locale.ROOT, "%.6f s: ", stamped.nanos() / 1e9);
  }

  /// A host has no blanks, and nothing that JSON would have to escape.
  private static String host(Role role) {
    String pid = role.pid.isNone() ? "" : role.pid.toString();
    String name = role.shortName().equals(pid) ? "" : role.shortName();
    return name.replaceAll("[^\\p{L}\\p{N}_.:/()@-]", "_") + pid;
  }

  private String label(Run run) {
    String wanted =
        Plain.brief(
                Plain.line(run.title().isBlank() ? run.name() : run.title() + ", " + run.name()),
                80)
            .replace("===", "= = =");
    String label = wanted;
    for (int i = 2; !labels.add(label); i++) {
      label = wanted + " (" + i + ")";
    }
    return label;
  }
}
