package understudy.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import understudy.event.Pid;
import understudy.probe.ProcessInfo;
import understudy.probe.ProcessTable;
import understudy.probe.Status;

/// Answers from the running processes, as they are at the moment of the question.
final class LiveTable implements ProcessTable {
  private static final int LONGEST_STATE = 4_000;

  private final Vm vm;
  private final PidTable cells;

  LiveTable(Vm vm, PidTable cells) {
    this.vm = vm;
    this.cells = cells;
  }

  @Override
  public int alive() {
    return cells.alive();
  }

  @Override
  public int depth(Pid pid) {
    Cell cell = cells.get(pid);
    return cell == null ? -1 : cell.depth();
  }

  @Override
  public Status status(Pid pid) {
    Cell cell = cells.get(pid);
    if (cell == null) {
      return Status.DOWN;
    }
    cell.lock();
    try {
      return cell.status();
    } finally {
      cell.unlock();
    }
  }

  @Override
  public Optional<ProcessInfo> info(Pid pid) {
    return info(pid, Integer.MAX_VALUE);
  }

  @Override
  public Optional<ProcessInfo> info(Pid pid, int most) {
    return Optional.ofNullable(cells.get(pid)).map(cell -> describe(cell, most));
  }

  private static ProcessInfo describe(Cell cell, int most) {
    String state = stateOf(cell.behaviour);
    Interior interior = cell.interior;
    List<Signal> waiting;
    cell.lock();
    try {
      waiting = waiting(cell);
    } finally {
      cell.unlock();
    }
    List<String> mailbox = waiting.stream().map(LiveTable::label).toList();
    List<ProcessInfo.Waiting> numbers = waiting.stream().map(LiveTable::number).toList();
    cell.lock();
    try {
      return new ProcessInfo(
          cell.pid,
          Optional.ofNullable(interior.name),
          cell.behaviour.name(),
          cell.status(),
          cell.depth(),
          lowest(interior.links(), most),
          lowest(interior.monitors().map(one -> one.target), most),
          lowest(interior.monitoredBy().map(one -> one.watcher), most),
          interior.trapExit,
          cell.spawnedNanos,
          state,
          mailbox,
          numbers,
          cell.behaviour.understands());
    } finally {
      cell.unlock();
    }
  }

  /// {@return the lowest pids, in order; without sorting the others}
  private static List<Pid> lowest(Stream<Pid> pids, int most) {
    if (most == Integer.MAX_VALUE) {
      return pids.sorted().toList();
    }
    PriorityQueue<Pid> kept = new PriorityQueue<>(Comparator.reverseOrder());
    pids.forEach(pid -> {
      if (kept.size() < most) {
        kept.add(pid);
      } else if (pid.compareTo(kept.element()) < 0) {
        kept.remove();
        kept.add(pid);
      }
    });
    return kept.stream().sorted().toList();
  }

  /// {@return the oldest messages, those included that nobody has received yet}
  private static List<Signal> waiting(Cell cell) {
    List<Signal> waiting = new ArrayList<>(cell.interior.messages(ProcessInfo.MAILBOX_SHOWN));
    int more = ProcessInfo.MAILBOX_SHOWN - waiting.size();
    if (more > 0 && cell.waiting() > 0) {
      cell.onTheWay(Integer.MAX_VALUE).stream()
          .filter(s -> s instanceof Signal.Message || s instanceof Signal.Aliased)
          .limit(more)
          .forEach(waiting::add);
    }
    return waiting;
  }

  private static String label(Signal signal) {
    return Labels.of(signal instanceof Signal.Aliased one ? one.body : bodyOf(signal));
  }

  private static Object bodyOf(Signal signal) {
    return signal instanceof Signal.Message message ? message.body : signal;
  }

  private static ProcessInfo.Waiting number(Signal signal) {
    long id = signal instanceof Signal.Message message ? message.id() : 0;
    return new ProcessInfo.Waiting(
        signal instanceof Signal.Aliased one ? one.id() : id, Chooser.sender(signal));
  }

  /// The state's text is made by the process's own code, which may fail: that is what is shown
  /// then.
  private static String stateOf(Behaviour behaviour) {
    try {
      String text = behaviour.state();
      return text.length() <= LONGEST_STATE ? text : text.substring(0, LONGEST_STATE) + "…";
    } catch (Throwable e) {
      return "(the state's text could not be made: " + e + ")";
    }
  }

  @Override
  public long nanos() {
    return vm.nanos();
  }
}
