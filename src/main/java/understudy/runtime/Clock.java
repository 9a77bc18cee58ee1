package understudy.runtime;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import understudy.runtime.Timers.Timer;

/// The thread that runs timers when they are due, never early. Sleeps until the next.
final class Clock extends Thread {
  private static final long ASLEEP_FOR_EVER = Long.MAX_VALUE;

  private final long startNanos;
  private final Wheel wheel = new Wheel();

  /// Not after the next timer is due: lowered by whoever sets one, raised by this thread only.
  private final AtomicLong wakesAt = new AtomicLong();

  private volatile boolean sleeps;
  private volatile boolean closed;

  Clock(long startNanos) {
    super("understudy-clock");
    this.startNanos = startNanos;
    setDaemon(true);
  }

  /// Any thread.
  Timer schedule(long delayNanos, Runnable task) {
    Wheel.Due timer = wheel.add(now() + delayNanos, task);
    if (lower(timer.takenNanos())) {
      LockSupport.unpark(this);
    }
    return timer;
  }

  /// {@return whether it would have woken later}
  private boolean lower(long moment) {
    for (long wakes = wakesAt.get(); moment < wakes; wakes = wakesAt.get()) {
      if (wakesAt.compareAndSet(wakes, moment)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void run() {
    while (!closed) {
      wheel.take(now()).forEach(this::ring);
      wakesAt.set(ASLEEP_FOR_EVER); // Whoever sets a timer from here on wakes this thread.
      lower(wheel.nextDue());
      sleeps = true;
      long next = wakesAt.get();
      long left = next - now();
      if (next == ASLEEP_FOR_EVER) {
        LockSupport.park(this);
      } else if (left > 0) {
        LockSupport.parkNanos(this, left);
      }
      sleeps = false;
    }
  }

  /// {@return whether no timer is due that has not rung; any thread}
  boolean rests() {
    return sleeps && wakesAt.get() > now();
  }

  /// One that fails keeps no other from running.
  private void ring(Wheel.Due due) {
    try {
      due.run();
    } catch (Throwable thrown) {
      getUncaughtExceptionHandler().uncaughtException(this, thrown);
    }
  }

  private long now() {
    return System.nanoTime() - startNanos;
  }

  void close() {
    closed = true;
    LockSupport.unpark(this);
  }
}
