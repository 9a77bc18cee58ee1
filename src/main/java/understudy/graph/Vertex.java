package understudy.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;

/// A slot: the place of a child under its supervisor, or a process that nobody supervises.
///
/// Survives restarts: the new process takes the place of the dead one, and so it does when the
/// supervisor itself is restarted and starts a child of the same id. Mutable; changed and read by
/// the pump's thread only. Nobody outside this package can make one.
public final class Vertex {
  final Forest forest;
  final int slot;
  final int seat;
  final Map<String, Vertex> childById = new LinkedHashMap<>(0);
  final Deque<Pid> oldPids = new ArrayDeque<>(1);
  final RestartWindow window = new RestartWindow();

  @Nullable Vertex parent;
  Place place = Place.NOWHERE;
  String id;
  ChildKind kind = ChildKind.WORKER;
  Pid pid;
  boolean alive = true;
  boolean startedAgain;
  boolean everStarted;
  boolean ghost;
  boolean awaitsSupervisor;
  boolean forgotten;
  boolean movedNoted;
  boolean touchedNoted;
  @Nullable String name;
  String behaviour = "";
  VertexState state = VertexState.STARTING;
  int restarts;
  int incarnation = 1;
  int depth;
  @Nullable String strategy;
  int maxRestarts;
  int periodSeconds;
  @Nullable RestartType restart;
  @Nullable ExitReason lastExit;
  @Nullable Decision lastDecision;
  long spawnedNanos;
  long lastChangeNanos;
  @Nullable Long restartDueNanos;
  boolean trapExit;
  int descendants;
  @Nullable List<Vertex> childList;

  Vertex(Forest forest, int slot, Pid pid) {
    this.forest = forest;
    this.slot = slot;
    this.seat = forest.changes().seat();
    this.pid = pid;
    this.id = pid.toString();
  }

  /// {@return the number of this slot: 0 or more, in order of appearance, never given out twice by
  /// one graph}
  public int slot() {
    return slot;
  }

  /// {@return a dense number for columns about vertices: 0 or more, unlike any other vertex's while
  /// this one exists, given to another when it is gone}
  public int seat() {
    return seat;
  }

  /// {@return whether it has a place to be shown at: under its supervisor, as a root, or loose}
  public boolean isPlaced() {
    return place != Place.NOWHERE;
  }

  /// {@return how many children it has; costs nothing}
  public int childCount() {
    return childById.size();
  }

  /// {@return the supervisor; empty for roots and loose processes}
  public Optional<Vertex> parent() {
    return Optional.ofNullable(parent);
  }

  /// {@return the child's id under its supervisor; without a supervisor the name that the process
  /// has or had, else what it runs, else its first pid}
  public String id() {
    return id;
  }

  /// {@return the ids from the root to here, joined by `/`; costs the depth of the tree}
  public String path() {
    Deque<String> ids = new ArrayDeque<>();
    for (Vertex at = this; at != null; at = at.parent) {
      ids.addFirst(at.id);
    }
    return String.join("/", ids);
  }

  /// {@return whether it supervises others}
  public ChildKind kind() {
    return kind;
  }

  /// {@return whether the [#kind] is supervisor}
  public boolean supervises() {
    return kind == ChildKind.SUPERVISOR;
  }

  /// {@return the newest process of this slot, alive or dead}
  public Pid pid() {
    return pid;
  }

  /// {@return the process before the newest one; empty before the first restart}
  public Optional<Pid> previousPid() {
    return Optional.ofNullable(oldPids.peekLast());
  }

  /// {@return whether the newest process of this slot lives}
  public boolean alive() {
    return alive;
  }

  /// {@return the registered name of the living process}
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /// {@return what the process runs, as shown; empty text if the stream did not say}
  public String behaviour() {
    return behaviour;
  }

  /// {@return what can be seen of it}
  public VertexState state() {
    return state;
  }

  /// {@return how often a new process took this slot and its start was acknowledged}
  public int restarts() {
    return restarts;
  }

  /// {@return 1 for the first start under the present supervisor process, then 2, 3, ...}
  public int incarnation() {
    return incarnation;
  }

  /// {@return messages waiting: those sent less those received, or what [#setDepth] last said}
  public int depth() {
    return depth;
  }

  /// Replaces the counted depth by one that was asked of the live runtime.
  ///
  /// @param depth messages waiting; a negative number is taken for 0
  public void setDepth(int depth) {
    if (this.depth != Math.max(0, depth)) {
      this.depth = Math.max(0, depth);
      touch();
    }
  }

  /// {@return a supervisor's strategy as OTP writes it}
  public Optional<String> strategy() {
    return Optional.ofNullable(strategy);
  }

  /// {@return restarts that a supervisor allows within its period; 0 for a worker}
  public int maxRestarts() {
    return maxRestarts;
  }

  /// {@return the period of a supervisor's restart intensity, in seconds; 0 for a worker}
  public int periodSeconds() {
    return periodSeconds;
  }

  /// {@return how many of a supervisor's restarts are still counted, by OTP's clock of whole
  /// seconds (INT-07, INT-08)}
  ///
  /// @param nowNanos the runtime's time since its start, in nanoseconds
  public int restartsInWindow(long nowNanos) {
    return window.count(RestartWindow.second(nowNanos), periodSeconds);
  }

  /// {@return when its supervisor starts it again; empty without a supervisor}
  public Optional<RestartType> restart() {
    return Optional.ofNullable(restart);
  }

  /// {@return why the last process of this slot that died did so}
  public Optional<ExitReason> lastExit() {
    return Optional.ofNullable(lastExit);
  }

  /// {@return what the supervisor made of the last exit}
  public Optional<Decision> lastDecision() {
    return Optional.ofNullable(lastDecision);
  }

  /// {@return the runtime's time at which the newest process was spawned, in nanoseconds}
  public long spawnedNanos() {
    return spawnedNanos;
  }

  /// {@return the runtime's time at which [#state] last changed, in nanoseconds}
  public long lastChangeNanos() {
    return lastChangeNanos;
  }

  /// {@return the runtime's time at which a delayed restart is due, in nanoseconds; empty unless
  /// the state is [VertexState#BACKING_OFF]}
  public Optional<Long> restartDueNanos() {
    return Optional.ofNullable(restartDueNanos);
  }

  /// {@return whether exit signals reach the process as messages}
  public boolean trapExit() {
    return trapExit;
  }

  /// {@return the children in the order in which their slots appeared; immutable, a new list after
  /// every change}
  public List<Vertex> children() {
    if (childList == null) {
      childList = List.copyOf(childById.values());
    }
    return childList;
  }

  /// {@return how many slots are below this one, at any depth; counted once for the whole forest
  /// after a change of structure}
  public int descendants() {
    forest.countDescendants();
    return descendants;
  }

  void touch() {
    forest.changes().touched(this);
  }

  void become(VertexState next, long nanos) {
    if (next != VertexState.BACKING_OFF) {
      restartDueNanos = null;
    }
    if (state != next) {
      state = next;
      lastChangeNanos = nanos;
      touch();
    }
  }

  @Override
  public String toString() {
    return path() + " " + pid + " " + state;
  }
}
