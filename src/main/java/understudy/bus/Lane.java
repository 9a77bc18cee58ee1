package understudy.bus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.Gap;

/// Where the events of one thread wait for the pump, in their order: one writer at a time, which
/// has it until it gives it back, and one reader, the [Cursor].
///
/// A writer fills the next place by plain stores and then counts it, which nobody else does: there
/// is no atomic instruction on the way, and no line of memory that another processor writes. Places
/// come in chunks that are never used twice.
final class Lane {
  /// How many places a chunk has.
  static final int CHUNK = 1024;

  /// Where in [#own] the number of filled places stands, the stamp of the last, and whether a
  /// writer has the lane: in lines of the cache that hold nothing else.
  private static final int FILLED = 16;

  private static final int STAMP = 17;
  static final int TAKEN = 32;

  private static final VarHandle OWN = MethodHandles.arrayElementVarHandle(long[].class);

  static final class Chunk {
    final long base;
    final long[] stamps = new long[CHUNK];

    /// When it happened; the complement of it where something stands that the reader must look at.
    final long[] nanos = new long[CHUNK];

    final @Nullable Object[] what = new @Nullable Object[CHUNK];

    /// Made by the writer before it is needed; cleared by the reader, which has left this one.
    @Nullable Chunk next;

    Chunk(long base) {
      this.base = base;
    }

    Chunk grow() {
      Chunk present = next;
      if (present == null) {
        present = new Chunk(base + CHUNK);
        next = present;
      }
      return present;
    }
  }

  /// A place at which messages were dropped.
  ///
  /// Stands in the lane when it is shared, so a loss is never told later than the next event of the
  /// thread that suffered it.
  static final class Loss {
    private static final long TOLD = Long.MIN_VALUE;
    private final AtomicLong count = new AtomicLong(1);

    private boolean grow() {
      return count.getAndIncrement() >= 0;
    }

    long tell() {
      return count.getAndSet(TOLD);
    }
  }

  /// What stands in the place of an event whose writer had no stack left to put it down.
  private static final Object TORN = new Object();

  static {
    var trial = new Lane(1, new Order(System::nanoTime));
    trial.take();
    trial.put(0, TORN, false); // Links the calls in it, for which a stack may be too short later.
  }

  private final Order order;
  private final int capacity;

  /// The writer's, see [#FILLED].
  final long[] own = new long[3 * FILLED];

  private Chunk filling = new Chunk(0);
  private @Nullable Loss open;
  private Order.@Nullable Leave leave;

  /// How many places hold no event that was handed in.
  private long marks;

  /// Where the reader is, now and then: not later than it is. Written by the reader.
  volatile Chunk reading = filling;

  volatile long consumed;

  /// @param capacity how many events may wait here before messages are dropped
  Lane(int capacity, Order order) {
    this.capacity = capacity;
    this.order = order;
  }

  // ---- the writer ----

  /// Takes the lane for the calling thread.
  ///
  /// @return false if another has it
  boolean take() {
    return (long) OWN.getOpaque(own, TAKEN) == 0 && OWN.compareAndSet(own, TAKEN, 0L, 1L);
  }

  /// Gives it back.
  void free() {
    OWN.setRelease(own, TAKEN, 0L);
  }

  /// {@return whether the event waits now; false if it was dropped, and then the place is marked}
  boolean offer(long nanos, RuntimeEvent event) {
    Class<? extends RuntimeEvent> kind = event.getClass();
    boolean message = RuntimeEvent.isMessage(kind);
    if (open != null) {
      if (message && own[FILLED] - consumed >= capacity) {
        markLoss(nanos);
        return false;
      }
      open = null;
    }
    return put(kind == Gap.class ? ~nanos : nanos, event, message);
  }

  /// Fills the next place. Where a full stack tears the writer out of it, something stands there
  /// all the same, put down without a call.
  ///
  /// @param bounded whether a mark shall stand there instead if too much waits
  /// @return false if it does
  private boolean put(long nanos, Object what, boolean bounded) {
    long filled = own[FILLED];
    Chunk chunk = filling;
    int place = (int) (filled - chunk.base);
    if (place == CHUNK) {
      chunk = chunk.grow();
      filling = chunk;
      place = 0;
    }
    boolean fits = false;
    boolean done = false;
    try {
      fits = !bounded || filled - consumed < capacity;
      Object stands = fits ? what : new Loss();
      chunk.nanos[place] = fits ? nanos : ~nanos;
      chunk.what[place] = stands;
      chunk.stamps[place] = stamp();
      OWN.setRelease(own, FILLED, filled + 1);
      done = true;
      if (!fits) {
        open = (Loss) stands;
        marks++;
      }
    } finally {
      if (!done) {
        chunk.nanos[place] = ~nanos;
        chunk.what[place] = TORN;
        chunk.stamps[place] = own[STAMP];
        own[FILLED] = filled + 1;
        marks++;
      }
    }
    if (place == CHUNK / 2) {
      chunk.grow();
    }
    return fits;
  }

  private long stamp() {
    if (order.leaves(leave)) {
      return own[STAMP];
    }
    Order.Leave known = order.leaveOf(this);
    long stamp = order.look(this);
    own[STAMP] = stamp;
    leave = known;
    return stamp;
  }

  private void markLoss(long nanos) {
    Loss known = open;
    if (known == null || !known.grow()) {
      var fresh = new Loss();
      put(~nanos, fresh, false);
      open = fresh;
      marks++;
    }
  }

  // ---- any thread ----

  /// {@return how many places were ever filled}
  long filled() {
    return (long) OWN.getAcquire(own, FILLED);
  }

  /// {@return how many entries wait}
  long size() {
    long from = consumed;
    return filled() - from;
  }

  /// {@return how many events were ever taken in}
  long events() {
    return filled() - marks;
  }

  /// {@return how many events wait that are no messages; looks at all that waits}
  long lifecycle() {
    long found = 0;
    long from = consumed;
    Chunk chunk = reading;
    long end = filled();
    for (long i = Math.max(from, chunk.base); i < end; i++) {
      if (i - chunk.base == CHUNK) {
        Chunk after = chunk.next;
        if (after == null) {
          break;
        }
        chunk = after;
      }
      if (chunk.what[(int) (i - chunk.base)] instanceof RuntimeEvent event && !event.isMessage()) {
        found++;
      }
    }
    return found;
  }
}
