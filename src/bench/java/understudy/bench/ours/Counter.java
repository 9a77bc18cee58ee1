package understudy.bench.ours;

import java.util.concurrent.CountDownLatch;
import understudy.runtime.Self;

/// Takes so many messages, and then says that it is done.
final class Counter extends Worker {
  private final CountDownLatch done;
  private long left;

  Counter(long left, CountDownLatch done) {
    this.left = left;
    this.done = done;
  }

  @Override
  public void handle(Self self, Object message) {
    if (--left == 0) {
      done.countDown();
    }
  }
}
