package understudy.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import understudy.event.EventSink;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.Gap;
import understudy.event.Stamped;

/// The way from a runtime's threads to everybody who listens.
///
/// Events come in by [#emit] on any thread and go out, numbered 1, 2, 3, ..., in batches to every
/// [Subscriber]. The events of one subject keep their order, messages and others alike. Delivery
/// runs on the bus's own thread after [#start()], or by hand with [#pump()]: the same code. States:
/// `BY_HAND -> RUNNING -> CLOSED`, or `BY_HAND -> CLOSED`.
///
/// At most `messageCapacity` messages wait; further ones are dropped and a [Gap] stands in the
/// stream not later than the next event of the thread that lost one. Other events are never dropped
/// while the bus is open; [Stats#lifecycleBacklog()] says how many wait.
///
/// Safe on any thread.
public final class EventBus implements EventSink, AutoCloseable {
  /// The clock of a bus whose stream must be the same in every run: always 0.
  public static final LongSupplier NO_CLOCK = () -> 0;

  /// How many events a batch has at most.
  public static final int BATCH = 4096;

  private enum State {
    BY_HAND,
    RUNNING,
    CLOSED
  }

  private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);
  private static final long LOOK_AGAIN_MILLIS = 50;

  private final Lane lane;
  private final LongSupplier wallClock;
  private final CopyOnWriteArrayList<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<Failure> failures = new CopyOnWriteArrayList<>();
  private final LongAdder emitted = new LongAdder();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final AtomicReference<State> state = new AtomicReference<>(State.BY_HAND);
  private final ReentrantLock delivering = new ReentrantLock();
  private volatile Detail detail;
  private volatile @Nullable Thread pump;
  private volatile boolean parked;
  private long sequence;
  private long lostSoFar;

  /// A bus that delivers by hand until it is started.
  ///
  /// @param detail what is wanted at first
  /// @param messageCapacity how many messages may wait, 1 or more
  /// @param wallClock milliseconds since 1970, asked once a batch; [#NO_CLOCK] for streams that
  ///   must not differ between runs
  public EventBus(Detail detail, int messageCapacity, LongSupplier wallClock) {
    if (messageCapacity < 1) {
      throw new IllegalArgumentException(
          "event bus: message capacity must be 1 or more, got " + messageCapacity);
    }
    this.detail = detail;
    this.lane = new Lane(messageCapacity);
    this.wallClock = wallClock;
  }

  /// {@return what is wanted now}
  public Detail detail() {
    return detail;
  }

  /// Changes what is wanted, for every event made from now on.
  ///
  /// @param next what is wanted
  public void detail(Detail next) {
    detail = next;
  }

  @Override
  public boolean wants(Class<? extends RuntimeEvent> kind) {
    return detail.wants(kind);
  }

  /// Takes one event, wanted or not; once the bus is closed it is only counted as dropped.
  @Override
  public void emit(long nanos, RuntimeEvent event) {
    emitted.increment();
    if (state.get() == State.CLOSED || !lane.offer(nanos, event)) {
      dropped.increment();
    }
    wake();
  }

  /// Adds a listener, from the next batch on; one that is there already is not added again.
  ///
  /// @param subscriber who listens
  public void subscribe(Subscriber subscriber) {
    subscribers.addIfAbsent(subscriber);
  }

  /// Takes a listener away, from the next batch on: one batch under way may still reach it.
  ///
  /// @param subscriber who listened; nothing happens if it did not
  public void unsubscribe(Subscriber subscriber) {
    subscribers.remove(subscriber);
  }

  /// {@return the subscribers that threw, in order}
  public List<Failure> failures() {
    return List.copyOf(failures);
  }

  /// {@return the counters}
  public Stats stats() {
    return new Stats(emitted.sum(), delivered.sum(), dropped.sum(), lane.lifecycle());
  }

  /// Starts the pump: a daemon thread of the bus that delivers from now on.
  ///
  /// @throws IllegalStateException if it was started before or is closed
  public void start() {
    if (!state.compareAndSet(State.BY_HAND, State.RUNNING)) {
      throw new IllegalStateException(
          "event bus: start needs a bus that was neither started nor closed, this one is "
              + state.get());
    }
    Thread thread = Thread.ofPlatform().daemon().name("understudy-bus").unstarted(this::run);
    pump = thread;
    thread.start();
  }

  /// Delivers by hand, on this thread, what waits at this moment.
  ///
  /// @return how many events were delivered, gaps included
  /// @throws IllegalStateException if the bus has a pump thread, or a subscriber calls this
  public int pump() {
    ensureOutside("pump");
    if (pump != null) {
      throw new IllegalStateException(
          "event bus: pump by hand needs a bus that was not started, this one is " + state.get());
    }
    return deliverWaiting();
  }

  /// Waits until everything that was emitted before this call has been delivered.
  ///
  /// Delivers it itself where there is no pump thread. Returns at once on a closed bus.
  ///
  /// @throws InterruptedException if interrupted while waiting
  /// @throws IllegalStateException if a subscriber calls this, or the pump thread has died
  public void flush() throws InterruptedException {
    ensureOutside("flush");
    Thread thread = pump;
    if (thread == null) {
      deliverWaiting();
      return;
    }
    CountDownLatch reached = new CountDownLatch(1);
    lane.offer(new Lane.Fence(reached));
    wake();
    while (!reached.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
      if (!thread.isAlive()) {
        if (state.get() == State.CLOSED) {
          return;
        }
        throw new IllegalStateException(
            "event bus: flush needs a living pump thread, '" + thread.getName() + "' has died");
      }
    }
  }

  /// Takes in nothing more, delivers what is there, and ends the pump thread.
  ///
  /// Waits for the pump, except where a subscriber calls this. If interrupted, it stops waiting and
  /// leaves the interrupt set. A second call does nothing.
  @Override
  public void close() {
    if (state.getAndSet(State.CLOSED) == State.CLOSED || delivering.isHeldByCurrentThread()) {
      wake();
      return;
    }
    Thread thread = pump;
    if (thread == null) {
      deliverWaiting();
      return;
    }
    wake();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void ensureOutside(String what) {
    if (delivering.isHeldByCurrentThread()) {
      throw new IllegalStateException(
          "event bus: " + what + " must not be called by a subscriber; it would wait for itself");
    }
  }

  /// The writer's half of the sleep: whoever offers looks for a parked pump afterwards, and the
  /// pump says that it parks before it looks at the lane, so one of the two sees the other.
  private void wake() {
    if (parked) {
      parked = false;
      LockSupport.unpark(pump);
    }
  }

  private void run() {
    while (true) {
      boolean last = state.get() == State.CLOSED;
      if (deliverWaiting() == 0 && lane.isEmpty()) {
        if (last) {
          return;
        }
        parked = true;
        if (lane.isEmpty() && state.get() != State.CLOSED) {
          LockSupport.park(this);
        }
        parked = false;
      }
    }
  }

  private int deliverWaiting() {
    delivering.lock();
    try {
      int left = lane.size();
      int count = 0;
      while (left > 0) {
        int step = Math.min(left, BATCH);
        count += deliver(step);
        left -= step;
      }
      return count;
    } finally {
      delivering.unlock();
    }
  }

  private int deliver(int entries) {
    List<Stamped> events = new ArrayList<>(entries);
    List<CountDownLatch> reached = new ArrayList<>();
    long wallMillis = wallClock.getAsLong();
    int gaps = 0;
    for (int i = 0; i < entries; i++) {
      var next = lane.poll();
      if (next.isEmpty()) {
        break;
      }
      switch (next.get()) {
        case Lane.Taken(long nanos, var event) -> {
          if (event instanceof Gap(_, long lost)) {
            lostSoFar += lost;
          }
          events.add(new Stamped(++sequence, nanos, wallMillis, event));
        }
        case Lane.Loss loss -> {
          long lost = loss.tell();
          lostSoFar += lost;
          gaps++;
          events.add(new Stamped(++sequence, loss.nanos(), wallMillis, new Gap(Pid.NONE, lost)));
        }
        case Lane.Fence fence -> reached.add(fence.reached());
      }
    }
    if (!events.isEmpty()) {
      hand(new Batch(events, lostSoFar));
      delivered.add(events.size() - gaps);
    }
    reached.forEach(CountDownLatch::countDown);
    return events.size();
  }

  private void hand(Batch batch) {
    for (Subscriber subscriber : subscribers) {
      try {
        subscriber.accept(batch);
      } catch (Throwable thrown) {
        subscribers.remove(subscriber);
        long first = batch.events().getFirst().sequence();
        long last = batch.events().getLast().sequence();
        failures.add(new Failure(subscriber, thrown, first, last));
        LOG.error(
            "event bus: this subscriber threw at events {} to {} and hears no more: {}",
            first,
            last,
            subscriber,
            thrown);
      }
    }
  }
}
