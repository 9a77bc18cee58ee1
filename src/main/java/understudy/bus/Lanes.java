package understudy.bus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import understudy.event.RuntimeEvent;

/// All lanes of a bus, merged into one stream by the pump.
///
/// A thread that emits much keeps a lane; any other takes one that is free for each event, or makes
/// one, so that nobody ever waits for another. [Order] says why the stream is in order.
final class Lanes {
  private final int capacity;
  private final Order order;

  /// All there are. A lane that was given back is used again and never goes away.
  private final AtomicReference<Lane[]> all;

  /// By the places of [#all]. The pump's own, as all that follows.
  private final List<Cursor> cursors = new ArrayList<>();

  /// Those that have events in this round, up to [#horizon].
  private final List<Cursor> filled = new ArrayList<>();

  private long horizon;
  private long left;
  private long latest;

  /// @param capacity how many events may wait in a lane before messages are dropped
  Lanes(int capacity, LongSupplier clock) {
    this.capacity = capacity;
    this.order = new Order(clock);
    this.all = new AtomicReference<>(new Lane[] {new Lane(capacity, order)});
  }

  // ---- writers ----

  /// {@return a lane for the calling thread, until it is given back}
  Lane take() {
    for (Lane lane : all.get()) {
      if (lane.take()) {
        return lane;
      }
    }
    return grow();
  }

  private Lane grow() {
    var fresh = new Lane(capacity, order);
    fresh.take();
    Lane[] before;
    Lane[] more;
    do {
      before = all.get();
      more = Arrays.copyOf(before, before.length + 1);
      more[before.length] = fresh;
    } while (!all.compareAndSet(before, more));
    return fresh;
  }

  /// Takes one event in, on a thread that has no lane of its own.
  ///
  /// @return false if it was dropped
  boolean offer(long nanos, RuntimeEvent event) {
    Lane lane = take();
    boolean free = false;
    try {
      boolean in = lane.offer(nanos, event);
      lane.free();
      free = true;
      return in;
    } finally {
      if (!free) {
        lane.own[Lane.TAKEN] = 0; // There may be no stack left for a call.
      }
    }
  }

  // ---- any thread ----

  /// {@return how many entries wait}
  long size() {
    return sum(Lane::size);
  }

  /// {@return how many events were ever taken in}
  long events() {
    return sum(Lane::events);
  }

  /// {@return how many events wait that are no messages; looks at all that waits}
  long lifecycle() {
    return sum(Lane::lifecycle);
  }

  private long sum(ToLongFunction<Lane> part) {
    long sum = 0;
    for (Lane lane : all.get()) {
      sum += part.applyAsLong(lane);
    }
    return sum;
  }

  // ---- the pump ----

  /// Begins a round: what waits now can be taken until the next.
  void look() {
    horizon = order.horizon();
    filled.clear();
    left = 0;
    Lane first = order.favourite();
    long early = 0;
    for (Cursor cursor : cursors) {
      if (cursor.lane == first) {
        early = cursor.look();
      }
    }
    Lane[] now = all.get();
    for (int i = 0; i < now.length; i++) {
      if (i == cursors.size()) {
        cursors.add(new Cursor(now[i]));
      }
      Cursor cursor = cursors.get(i);
      long waiting = now[i] == first ? early : cursor.look();
      if (waiting > 0 && cursor.next() <= horizon) {
        filled.add(cursor);
        left += waiting;
      }
    }
    if (filled.size() == 1) {
      order.favour(filled.getFirst().lane);
    }
  }

  /// {@return the events of this round that come next, none if there are no more}
  Run next() {
    var run = new Run((int) Math.min(left, EventBus.BATCH), latest);
    while (run.room() > 0) {
      Cursor first = null;
      long earliest = Long.MAX_VALUE;
      long second = Long.MAX_VALUE;
      for (int i = 0; i < filled.size(); i++) {
        long stamp = filled.get(i).next();
        if (stamp < earliest) {
          second = earliest;
          earliest = stamp;
          first = filled.get(i);
        } else if (stamp < second) {
          second = stamp;
        }
      }
      if (first == null || earliest > horizon) {
        break;
      }
      first.moveTo(run, Math.min(second, horizon));
    }
    left -= run.size();
    latest = run.latest();
    filled.forEach(Cursor::release);
    return run;
  }

  /// {@return whether nothing waits that was not taken}
  boolean isEmpty() {
    return size() == 0;
  }
}
