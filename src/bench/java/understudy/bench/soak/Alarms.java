package understudy.bench.soak;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import understudy.runtime.Self;

/// Sets timers and cancels every other one; owes a message or a cancellation for each.
final class Alarms extends Paced {
  private static final int A_TICK = 100;
  private static final int LONGEST_MILLIS = 200;

  private record Ring() {}

  Alarms(AtomicBoolean running) {
    super(new Book("timers that rang or were cancelled"), running);
  }

  @Override
  void tick(Self self) {
    book.owes(A_TICK);
    for (int i = 0; i < A_TICK; i++) {
      var delay = Duration.ofMillis(self.random().nextInt(LONGEST_MILLIS));
      long timer = self.sendAfter(delay, self.pid(), new Ring());
      if (i % 2 == 0 && self.cancelTimer(timer).isPresent()) {
        book.got();
      }
    }
  }

  @Override
  void take(Self self, Object message) {
    if (message instanceof Ring) {
      book.got();
    }
  }
}
