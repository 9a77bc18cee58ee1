package understudy.viewmodel;

import java.util.List;
import understudy.event.Pid;

/// All that is known of the selected process.
///
/// @param slot its place in the graph
/// @param box where it is drawn, in world units
/// @param block it and all that stands under it, in world units
/// @param pid the process that is or was last there
/// @param previousPid its predecessor, [Pid#NONE] if it is the first
/// @param name what a person calls it
/// @param registered its registered name, empty if it has none
/// @param behaviour what it runs
/// @param phase what is seen of it
/// @param status the same, and of who is well what it is doing
/// @param supervisor who supervises it, with slot -1 if nobody does
/// @param strategy its strategy, empty if it supervises nobody
/// @param restartsUsed restarts counted within its period
/// @param restartsAllowed its intensity, 0 if it supervises nobody
/// @param periodSeconds its period
/// @param restartType when it is restarted, empty if nobody supervises it
/// @param restarts how often its place was filled again
/// @param depth messages waiting
/// @param trapExit whether it traps exits
/// @param links linked processes
/// @param monitors processes that it watches
/// @param monitoredBy processes that watch it
/// @param uptimeNanos since it was spawned; 0 if it is dead
/// @param lastExit why the last process in this place ended, empty if none did
/// @param zombies about dead processes of this place whose code still runs, empty if there is none
/// @param state the text of its state, empty if it has none
/// @param mailbox labels of the oldest messages
/// @param ages how long each of `mailbox` has waited, in nanoseconds; -1 where it was there before
///   the process was selected
/// @param understands labels of messages that a person may send it
/// @param history its mailbox depth over the last minute, oldest first, one value [#SAMPLE_NANOS]
/// @param restartHistory how often its place was filled again within each of them
/// @param stack where the last crash in this place came from, a line each; empty if none has a
///   stack
public record Facts(
    int slot,
    Box box,
    Box block,
    Pid pid,
    Pid previousPid,
    String name,
    String registered,
    String behaviour,
    Phase phase,
    Phase status,
    Peer supervisor,
    String strategy,
    int restartsUsed,
    int restartsAllowed,
    int periodSeconds,
    String restartType,
    int restarts,
    int depth,
    boolean trapExit,
    Peers links,
    Peers monitors,
    Peers monitoredBy,
    long uptimeNanos,
    String lastExit,
    String zombies,
    String state,
    List<String> mailbox,
    List<Long> ages,
    List<String> understands,
    List<Integer> history,
    List<Integer> restartHistory,
    List<String> stack) {
  /// How much of the world's time lies between two values of the history.
  public static final long SAMPLE_NANOS = 250_000_000L;

  /// How many values a history holds at most: a minute.
  public static final int SAMPLES = 240;

  /// {@return whether it supervises}
  public boolean isSupervisor() {
    return !strategy.isEmpty();
  }

  /// {@return under whom a person's new child would be started: itself if it supervises, else its
  /// supervisor; [Pid#NONE] if there is neither}
  public Pid host() {
    if (isSupervisor()) {
      return phase.isAlive() ? pid : Pid.NONE;
    }
    return supervisor.pid();
  }
}
