package understudy.viewmodel;

import java.util.List;
import understudy.event.Pid;

/// What the hands were told: the answer to a [Reach].
///
/// @param hits what the command palette found among the processes
/// @param picked who is selected besides the one that is inspected
/// @param letters the oldest messages of the one that is inspected, those first that are taken
///   first; empty where their senders are not known
/// @param story the last crash in a few sentences
public record Grasp(Hits hits, List<Picked> picked, List<Letter> letters, Episode story) {
  /// Nothing.
  public static final Grasp NOTHING = new Grasp(Hits.NOTHING, List.of(), List.of(), Episode.NONE);

  /// Takes copies.
  public Grasp {
    picked = List.copyOf(picked);
    letters = List.copyOf(letters);
  }

  /// A process that is selected too.
  ///
  /// @param slot its place in the graph
  /// @param pid the process that is or was last there
  /// @param name what a person calls it
  /// @param phase what is seen of it
  public record Picked(int slot, Pid pid, String name, Phase phase) {}

  /// A message that waits.
  ///
  /// @param number tells it from others, 0 if that is not known
  /// @param label what it says
  /// @param from who sent it, as a person calls it
  /// @param next whether no earlier one of its sender waits, so that it may be taken next (MSG-03)
  public record Letter(long number, String label, String from, boolean next) {}

  /// A process that was found.
  ///
  /// @param slot its place in the graph
  /// @param name what a person calls it
  /// @param pid its number
  /// @param path the ids from the root to it
  /// @param phase what is seen of it
  public record Hit(int slot, String name, String pid, String path, Phase phase) {}

  /// Processes that were found, best first.
  ///
  /// @param text what was looked for
  /// @param best at most [#LIMIT]
  /// @param total how many there are so far
  /// @param done whether all processes have been looked at
  public record Hits(String text, List<Hit> best, int total, boolean done) {
    /// How many are listed at most.
    public static final int LIMIT = 12;

    /// Nothing was looked for.
    public static final Hits NOTHING = new Hits("", List.of(), 0, true);

    /// Takes a copy.
    public Hits {
      best = List.copyOf(best);
    }
  }
}
