package understudy.bus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.Gap;

/// Where events wait for the pump: many writers, one reader.
///
/// One lane for all writers: the place in it is the order, so that whatever happened before an
/// event stands before it, on whichever thread it happened. A writer takes a place by one atomic
/// addition, which cannot fail and be tried again, and fills it by two plain stores; nothing is
/// wrapped. Places come in chunks that are never used twice: a run of one is handed to subscribers
/// as it is. The reader does not look into the events, which are still in the cache of another
/// processor: what it has to know is in the sign of their times.
///
/// A lane a writer, merged by time, was rejected: it needs a clock reading an event, which costs
/// more than the addition does even where all writers contend.
final class Lane {
  /// How many places a chunk has, and so how many events a run has at most.
  static final int CHUNK = EventBus.BATCH;

  private static final int SPINS = 200;
  private static final long WAIT_NANOS = 10_000;

  /// Where in its array the number of claimed places stands: alone in its line of the cache, as
  /// every writer changes it.
  private static final int COUNT = 16;

  private static final VarHandle CLAIMED = MethodHandles.arrayElementVarHandle(int[].class);
  private static final VarHandle TAIL;
  private static final VarHandle NEXT;
  private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(Object[].class);

  static {
    try {
      var lookup = MethodHandles.lookup();
      NEXT = lookup.findVarHandle(Chunk.class, "next", Chunk.class);
      TAIL = lookup.findVarHandle(Lane.class, "tail", Chunk.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final class Chunk {
    final long base;

    /// When it happened; the complement of it where something stands that the reader must look at.
    final long[] nanos = new long[CHUNK];

    final @Nullable Object[] what = new @Nullable Object[CHUNK];

    /// How many places were asked for, at [#COUNT]; may be more than there are.
    private final int[] count = new int[2 * COUNT];

    /// The chunk itself once it has been read.
    volatile @Nullable Chunk next;

    Chunk(long base) {
      this.base = base;
    }

    /// {@return the chunk after this one, made if it is not there}
    Chunk grow() {
      Chunk present = next;
      if (present != null) {
        return present;
      }
      var fresh = new Chunk(base + CHUNK);
      var other = (@Nullable Chunk) NEXT.compareAndExchange(this, null, fresh);
      return other == null ? fresh : other;
    }

    /// {@return the next place, [#CHUNK] or more if there is none left}
    int claim() {
      return (int) CLAIMED.getAndAdd(count, COUNT, 1);
    }

    /// {@return how many places are taken}
    int claimed() {
      return Math.min((int) CLAIMED.getVolatile(count, COUNT), CHUNK);
    }

    long end() {
      return base + claimed();
    }
  }

  /// What the reader took: events that follow each other, or a place up to which somebody waits.
  sealed interface Taken {}

  /// Events `from` to `to - 1` of two columns.
  ///
  /// @param lost how many events they say are missing
  /// @param marks how many of them were made by the lane itself
  /// @param torn how many of these stand for an event that its writer could not put down
  @SuppressWarnings("ArrayRecordComponent")
  record Run(
      long[] nanos, @Nullable Object[] what, int from, int to, long lost, int marks, int torn)
      implements Taken {}

  /// A place up to which somebody waits.
  record Fence(CountDownLatch reached) implements Taken {}

  /// A place at which messages were dropped.
  ///
  /// Stands in the lane when it is shared, so a loss is never told later than the next event of the
  /// thread that suffered it. May be told earlier if two threads race.
  private static final class Loss {
    private static final long TOLD = Long.MIN_VALUE;
    private final AtomicLong count = new AtomicLong(1);

    boolean grow() {
      return count.getAndIncrement() >= 0;
    }

    long tell() {
      return count.getAndSet(TOLD);
    }
  }

  /// What stands in a place that was taken by a writer whose stack then had no room to fill it.
  private static final Object TORN = new Object();

  static {
    new Lane(1)
        .put(
            0, TORN, false); // Links the calls in it, which no writer's stack may be too short for.
  }

  private final int capacity;
  private final AtomicLong marks = new AtomicLong();
  private volatile Chunk tail = new Chunk(0);
  private volatile @Nullable Loss open;
  private volatile Chunk head = tail;
  private volatile long consumed;

  Lane(int capacity) {
    this.capacity = capacity;
  }

  /// {@return whether the event waits now; false if it was dropped, and then the place is marked}
  boolean offer(long nanos, RuntimeEvent event) {
    Class<? extends RuntimeEvent> kind = event.getClass();
    boolean message = RuntimeEvent.isMessage(kind);
    if (open != null) {
      if (message && size() >= capacity) {
        markLoss(nanos);
        return false;
      }
      open = null;
    }
    return put(kind == Gap.class ? ~nanos : nanos, event, message);
  }

  void offer(Fence fence) {
    marks.getAndIncrement();
    put(~0L, fence, false);
  }

  /// Fills the next place, whatever happens between taking and filling it: the pump waits for it.
  /// The way out calls nothing, as there may be no stack left to call with.
  ///
  /// How much waits is asked once the place is taken: before, that would be one more journey of the
  /// count from another processor.
  ///
  /// @param bounded whether a mark shall stand there instead if too much waits
  /// @return false if it does
  private boolean put(long nanos, Object what, boolean bounded) {
    Chunk chunk = tail;
    while (true) {
      int place = chunk.claim();
      if (place < CHUNK) {
        boolean fits = false;
        boolean filled = false;
        try {
          fits = !bounded || chunk.base + place - consumed < capacity;
          chunk.nanos[place] = fits ? nanos : ~nanos;
          Object stands = fits ? what : loss();
          PLACE.setRelease(chunk.what, place, stands);
          filled = true;
          if (!fits) {
            open = (Loss) stands;
          }
        } finally {
          if (!filled) {
            chunk.what[place] = TORN;
          }
        }
        if (place == CHUNK / 2) {
          chunk.grow();
        }
        return fits;
      }
      Chunk next = chunk.grow();
      TAIL.compareAndSet(this, chunk, next);
      chunk = tail;
    }
  }

  private Loss loss() {
    var fresh = new Loss();
    marks.getAndIncrement(); // Last: there may be no stack for it.
    return fresh;
  }

  private void markLoss(long nanos) {
    Loss shared = open;
    if (shared == null || !shared.grow()) {
      var fresh = loss();
      put(~nanos, fresh, false);
      open = fresh;
    }
  }

  /// {@return how many entries wait}
  int size() {
    return (int) Math.min(Integer.MAX_VALUE, end() - consumed);
  }

  boolean isEmpty() {
    return end() == consumed;
  }

  /// {@return how many events were ever taken in}
  long events() {
    return end() - marks.get();
  }

  private long end() {
    Chunk last = tail;
    while (last.claimed() == CHUNK) {
      Chunk after = last.next;
      if (after == null) {
        break;
      }
      last = after.equals(last) ? tail : after;
    }
    return last.end();
  }

  /// The time of the event that was taken last. The reader's own.
  private long latest;

  /// {@return how many events wait that are no messages; looks at all that waits}
  long lifecycle() {
    long found = 0;
    long from = consumed;
    Chunk chunk = head;
    while (chunk != null) {
      for (int i = (int) Math.max(0, from - chunk.base); i < chunk.claimed(); i++) {
        if (PLACE.getAcquire(chunk.what, i) instanceof RuntimeEvent event && !event.isMessage()) {
          found++;
        }
      }
      Chunk after = chunk.next;
      chunk = after == null || after.equals(chunk) ? null : after;
    }
    return found;
  }

  /// Takes what stands next: at least one entry if any waits, at most `most`. The reader only.
  Optional<Taken> take(int most) {
    Chunk chunk = head;
    int from = (int) (consumed - chunk.base);
    if (from == CHUNK) {
      Chunk next = chunk.next;
      if (next == null) {
        return Optional.empty();
      }
      leave(chunk, next);
      chunk = next;
      from = 0;
    }
    int end = Math.min(chunk.claimed(), from + most);
    long[] nanos = chunk.nanos;
    long now = latest;
    long lost = 0;
    int marked = 0;
    int torn = 0;
    int at = from;
    for (; at < end; at++) {
      Object what = awaited(chunk, at);
      long time = nanos[at];
      if (time < 0 || what == TORN) {
        if (what instanceof Fence fence) {
          if (at > from) {
            break;
          }
          consumed = chunk.base + at + 1;
          return Optional.of(fence);
        }
        if (what instanceof Gap(_, long missing)) {
          lost += missing;
        } else {
          long missing = what instanceof Loss loss ? loss.tell() : 1;
          lost += missing;
          marked++;
          torn += what instanceof Loss ? 0 : 1;
          chunk.what[at] = new Gap(Pid.NONE, missing);
        }
        time = ~time;
      }
      // Two threads may have read the clock in another order than they wrote.
      now = Math.max(now, time);
      if (nanos[at] != now) {
        nanos[at] = now;
      }
    }
    latest = now;
    if (torn > 0) {
      marks.getAndAdd(torn); // Whoever counts the dropped counts them.
    }
    consumed = chunk.base + at;
    return at == from
        ? Optional.empty()
        : Optional.of(new Run(chunk.nanos, chunk.what, from, at, lost, marked, torn));
  }

  /// Goes on to the next chunk and cuts the one that was read off. Else a collector that had moved
  /// one of them to where it seldom looks would keep all that came after it.
  private void leave(Chunk read, Chunk next) {
    TAIL.compareAndSet(this, read, next);
    head = next;
    read.next = read;
  }

  private static Object awaited(Chunk chunk, int place) {
    int spins = 0;
    while (true) {
      Object what = PLACE.getAcquire(chunk.what, place);
      if (what != null) {
        return what;
      }
      if (++spins < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(WAIT_NANOS);
      }
    }
  }
}
