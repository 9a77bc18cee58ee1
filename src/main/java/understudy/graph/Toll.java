package understudy.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import understudy.event.Decision;
import understudy.event.Pid;
import understudy.event.RuntimeEvent.ChildExited;
import understudy.event.RuntimeEvent.ChildRemoved;
import understudy.event.RuntimeEvent.ChildStarted;
import understudy.event.RuntimeEvent.ChildStarting;
import understudy.event.RuntimeEvent.ChildStopping;
import understudy.event.RuntimeEvent.Exited;
import understudy.event.RuntimeEvent.Received;
import understudy.event.RuntimeEvent.Sent;
import understudy.event.RuntimeEvent.Spawned;
import understudy.event.RuntimeEvent.Supervising;
import understudy.event.Stamped;

/// What a stream cost each place of the tree: deaths, restarts, messages lost, time down.
///
/// A place is a path of ids from a supervisor that nobody supervises; processes without one, hands
/// from outside among them, count for nothing. Owned by one thread.
public final class Toll {
  /// What one place suffered.
  ///
  /// @param path ids from the root, joined by `/`
  /// @param died how many processes of it ended that its supervisor had not told to
  /// @param stopped how many its supervisor had told to
  /// @param restarted how often a process took it over and its start was acknowledged
  /// @param lost messages sent to a process of it that it never took, and never will
  /// @param downNanos how long it had no process that had finished its start, after its first
  public record Row(String path, int died, int stopped, int restarted, int lost, long downNanos) {}

  private static final class Seat {
    private final String path;
    private int died;
    private int stopped;
    private int restarted;
    private int lost;
    private long downNanos;
    private long downSince = -1;
    private boolean everUp;

    Seat(String path) {
      this.path = path;
    }

    void up(long nanos) {
      if (downSince >= 0) {
        downNanos += nanos - downSince;
        downSince = -1;
      }
      restarted += everUp ? 1 : 0;
      everUp = true;
    }

    void down(long nanos) {
      if (everUp && downSince < 0) {
        downSince = nanos;
      }
    }

    Row row(long nanos) {
      long more = downSince < 0 ? 0 : nanos - downSince;
      return new Row(path, died, stopped, restarted, lost, downNanos + more);
    }
  }

  private final Map<String, Seat> seats = new LinkedHashMap<>();
  private final Map<Pid, Seat> seatOf = new HashMap<>();
  private final Map<Pid, String> ran = new HashMap<>();
  private final Map<Pid, Set<Long>> waiting = new HashMap<>();
  private final Set<Pid> told = new HashSet<>();
  private final Set<Pid> dead = new HashSet<>();
  private long nanos;

  /// Starts with nothing.
  public Toll() {}

  /// Takes the next event.
  ///
  /// @param stamped the event
  public void apply(Stamped stamped) {
    nanos = Math.max(nanos, stamped.nanos());
    switch (stamped.event()) {
      case Spawned(var pid, _, var behaviour) -> ran.put(pid, behaviour);
      case Supervising(var pid, _, _, _) -> {
        if (!seatOf.containsKey(pid)) {
          seat(pid, ran.getOrDefault(pid, pid.toString())).up(nanos);
        }
      }
      case ChildStarting(var supervisor, var id, var child, _, _, _) -> {
        var above = seatOf.get(supervisor);
        seat(child, (above == null ? supervisor.toString() : above.path) + "/" + id);
      }
      case ChildStarted(_, _, var child) -> {
        var seat = seatOf.get(child);
        if (seat != null && !dead.contains(child)) {
          seat.up(nanos);
        }
      }
      case ChildStopping(_, _, var child, _) -> told.add(child);
      case ChildExited(_, _, var child, _, var decision, _) -> {
        if (decision == Decision.LEAVE || decision == Decision.REMOVE) {
          rest(seatOf.get(child));
        }
      }
      case ChildRemoved(var supervisor, var id) -> {
        var above = seatOf.get(supervisor);
        rest(above == null ? null : seats.get(above.path + "/" + id));
      }
      case Exited(var pid, _) -> exited(pid);
      case Sent(_, var to, var message, _) -> sent(to, message);
      case Received(var by, var message, _) -> {
        var own = waiting.get(by);
        if (own != null) {
          own.remove(message);
        }
      }
      default -> {}
    }
  }

  private Seat seat(Pid pid, String path) {
    var seat = seats.computeIfAbsent(path, Seat::new);
    seatOf.put(pid, seat);
    return seat;
  }

  /// It is not missed: nobody means it to run any more.
  private static void rest(@Nullable Seat seat) {
    if (seat != null) {
      seat.downSince = -1;
    }
  }

  private void exited(Pid pid) {
    ran.remove(pid);
    var seat = seatOf.get(pid);
    if (seat == null || !dead.add(pid)) {
      return;
    }
    if (told.remove(pid)) {
      seat.stopped++;
    } else {
      seat.died++;
    }
    var own = waiting.remove(pid);
    seat.lost += own == null ? 0 : own.size();
    seat.down(nanos);
  }

  private void sent(Pid to, long message) {
    var seat = seatOf.get(to);
    if (seat != null && dead.contains(to)) {
      seat.lost++;
    } else if (seat != null || ran.containsKey(to)) {
      waiting.computeIfAbsent(to, _ -> new HashSet<>()).add(message);
    }
  }

  /// {@return each place, in the order of appearance, up to a moment}
  ///
  /// @param end the moment, in nanoseconds: not before the newest event
  public List<Row> rows(long end) {
    List<Row> rows = new ArrayList<>();
    seats.values().forEach(seat -> rows.add(seat.row(Math.max(end, nanos))));
    return rows;
  }

  /// {@return all places together}
  ///
  /// @param rows the places
  public static Row total(List<Row> rows) {
    return new Row(
        "",
        rows.stream().mapToInt(Row::died).sum(),
        rows.stream().mapToInt(Row::stopped).sum(),
        rows.stream().mapToInt(Row::restarted).sum(),
        rows.stream().mapToInt(Row::lost).sum(),
        rows.stream().mapToLong(Row::downNanos).sum());
  }
}
