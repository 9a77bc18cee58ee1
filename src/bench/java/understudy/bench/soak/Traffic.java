package understudy.bench.soak;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import understudy.event.Pid;
import understudy.runtime.Behaviour;
import understudy.runtime.Self;

/// Sends bursts to workers, of which some compute and some block for a while; owes an answer for
/// each message.
final class Traffic extends Paced {
  private static final int A_TICK = 500;
  private static final long HELD_MILLIS = 20;

  private record Ping(Pid from, boolean held) {}

  private record Pong() {}

  /// Answers, quickly or after holding its worker thread for a while.
  static final class Answering implements Behaviour {
    private final boolean blocks;

    Answering(boolean blocks) {
      this.blocks = blocks;
    }

    @Override
    public void start(Self self) {}

    @Override
    public void handle(Self self, Object message) throws InterruptedException {
      if (message instanceof Ping(Pid from, boolean held)) {
        if (held) {
          hold();
        }
        self.send(from, new Pong());
      }
    }

    private void hold() throws InterruptedException {
      if (blocks) {
        Thread.sleep(HELD_MILLIS);
        return;
      }
      long end = System.nanoTime() + HELD_MILLIS * 1_000_000;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }

    @Override
    public String name() {
      return "Answering";
    }
  }

  private final List<Pid> workers;
  private int at;

  Traffic(List<Pid> workers, AtomicBoolean running) {
    super(new Book("answers to messages"), running);
    this.workers = workers;
  }

  @Override
  void tick(Self self) {
    book.owes(A_TICK);
    for (int i = 0; i < A_TICK; i++) {
      boolean held = i == 0 && self.random().nextInt(20) == 0;
      self.send(workers.get(at), new Ping(self.pid(), held));
      at = (at + 1) % workers.size();
    }
  }

  @Override
  void take(Self self, Object message) {
    if (message instanceof Pong) {
      book.got();
    }
  }
}
