package understudy.otp;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import understudy.event.Pid;
import understudy.runtime.Self;
import understudy.runtime.Shared;

/// Which process each partition is now: what a partition supervisor publishes. Safe on any thread.
final class PartitionRoutes {
  private final AtomicReferenceArray<Pid> pids;

  PartitionRoutes(int count) {
    pids = new AtomicReferenceArray<>(count);
    for (int i = 0; i < count; i++) {
      lead(i, Pid.NONE);
    }
  }

  static Optional<PartitionRoutes> of(Self self, String name) {
    return Shared.read(self, name)
        .filter(PartitionRoutes.class::isInstance)
        .map(PartitionRoutes.class::cast);
  }

  void lead(int partition, Pid to) {
    pids.set(partition, to);
  }

  Pid to(Object key) {
    return pids.get(
        switch (key) {
          case Integer number -> (int) (Math.abs(number.longValue()) % pids.length());
          case Long number -> (int) Math.abs(number % pids.length());
          default -> Math.floorMod(key.hashCode(), pids.length());
        });
  }

  int count() {
    return pids.length();
  }
}
