package understudy.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A window of time in which one process asks another again and again, and how long each answer
/// took.
///
/// The asker calls [#asks] before it asks and [#answered] when the answer has come. Somebody
/// outside waits for the end. An asker that is not heard of when the window is over has starved,
/// and its open question counts as one that took the whole window.
public final class HogWindow {
  /// How long hogs may take to begin.
  public static final long SETTLE_MILLIS = 2000;

  private static final double FRACTION = 0.99;

  private final Latencies latencies = new Latencies();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final long millis;
  private final long end;
  private long askedAt;
  private boolean starved;

  /// A window that begins now.
  ///
  /// @param millis how long it stays open
  public HogWindow(long millis) {
    this.millis = millis;
    this.end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /// {@return whether the window is open; if so the asker asks now}
  public boolean asks() {
    askedAt = System.nanoTime();
    if (askedAt < end) {
      return true;
    }
    closed.countDown();
    return false;
  }

  /// Notes that the answer has come.
  public void answered() {
    latencies.add(System.nanoTime() - askedAt);
  }

  /// Waits for the end of the window, and not much longer.
  ///
  /// @throws InterruptedException if interrupted while waiting
  public void await() throws InterruptedException {
    starved = !closed.await(millis * 2, TimeUnit.MILLISECONDS);
  }

  /// {@return the 99th percentile in nanoseconds; the whole window where the asker starved}
  public double p99() {
    return starved ? TimeUnit.MILLISECONDS.toNanos(millis) : latencies.quantile(FRACTION);
  }
}
