package understudy.bench.ours;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import understudy.bench.Latencies;
import understudy.event.Pid;
import understudy.otp.ChildSpec;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;
import understudy.otp.Strategy;
import understudy.otp.Supervisor;
import understudy.otp.SupervisorFlags;
import understudy.runtime.Vm;

/// Generic servers under supervisors of at most 1,000 children, these under one supervisor; every
/// server can be made to crash.
final class Tree {
  private static final int WIDTH = 1000;
  private static final int MANY_RESTARTS = 1_000_000;

  record Crash() {}

  /// What the servers share.
  static final class Notes {
    final AtomicLong started = new AtomicLong();
    final Latencies latencies = new Latencies();
    private final AtomicLong thrownAt = new AtomicLong();
    private final CountDownLatch all;
    private volatile CountDownLatch born = new CountDownLatch(1);

    Notes(int servers) {
      all = new CountDownLatch(servers);
    }

    void awaitAll() throws InterruptedException {
      Live.await(all);
    }
  }

  /// A server that notes its birth, and how long after a crash it was.
  static final class Leaf extends GenServer<Long> {
    private final Notes notes;

    Leaf(Notes notes) {
      this.notes = notes;
    }

    @Override
    protected Init<Long> init() {
      long number = notes.started.incrementAndGet();
      notes.all.countDown();
      long thrown = notes.thrownAt.getAndSet(0);
      if (thrown != 0) {
        notes.latencies.add(System.nanoTime() - thrown);
        notes.born.countDown();
      }
      return Init.ok(number);
    }

    @Override
    protected Outcome<Long> handleInfo(Object message, Long state) {
      if (message instanceof Crash) {
        notes.thrownAt.set(System.nanoTime());
        throw new IllegalStateException("boom");
      }
      return Outcome.noReply(state);
    }
  }

  private Tree() {}

  static SupervisorFlags tolerant() {
    return SupervisorFlags.of(Strategy.ONE_FOR_ONE).tolerating(MANY_RESTARTS, 1);
  }

  /// Begins a tree of `size` servers; the one named `victim` is among them.
  static Pid plant(Vm vm, int size, String victim, Notes notes) {
    List<ChildSpec> branches =
        IntStream.range(0, (size + WIDTH - 1) / WIDTH)
            .mapToObj(branch ->
                ChildSpec.supervisor(
                    "branch-" + branch,
                    () ->
                        Supervisor.process(
                            tolerant(),
                            leaves(branch, Math.min(WIDTH, size - branch * WIDTH), victim, notes))))
            .toList();
    return vm.spawn(Supervisor.process(tolerant(), branches));
  }

  private static List<ChildSpec> leaves(int branch, int count, String victim, Notes notes) {
    return IntStream.range(0, count)
        .mapToObj(leaf ->
            ChildSpec.worker(
                "leaf-" + leaf,
                branch == 0 && leaf == count / 2
                    ? () -> GenServer.process(victim, () -> new Leaf(notes))
                    : () -> GenServer.process(() -> new Leaf(notes))))
        .toList();
  }

  /// Has the server crash that holds `name`, so often, each time after the last restart.
  static void crash(Vm vm, String name, long times, Notes notes) throws InterruptedException {
    for (long i = 0; i < times; i++) {
      var born = new CountDownLatch(1);
      notes.born = born;
      vm.send(vm.whereis(name).orElseThrow(), new Crash());
      Live.await(born);
    }
  }
}
