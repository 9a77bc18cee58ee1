package understudy.bench.soak;

import java.util.concurrent.atomic.AtomicBoolean;
import understudy.event.ExitReason.Atom;
import understudy.runtime.Behaviour;
import understudy.runtime.DownMessage;
import understudy.runtime.Exit;
import understudy.runtime.ExitMessage;
import understudy.runtime.Self;

/// Spawns processes that end at once, with a monitor and a link each; owes a DOWN and an exit
/// message for each.
final class Churn extends Paced {
  private static final int A_TICK = 50;

  private static final class Mayfly implements Behaviour {
    private final boolean crashes;

    Mayfly(boolean crashes) {
      this.crashes = crashes;
    }

    @Override
    public void start(Self self) {
      if (crashes) {
        throw new IllegalStateException("boom");
      }
      throw new Exit(Atom.NORMAL);
    }

    @Override
    public void handle(Self self, Object message) {}

    @Override
    public String name() {
      return "Mayfly";
    }
  }

  Churn(AtomicBoolean running) {
    super(new Book("ends of linked and monitored processes"), running);
  }

  @Override
  void tick(Self self) {
    book.owes(2 * A_TICK);
    for (int i = 0; i < A_TICK; i++) {
      self.spawnMonitor(new Mayfly(i % 10 == 0), true, _ -> {});
    }
  }

  @Override
  void take(Self self, Object message) {
    if (message instanceof DownMessage || message instanceof ExitMessage) {
      book.got();
    }
  }
}
