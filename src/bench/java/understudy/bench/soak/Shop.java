package understudy.bench.soak;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import understudy.event.Pid;
import understudy.otp.ChildSpec;
import understudy.otp.From;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;
import understudy.otp.Strategy;
import understudy.otp.Supervisor;
import understudy.otp.SupervisorFlags;
import understudy.runtime.Exit;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// Registered servers under a supervisor: one client makes them crash, others call them and live
/// with calls that fail.
final class Shop {
  static final int SERVERS = 20;
  private static final int MANY_RESTARTS = 1_000_000;

  private record Crash() {}

  private static final class Till extends GenServer<Long> {
    private final Book restarts;

    Till(Book restarts) {
      this.restarts = restarts;
    }

    @Override
    protected Init<Long> init() {
      restarts.got();
      return Init.ok(0L);
    }

    @Override
    protected Outcome<Long> handleCall(Object request, From from, Long count) {
      return Outcome.reply(count, count + 1);
    }

    @Override
    protected Outcome<Long> handleCast(Object request, Long count) {
      throw new IllegalStateException("boom");
    }
  }

  /// Has one server crash at every tick; owes a start for each, and the first starts.
  static final class Vandal extends Paced {
    Vandal(Book restarts, AtomicBoolean running) {
      super(restarts, running);
    }

    @Override
    void tick(Self self) {
      self.whereis(till(self.random().nextInt(SERVERS)))
          .filter(_ -> book.balances())
          .ifPresent(till -> {
            book.owes(1);
            GenServer.cast(self, till, new Crash());
          });
    }

    @Override
    void take(Self self, Object message) {}
  }

  /// A call at every tick; owes an answer or an exit for each.
  static final class Customer extends Paced {
    Customer(AtomicBoolean running) {
      super(new Book("calls that were answered or failed"), running);
    }

    @Override
    void tick(Self self) {
      for (int i = 0; i < SERVERS; i++) {
        book.owes(1);
        try {
          GenServer.call(self, till(i), "next");
        } catch (Exit _) {
          // The server had crashed: the answer is that there is none.
        }
        book.got();
      }
    }

    @Override
    void take(Self self, Object message) {}
  }

  private Shop() {}

  static String till(int server) {
    return "till-" + server;
  }

  static Pid open(Vm vm, Book restarts) {
    restarts.owes(SERVERS);
    List<ChildSpec> tills =
        IntStream.range(0, SERVERS)
            .mapToObj(i ->
                ChildSpec.worker(
                    till(i), () -> GenServer.process(till(i), () -> new Till(restarts))))
            .toList();
    return vm.spawn(
        Supervisor.process(
            SupervisorFlags.of(Strategy.ONE_FOR_ONE).tolerating(MANY_RESTARTS, 1), tills));
  }
}
