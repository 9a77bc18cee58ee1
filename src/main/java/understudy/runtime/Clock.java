package understudy.runtime;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The thread that rings alarms when they are due, never early. Sleeps until the next.
///
/// Most alarms are silenced soon, such as the time-out of a call that is answered. So one that is
/// set is only pushed on a stack, and silencing it is a mark on it. A stack that has become long
/// goes into the [Wheel], by whoever pushed last, and before each look at the wheel all stacks do:
/// without what is silenced. What is silenced in the wheel is swept out when it may be the half of
/// it. So what is kept is no more than a few times what is alive, and some thousands.
final class Clock extends Thread {
  private static final long ASLEEP_FOR_EVER = Long.MAX_VALUE;

  /// How long a stack may become; a power of two.
  private static final int LONG = 1 << 10;

  /// How many silenced ones in the wheel are worth a look, counted for each stack; a power of two.
  private static final int MANY = 1 << 11;

  /// The [Alarm#place] of those in the wheel; in a stack it is the height.
  private static final int IN_WHEEL = 0;

  /// Places from one stack to the next: each has its own line of the processor's cache.
  private static final int STRIDE_BITS = 5;

  private final long startNanos;
  private final Wheel wheel = new Wheel();
  private final int stacks;

  /// The newest of each stack.
  private final AtomicReferenceArray<@Nullable Alarm> newest;

  /// About how many have been silenced in the wheel since the last sweep, by threads.
  private final AtomicIntegerArray silenced;

  /// Not after the next alarm is due: lowered by whoever sets one, raised by this thread only.
  private final AtomicLong wakesAt = new AtomicLong();

  private volatile boolean sleeps;
  private volatile boolean closed;

  /// @param processors how many threads may set alarms at the same time
  Clock(long startNanos, int processors) {
    super("understudy-clock");
    this.startNanos = startNanos;
    this.stacks = Integer.highestOneBit(Math.max(1, processors * 2 - 1));
    this.newest = new AtomicReferenceArray<>(stacks << STRIDE_BITS);
    this.silenced = new AtomicIntegerArray(stacks << STRIDE_BITS);
    setDaemon(true);
  }

  /// Any thread.
  void schedule(long delayNanos, Alarm alarm) {
    alarm.due = Timers.moment(now(), Math.max(0, delayNanos));
    push(alarm);
    if (lower(Wheel.takenNanos(alarm))) {
      LockSupport.unpark(this);
    }
  }

  private void push(Alarm alarm) {
    int stack = stack();
    Alarm top;
    do {
      top = newest.getAcquire(stack);
      alarm.next = top;
      alarm.place = top == null ? 1 : top.place + 1;
    } while (!newest.compareAndSet(stack, top, alarm));
    if (alarm.place >= LONG) {
      gather(stack);
    }
  }

  private int stack() {
    return ((int) Thread.currentThread().threadId() & (stacks - 1)) << STRIDE_BITS;
  }

  /// Any thread.
  void forget(Alarm alarm) {
    if (alarm.place == IN_WHEEL) {
      int stack = stack();
      int count = silenced.getOpaque(stack) + 1;
      silenced.setOpaque(stack, count); // If another's is lost, the sweep is later.
      if ((count & (MANY - 1)) == 0) {
        sweep();
      }
    }
  }

  private void sweep() {
    synchronized (wheel) {
      int sum = 0;
      for (int i = 0; i < stacks; i++) {
        sum += silenced.getOpaque(i << STRIDE_BITS);
      }
      if (sum >= wheel.size() / 2) {
        wheel.sweep();
        for (int i = 0; i < stacks; i++) {
          silenced.setOpaque(i << STRIDE_BITS, 0);
        }
      }
    }
  }

  private void gatherAll() {
    for (int i = 0; i < stacks; i++) {
      gather(i << STRIDE_BITS);
    }
  }

  /// Puts a stack into the wheel.
  private void gather(int stack) {
    synchronized (wheel) { // Or what is in this thread's hand would be nowhere.
      Alarm oldest = turn(newest.getAndSet(stack, null));
      while (oldest != null) {
        Alarm after = oldest.next;
        oldest.next = null;
        if (!oldest.isSilent()) {
          oldest.place = IN_WHEEL;
          wheel.add(oldest);
        }
        oldest = after;
      }
    }
  }

  private static @Nullable Alarm turn(@Nullable Alarm newest) {
    Alarm oldest = null;
    for (Alarm rest = newest; rest != null; ) {
      Alarm before = rest.next;
      rest.next = oldest;
      oldest = rest;
      rest = before;
    }
    return oldest;
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
      long now = now();
      gatherAll();
      wheel.take(now).forEach(this::ring);
      wakesAt.set(ASLEEP_FOR_EVER); // Whoever sets an alarm from here on wakes this thread.
      gatherAll(); // Whoever set one before is seen now.
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

  /// {@return whether no alarm is due that has not rung; any thread}
  boolean rests() {
    return sleeps && wakesAt.get() > now();
  }

  /// {@return about how many alarms are kept, silenced ones among them}
  int kept() {
    int sum = wheel.size();
    for (int i = 0; i < stacks; i++) {
      Alarm top = newest.getAcquire(i << STRIDE_BITS);
      sum += top == null ? 0 : top.place;
    }
    return sum;
  }

  /// One that fails keeps no other from ringing.
  private void ring(Alarm alarm) {
    try {
      alarm.ring();
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
