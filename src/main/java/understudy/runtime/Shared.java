package understudy.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import understudy.event.Pid;

/// What a process lets all others read without asking it: Erlang's named tables (ETS).
///
/// A table belongs to the process that published it and goes with it. It is shared by threads, so
/// it must be safe on any; reading takes no lock.
public final class Shared {
  private Shared() {}

  /// The tables of one system.
  static final class Tables {
    private record Table(Pid owner, Object what) {}

    private final Map<String, Table> byName = new ConcurrentHashMap<>();
    private final Map<Pid, Set<String>> byOwner = new ConcurrentHashMap<>();

    void put(Pid owner, String name, Object what) {
      Table present = byName.putIfAbsent(name, new Table(owner, what));
      if (present != null) {
        throw new IllegalStateException(
            "table '%s' belongs to %s, and %s wants it; choose another name"
                .formatted(name, present.owner, owner));
      }
      byOwner.computeIfAbsent(owner, _ -> ConcurrentHashMap.newKeySet()).add(name);
    }

    Optional<Object> get(String name) {
      return Optional.ofNullable(byName.get(name)).map(Table::what);
    }

    void forget(Pid owner) {
      if (byOwner.isEmpty()) {
        return;
      }
      Set<String> names = byOwner.remove(owner);
      if (names != null) {
        names.forEach(byName::remove);
      }
    }
  }

  /// Publishes `what` under `name` until this process dies.
  ///
  /// @param self the owner
  /// @param name the table's name, apart from the names of processes
  /// @param what safe on any thread
  /// @throws IllegalStateException if the name belongs to another table
  public static void publish(Self self, String name, Object what) {
    self.vm().shared.put(self.pid(), name, what);
  }

  /// {@return what is published under `name` now}
  ///
  /// @param self who reads
  /// @param name the table's name
  public static Optional<Object> read(Self self, String name) {
    return self.vm().shared.get(name);
  }

  /// {@return how many processes can run at the same time: the processors of a live system, 1 on a
  /// stepped one, so that a run does not depend on the machine}
  ///
  /// @param self who asks
  public static int schedulers(Self self) {
    return self.vm().scheduler.schedulers();
  }
}
