package understudy.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

/// Which live process holds which name (NAM-01 to NAM-05). Safe on any thread; lookups take no
/// lock.
final class Names {
  private final Vm vm;
  private final Map<String, Cell> holders = new ConcurrentHashMap<>();

  Names(Vm vm) {
    this.vm = vm;
  }

  Optional<Pid> register(Cell cell, String name) {
    if (name.isBlank() || name.equals("undefined") || name.equals("nil")) {
      throw new Raised(ExitReason.tuple(new Atom("badarg"), new Atom(name)));
    }
    // A holder that has been sent a fatal signal by the asker is dead for it.
    whereis(name);
    cell.lock();
    try {
      if (cell.interior.name != null) {
        throw new Raised(
            ExitReason.tuple(new Atom("badarg"), new Atom("already named " + cell.interior.name)));
      }
      if (cell.isDead()) {
        throw new ProcessDead();
      }
      Cell holder = holders.putIfAbsent(name, cell);
      if (holder != null) {
        return Optional.of(holder.pid);
      }
      cell.interior.name = name;
      vm.emit(new RuntimeEvent.Registered(cell.pid, name));
      return Optional.empty();
    } finally {
      cell.unlock();
    }
  }

  void release(Cell cell) {
    cell.lock();
    try {
      String name = cell.interior.name;
      if (name != null && holders.get(name) == cell) {
        // Said before somebody else can take it and say so.
        cell.interior.name = null;
        vm.emit(new RuntimeEvent.Unregistered(cell.pid, name));
        holders.remove(name);
      }
    } finally {
      cell.unlock();
    }
  }

  Optional<Pid> whereis(String name) {
    Cell holder = holders.get(name);
    return holder != null && holder.isAlive() ? Optional.of(holder.pid) : Optional.empty();
  }
}
