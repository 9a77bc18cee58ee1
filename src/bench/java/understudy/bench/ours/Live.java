package understudy.bench.ours;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.runtime.Vm;

/// A live system, and how a benchmark waits for it from outside.
final class Live {
  /// Says to a process that it shall begin.
  record Go() {}

  /// Says to a process that it shall go on with the next part of its work.
  record More() {}

  static final Go GO = new Go();
  static final More MORE = new More();

  private static final long PATIENCE_SECONDS = 300;

  private Live() {}

  static Vm vm() {
    return Observers.vm();
  }

  static void await(CountDownLatch done) throws InterruptedException {
    if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "a benchmark must end within " + PATIENCE_SECONDS + " s; it still waits for " + done);
    }
  }

  /// Kills `pids` and waits until nobody lives.
  static void clear(Vm vm, Collection<Pid> pids) {
    killAndAwait(vm, pids, 0);
  }

  /// Kills `pids` and waits until no more than `others` live.
  static void killAndAwait(Vm vm, Collection<Pid> pids, int others) {
    pids.forEach(pid -> vm.exit(pid, Atom.KILL));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (vm.table().alive() > others) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(vm.table().alive() + " processes did not end");
      }
      Thread.onSpinWait();
    }
  }

  /// Waits until nobody lives.
  static void awaitEmpty(Vm vm) {
    killAndAwait(vm, List.of(), 0);
  }
}
