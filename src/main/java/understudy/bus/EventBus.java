package understudy.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.Gap;

/// The way from a runtime's threads to everybody who listens.
///
/// Events come in by [#emit] on any thread and go out, numbered 1, 2, 3, ..., in batches to every
/// [Subscriber]. The events of one subject keep their order, messages and others alike. Delivery
/// runs on the bus's own thread after [#start()], or by hand with [#pump()]: the same code. States:
/// `BY_HAND -> RUNNING -> CLOSED`, or `BY_HAND -> CLOSED`.
///
/// Events wait in lanes: one for each thread that has entered ([#enter()]), and for the others as
/// many as emit at the same moment. A message is taken in only while fewer than `messageCapacity`
/// events wait in its lane; else it is dropped and a [Gap] stands in the stream not later than the
/// next event of the thread that lost one. Other events are never dropped while the bus is open;
/// [Stats#lifecycleBacklog()] says how many wait.
///
/// What happened before an event, on whichever thread, stands before it in the stream. An event is
/// handed out within a few milliseconds after it happened.
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
  private static final long REST_NANOS = 2_000_000;
  private static final int QUIET_RESTS = 25;
  private static final long PARKED_NANOS = 100_000_000;

  /// When so many wait the pump does not rest.
  private static final int CROWD = 4 * BATCH;

  private final Lanes lanes;

  /// Who waits until all that waits has been delivered.
  private final Queue<CountDownLatch> waiters = new ConcurrentLinkedQueue<>();

  private final int crowd;
  private final LongSupplier wallClock;
  private final CopyOnWriteArrayList<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<Failure> failures = new CopyOnWriteArrayList<>();
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
  /// @param messageCapacity how many events may wait in a lane before messages are dropped, 1 or
  ///   more
  /// @param wallClock milliseconds since 1970, asked once a batch; [#NO_CLOCK] for streams that
  ///   must not differ between runs
  public EventBus(Detail detail, int messageCapacity, LongSupplier wallClock) {
    if (messageCapacity < 1) {
      throw new IllegalArgumentException(
          "event bus: message capacity must be 1 or more, got " + messageCapacity);
    }
    this.detail = detail;
    this.lanes = new Lanes(messageCapacity, System::nanoTime);
    this.crowd = Math.clamp(messageCapacity / 4, 1, CROWD);
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
    Detail now = detail;
    return now == Detail.MESSAGES || (now == Detail.LIFECYCLE && !RuntimeEvent.isMessage(kind));
  }

  /// Takes one event, wanted or not; once the bus is closed it is only counted as dropped.
  @Override
  public void emit(long nanos, RuntimeEvent event) {
    if (state.get() == State.CLOSED || !lanes.offer(nanos, event)) {
      dropped.increment();
    }
    if (parked) {
      LockSupport.unpark(pump);
    }
  }

  @Override
  public EventSink enter() {
    return new Door(lanes.take());
  }

  /// The bus for one thread, which has a lane to itself.
  private final class Door implements EventSink {
    private final Lane lane;

    Door(Lane lane) {
      this.lane = lane;
    }

    @Override
    public boolean wants(Class<? extends RuntimeEvent> kind) {
      return EventBus.this.wants(kind);
    }

    @Override
    public void emit(long nanos, RuntimeEvent event) {
      if (state.get() == State.CLOSED || !lane.offer(nanos, event)) {
        dropped.increment();
      }
      if (parked) {
        LockSupport.unpark(pump);
      }
    }

    @Override
    public void leave() {
      lane.free();
    }
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
    return new Stats(
        lanes.events() + dropped.sum(), delivered.sum(), dropped.sum(), lanes.lifecycle());
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
    waiters.add(reached);
    LockSupport.unpark(thread);
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
    boolean closed = state.getAndSet(State.CLOSED) == State.CLOSED;
    Thread thread = pump;
    LockSupport.unpark(thread);
    if (closed || delivering.isHeldByCurrentThread()) {
      return;
    }
    if (thread == null) {
      deliverWaiting();
      return;
    }
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

  /// Delivers until closed. Unless much waits already it rests a moment, so that writers need not
  /// wake it for every event and it does not read what they are just writing; after many empty
  /// moments it says that it parks, rests once more, looks again and parks.
  ///
  /// Writers look for a parked pump after they wrote, without a fence, which would cost them more
  /// than the rest: a processor may look before others see what it wrote, but not for so long.
  /// Should one do so all the same, the pump wakes up by itself.
  private void run() {
    int quiet = 0;
    while (true) {
      boolean last = state.get() == State.CLOSED;
      int count = deliverWaiting();
      if (last && count == 0 && lanes.isEmpty()) {
        return;
      }
      quiet = count == 0 ? quiet + 1 : 0;
      parked = quiet >= QUIET_RESTS;
      if (!last && lanes.size() < crowd) {
        LockSupport.parkNanos(this, quiet > QUIET_RESTS ? PARKED_NANOS : REST_NANOS);
      }
    }
  }

  private int deliverWaiting() {
    delivering.lock();
    try {
      List<CountDownLatch> waited = new ArrayList<>();
      for (var waiter = waiters.poll(); waiter != null; waiter = waiters.poll()) {
        waited.add(waiter);
      }
      lanes.look();
      long before = sequence;
      for (Run run = lanes.next(); run.size() > 0; run = lanes.next()) {
        deliver(run);
      }
      waited.forEach(CountDownLatch::countDown);
      return (int) (sequence - before);
    } finally {
      delivering.unlock();
    }
  }

  private void deliver(Run run) {
    var events = new Slice(run, sequence + 1, wallClock.getAsLong());
    int size = events.size();
    sequence += size;
    lostSoFar += run.lost();
    hand(new Batch(events, lostSoFar));
    delivered.add(size - run.marks());
    if (run.torn() > 0) {
      dropped.add(run.torn());
    }
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
