package understudy.bench.pekko;

import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/// An actor that counts what it gets down to none.
final class Counting {
  /// What it gets.
  record Item(long number) {}

  private Counting() {}

  static Behavior<Item> down(long from, CountDownLatch done) {
    long[] left = {from};
    return Behaviors.receiveMessage(_ -> {
      if (--left[0] == 0) {
        done.countDown();
      }
      return Behaviors.same();
    });
  }
}
