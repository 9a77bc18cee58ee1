package understudy.bus;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jctools.queues.varhandle.MpscUnboundedVarHandleArrayQueue;
import org.jspecify.annotations.Nullable;
import understudy.event.RuntimeEvent;

/// Where events wait for the pump: many writers, one reader.
///
/// One queue for all kinds, in which at most `capacity` messages wait at a time. So the order of
/// one subject's events holds whatever their kinds, without a ticket: the place in the queue is it.
final class Lane {
  /// What waits.
  sealed interface Entry {}

  /// An event.
  record Taken(long nanos, RuntimeEvent event) implements Entry {}

  /// A place up to which somebody waits.
  record Fence(CountDownLatch reached) implements Entry {}

  /// A place at which messages were dropped.
  ///
  /// Stands in the queue when it is shared, so a loss is never told later than the next event of
  /// the thread that suffered it. May be told earlier if two threads race.
  static final class Loss implements Entry {
    private static final long TOLD = -1;
    private final AtomicLong count = new AtomicLong(1);
    private final long nanos;

    Loss(long nanos) {
      this.nanos = nanos;
    }

    long nanos() {
      return nanos;
    }

    boolean grow() {
      return count.getAndUpdate(n -> n == TOLD ? TOLD : n + 1) != TOLD;
    }

    long tell() {
      return count.getAndSet(TOLD);
    }
  }

  private static final int CHUNK = 1024;

  private final MpscUnboundedVarHandleArrayQueue<Entry> queue =
      new MpscUnboundedVarHandleArrayQueue<>(CHUNK);
  private final int capacity;
  private final AtomicInteger messages = new AtomicInteger();
  private final AtomicLong lifecycle = new AtomicLong();
  private volatile @Nullable Loss open;

  Lane(int capacity) {
    this.capacity = capacity;
  }

  /// {@return whether the event waits now; false if it was dropped, and then the place is marked}
  boolean offer(long nanos, RuntimeEvent event) {
    if (event.isMessage()) {
      if (!reserve()) {
        markLoss(nanos);
        return false;
      }
    } else {
      lifecycle.getAndIncrement();
    }
    queue.offer(new Taken(nanos, event));
    if (open != null) {
      open = null;
    }
    return true;
  }

  void offer(Fence fence) {
    queue.offer(fence);
  }

  Optional<Entry> poll() {
    Entry entry = queue.poll();
    if (entry instanceof Taken(_, var event)) {
      if (event.isMessage()) {
        messages.getAndDecrement();
      } else {
        lifecycle.getAndDecrement();
      }
    }
    return Optional.ofNullable(entry);
  }

  int size() {
    return queue.size();
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  long lifecycle() {
    return lifecycle.get();
  }

  private boolean reserve() {
    if (messages.get() >= capacity) {
      return false;
    }
    if (messages.getAndIncrement() >= capacity) {
      messages.getAndDecrement();
      return false;
    }
    return true;
  }

  private void markLoss(long nanos) {
    Loss shared = open;
    if (shared == null || !shared.grow()) {
      Loss fresh = new Loss(nanos);
      queue.offer(fresh);
      open = fresh;
    }
  }
}
