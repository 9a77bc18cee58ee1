package understudy.viewmodel;

import understudy.event.Pid;

/// One row of the process table.
///
/// @param slot its place in the graph
/// @param name what a person calls it
/// @param path the ids from the root to it, joined by `/`
/// @param pid the process
/// @param phase what is seen of it
/// @param depth messages waiting
/// @param restarts how often its place was filled again
/// @param handled messages that the process has taken out of its mailbox
/// @param uptimeNanos since it was spawned; 0 if it is dead
/// @param supervisor who supervises it, empty if nobody does
/// @param behaviour what it runs
public record RollRow(
    int slot,
    String name,
    String path,
    Pid pid,
    Phase phase,
    int depth,
    int restarts,
    long handled,
    long uptimeNanos,
    String supervisor,
    String behaviour) {
  /// A row that has not been asked for yet.
  public static final RollRow UNKNOWN =
      new RollRow(-1, "", "", Pid.NONE, Phase.STARTING, 0, 0, 0, 0, "", "");

  /// {@return whether it says something}
  public boolean isKnown() {
    return slot >= 0;
  }
}
