package understudy.runtime;

import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

/// Makes and takes away the links and monitors of one process, on its own thread.
final class Bonds {
  private final Cell cell;

  Bonds(Cell cell) {
    this.cell = cell;
  }

  /// Linking (LNK-01, LNK-02, LNK-07 to LNK-09).
  void link(Pid other) {
    Vm vm = cell.vm;
    if (other.equals(cell.pid)) {
      return;
    }
    boolean alive = vm.isAlive(other);
    synchronized (cell) {
      if (alive && !cell.interior.links.add(other)) {
        return;
      }
      if (!alive && cell.interior.trapExit) {
        cell.interior.inform(new ExitMessage(other, Atom.NOPROC), cell.vm, cell::deepen);
        return;
      }
    }
    if (!alive) {
      throw new Raised(Atom.NOPROC);
    }
    act(new RuntimeEvent.Linked(cell.pid, other), other, new Signal.Link(cell.pid));
  }

  /// Unlinking (LNK-10, LNK-11).
  void unlink(Pid other) {
    synchronized (cell) {
      if (!cell.interior.links.remove(other)) {
        return;
      }
      cell.interior.unlinking.add(other);
    }
    act(new RuntimeEvent.Unlinked(cell.pid, other), other, new Signal.Unlink(cell.pid));
  }

  /// Monitoring (MON-02, MON-03, MON-15).
  long monitor(Pid target) {
    long reference = cell.vm.nextReference();
    if (target.equals(cell.pid)) {
      return reference; // MON-15
    }
    synchronized (cell) {
      cell.interior.monitors.put(reference, target);
      cell.interior.aliases.add(reference);
    }
    act(
        new RuntimeEvent.Monitored(cell.pid, target, reference),
        target,
        new Signal.Monitor(cell.pid, reference));
    return reference;
  }

  /// Taking a monitor away, with its DOWN (MON-06).
  void demonitor(long reference) {
    Pid target;
    synchronized (cell) {
      cell.interior.aliases.remove(reference);
      target = cell.interior.monitors.remove(reference);
    }
    if (target != null) {
      act(
          new RuntimeEvent.Demonitored(cell.pid, target, reference),
          target,
          new Signal.Demonitor(reference));
    } else {
      cell.takeBlocking(
          message -> message instanceof DownMessage down && down.reference() == reference, 0);
    }
  }

  private void act(RuntimeEvent event, Pid to, Signal signal) {
    cell.whileAlive(() -> {
      cell.vm.emit(event);
      cell.vm.signal(to, signal);
    });
  }
}
