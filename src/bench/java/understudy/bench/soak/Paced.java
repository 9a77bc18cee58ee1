package understudy.bench.soak;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import understudy.event.ExitReason.Atom;
import understudy.runtime.Behaviour;
import understudy.runtime.Exit;
import understudy.runtime.Self;

/// A load that does a little at every tick until it is told to stop, and ends when its book
/// balances.
abstract class Paced implements Behaviour {
  private static final Duration TICK = Duration.ofMillis(5);

  private record Tick() {}

  final Book book;
  private final AtomicBoolean running;

  Paced(Book book, AtomicBoolean running) {
    this.book = book;
    this.running = running;
  }

  /// Does the work of one tick.
  abstract void tick(Self self);

  /// Takes what comes of it.
  abstract void take(Self self, Object message);

  @Override
  public final void start(Self self) {
    self.trapExit(true);
    self.sendAfter(TICK, self.pid(), new Tick());
  }

  @Override
  public final void handle(Self self, Object message) {
    if (!(message instanceof Tick)) {
      take(self, message);
      return;
    }
    if (running.get()) {
      tick(self);
    } else if (book.balances()) {
      throw new Exit(Atom.NORMAL);
    }
    self.sendAfter(TICK, self.pid(), new Tick());
  }

  @Override
  public String name() {
    return getClass().getSimpleName();
  }
}
