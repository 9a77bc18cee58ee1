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
    cell.settle();
    cell.lock();
    try {
      if (cell.interior.isLinked(other)) {
        return; // Its EXIT is on its way if it is dead.
      }
      if (alive) {
        cell.interior.link(other);
      } else if (cell.interior.trapExit) {
        cell.interior.inform(new ExitMessage(other, Atom.NOPROC), other, cell.vm);
        return;
      }
    } finally {
      cell.unlock();
    }
    if (!alive) {
      throw new Raised(Atom.NOPROC);
    }
    act(new RuntimeEvent.Linked(cell.pid, other), other, new Signal.Link(cell.pid));
  }

  /// Unlinking (LNK-10, LNK-11).
  void unlink(Pid other) {
    cell.lock();
    try {
      if (!cell.interior.unlink(other)) {
        return;
      }
    } finally {
      cell.unlock();
    }
    act(new RuntimeEvent.Unlinked(cell.pid, other), other, new Signal.Unlink(cell.pid));
  }

  /// Monitoring (MON-02, MON-03, MON-15).
  long monitor(Pid target) {
    long reference = cell.vm.nextReference();
    if (target.equals(cell.pid)) {
      return reference; // MON-15
    }
    var monitor = new Signal.Monitor(cell.pid, target, reference);
    cell.lock();
    try {
      cell.ensureAlive();
      cell.interior.monitor(monitor);
      cell.vm.emit(new RuntimeEvent.Monitored(cell.pid, target, reference));
      cell.vm.signal(target, monitor);
    } finally {
      cell.unlock();
    }
    return reference;
  }

  /// Taking a monitor away, with its DOWN (MON-06).
  void demonitor(long reference) {
    Signal.Monitor monitor;
    cell.lock();
    try {
      monitor = cell.interior.demonitor(reference);
      if (monitor != null) {
        cell.ensureAlive();
        cell.vm.emit(new RuntimeEvent.Demonitored(cell.pid, monitor.target, reference));
        if (!monitor.over) {
          cell.vm.signal(monitor.target, new Signal.Demonitor(reference));
        }
      }
    } finally {
      cell.unlock();
    }
    if (monitor == null) {
      cell.takeBlocking(
          message -> message instanceof DownMessage down && down.reference() == reference, 0);
    }
  }

  /// Tells who spawned this process, once, that its start is over. A monitor that was for a start
  /// which succeeded ends here and now, so that no signal has to come for it.
  void acknowledge(Object result, boolean started) {
    long reference = cell.startReference;
    if (reference == 0) {
      return;
    }
    cell.startReference = 0;
    cell.whileAlive(() -> {
      if (started) {
        cell.interior.endStartMonitor(reference);
      }
      var word = new Acknowledgement(reference, result);
      cell.vm.sendToAlias(cell.pid, cell.parent, reference, word);
    });
  }

  private void act(RuntimeEvent event, Pid to, Signal signal) {
    cell.whileAlive(() -> {
      cell.vm.emit(event);
      cell.vm.signal(to, signal);
    });
  }
}
