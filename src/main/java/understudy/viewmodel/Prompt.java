package understudy.viewmodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import understudy.viewmodel.Grasp.Hit;

/// The command palette.
///
/// @param open whether it is there
/// @param text what was typed
/// @param at the row that Enter takes
public record Prompt(boolean open, String text, int at) {
  /// It is closed.
  public static final Prompt CLOSED = new Prompt(false, "", 0);

  private static final int MOST_COMMANDS = 8;

  /// What opened it needs no row in it.
  private static final String PALETTE = "palette";

  /// A row of it.
  public sealed interface Row {
    /// A process to select.
    ///
    /// @param hit the process
    record Found(Hit hit) implements Row {}

    /// Something to do.
    ///
    /// @param command what
    /// @param label its words
    /// @param possible whether it can be done now
    record Deed(Command command, String label, boolean possible) implements Row {}
  }

  /// What it shows.
  ///
  /// @param rows processes before deeds, the better ones first, save that a better deed leads
  /// @param more how many processes are not shown
  /// @param done whether all processes have been looked at
  public record Page(List<Row> rows, int more, boolean done) {
    /// Takes a copy.
    public Page {
      rows = List.copyOf(rows);
    }
  }

  private record Scored(Row row, int score) {}

  /// {@return the rows for what was typed}
  ///
  /// @param frame what is seen
  /// @param words gives a command its words
  public Page page(Frame frame, Function<Command, String> words) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    var hits = frame.grasp().hits();
    List<Scored> deeds = new ArrayList<>();
    for (Command command : Command.all(frame.situation())) {
      if (command.id().equals(PALETTE)) {
        continue;
      }
      String label = words.apply(command);
      int score = Fuzzy.score(label, typed);
      if (score != Fuzzy.NONE) {
        deeds.add(new Scored(new Row.Deed(command, label, command.isPossible(frame)), score));
      }
    }
    deeds.sort(
        Comparator.comparing((Scored s) -> s.row() instanceof Row.Deed d && !d.possible())
            .thenComparing(Comparator.comparingInt(Scored::score).reversed()));
    var shown =
        deeds.stream()
            .limit(typed.isEmpty() ? deeds.size() : MOST_COMMANDS)
            .map(Scored::row)
            .toList();
    List<Row> rows = new ArrayList<>();
    hits.best().forEach(hit -> rows.add(new Row.Found(hit)));
    int best =
        hits.best().isEmpty() ? Fuzzy.NONE : Fuzzy.score(hits.best().getFirst().name(), typed);
    boolean deedLeads = !deeds.isEmpty() && deeds.getFirst().score() > best;
    rows.addAll(deedLeads ? 0 : rows.size(), shown);
    return new Page(rows, hits.total() - hits.best().size(), hits.done());
  }

  Prompt typed(String next) {
    return new Prompt(true, next, 0);
  }

  Prompt moved(int by, int rows) {
    return rows == 0 ? this : new Prompt(open, text, Math.floorMod(at + by, rows));
  }
}
