package understudy.bus;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Gives each event its place among those of other lanes.
///
/// A lane keeps its own order; what happens on two threads is put in order by the stamps that their
/// events take here. Any thread.
final class Order {
  /*
   * What must hold: where e happened before f, on whichever threads, e stands before f in the
   * stream. Happened before means what Java means by it: e's emit returned, something was handed
   * over (a message, a process from one queue to another, a lock, a volatile), f's emit began.
   *
   * The stamp is a look at the machine's monotonic clock, which is one for all threads, made while
   * the event is put down: after all that caused it and before anybody can know of it.
   *
   * 1. Sorting. Let e happen before f. Then f's look began after e's look ended. A clock whose ticks
   *    are shorter than a look shows f a later time, never the same: so equal stamps in two lanes
   *    have nothing to do with each other, and any order of them is right. Whether it is so is tried
   *    out once (two looks in a row never show the same). Where it is not, a look lasts until the
   *    clock has gone on, which makes it longer than a tick. The runtime's own rough time, which an
   *    event carries to be shown, is never compared.
   *
   * 2. Holding back. The pump looks at the clock, looks once more so that nothing it does afterwards
   *    is done before the first look, and then reads how many events each lane has. It takes those
   *    that are stamped no later than its look. Let f be among them and e happen before f. e was put
   *    down before f's look, that is before the pump's, so the count of e's lane has it, and its
   *    stamp is smaller still. A count is written after the event is there, so the pump never
   *    waits for a writer. A writer that is held up between its look and its count comes late, after
   *    events with later stamps: this is no harm, as nobody can have known of its event.
   *
   * 3. Not looking. Where one lane alone is in use there is nothing to sort, and the look is most of
   *    what an event costs. The pump gives such a lane leave to use its last stamp again; any other
   *    writer takes the leave back, before its event is put down. Three rules keep 1 and 2 true:
   *    - The owner first sees the leave, then looks at the clock, and that is the stamp it uses
   *      again. Others first look at the clock and then for a leave. So whoever missed the leave has
   *      an older stamp than any that is used again; whoever saw it has taken it back, and the owner
   *      finds that out before it can put down anything that comes of the other's event.
   *    - A leave counts only a round of the pump after it could be seen: no processor puts off or
   *      brings forward an instruction for so long.
   *    - The pump reads the count of the lane that has the leave before all others. If it holds an
   *      event with an old stamp, what caused that in other lanes was counted before, and is seen.
   *
   * Rejected: one lane for all, where the place is the order: the processors hand its lines to each
   * other with every event, which costs several times what a look does. Numbers carried by messages
   * (Lamport): they say nothing of what is learnt by other ways, such as a name that is looked up.
   * Sorting by what events say (a Received after its Sent): says nothing of the rest either, and the
   * pump would have to look into events that lie in another processor's cache.
   */

  /// One lane's leave to use its last stamp again.
  static final class Leave {
    private final Lane lane;
    private volatile boolean counts;

    private Leave(Lane lane) {
      this.lane = lane;
    }
  }

  private static final int TRIALS = 1_000;

  private final LongSupplier clock;
  private final long origin;
  private final boolean coarse;
  private volatile @Nullable Leave leave;

  /// Who was given a leave last. The pump's own.
  private @Nullable Lane favourite;

  /// @param clock nanoseconds; never goes back, and is the same on all threads
  Order(LongSupplier clock) {
    this.clock = clock;
    this.origin = clock.getAsLong();
    this.coarse = isCoarse(clock);
  }

  private static boolean isCoarse(LongSupplier clock) {
    long last = clock.getAsLong();
    for (int i = 0; i < TRIALS; i++) {
      long next = clock.getAsLong();
      if (next == last) {
        return true;
      }
      last = next;
    }
    return false;
  }

  /// {@return whether `lane` may use its last stamp again, which it made under the same leave}
  boolean leaves(@Nullable Leave known) {
    return known != null && known == leave;
  }

  /// {@return the leave that `lane` has, to be asked for before it looks at the clock; null if
  /// none}
  @Nullable Leave leaveOf(Lane lane) {
    Leave now = leave;
    return now != null && now.lane == lane && now.counts ? now : null;
  }

  /// {@return a stamp for an event of `lane`, of now}
  long look(Lane lane) {
    long stamp = clock.getAsLong();
    if (coarse) {
      while (clock.getAsLong() == stamp) {
        Thread.onSpinWait();
      }
    }
    Leave now = leave;
    if (now != null && now.lane != lane) {
      leave = null;
    }
    return stamp - origin;
  }

  // ---- the pump ----

  /// {@return the stamp up to which events may be taken that are counted from now on}
  long horizon() {
    long stamp = clock.getAsLong();
    long barrier = clock.getAsLong();
    return Math.min(stamp, barrier) - origin;
  }

  /// {@return whose count has to be read first}
  @Nullable Lane favourite() {
    return favourite;
  }

  /// Says that `lane` alone has had events since the last round.
  void favour(Lane lane) {
    Leave now = leave;
    if (now == null || now.lane != lane) {
      favourite = lane;
      leave = new Leave(lane);
    } else if (!now.counts) {
      now.counts = true;
    }
  }
}
