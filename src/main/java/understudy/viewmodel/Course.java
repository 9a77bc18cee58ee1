package understudy.viewmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import understudy.event.Decision;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

/// A whole run in short: what the scrubber shows of it.
///
/// @param bucketNanos how much of the world's time one value stands for
/// @param sent messages sent within each, from the run's start on
/// @param worst the worst that happened within each
public record Course(long bucketNanos, List<Integer> sent, List<Level> worst) {
  /// Nothing has happened.
  public static final Course EMPTY = new Course(1, List.of(), List.of());

  /// Takes copies.
  public Course {
    sent = List.copyOf(sent);
    worst = List.copyOf(worst);
  }

  /// A course that grows; where there are too many buckets, two become one. Used by one thread.
  public static final class Draft {
    static final int MOST = 1_024;
    private static final long FINEST_NANOS = 10_000_000;

    private final int[] sent = new int[MOST];
    private final Level[] worst = new Level[MOST];
    private long bucketNanos = FINEST_NANOS;
    private int size;
    private Course made = EMPTY;
    private boolean changed;

    /// A course without events.
    public Draft() {
      Arrays.fill(worst, Level.INFO);
    }

    /// Takes one event.
    ///
    /// @param stamped the event
    public void accept(Stamped stamped) {
      add(
          stamped.nanos(),
          stamped.event() instanceof RuntimeEvent.Sent ? 1 : 0,
          level(stamped.event()));
    }

    private static Level level(RuntimeEvent event) {
      if (event instanceof RuntimeEvent.GaveUp) {
        return Level.ESCALATION;
      }
      if (event instanceof RuntimeEvent.Exited(_, var reason) && !reason.isClean()) {
        return Level.CRASH;
      }
      return event instanceof RuntimeEvent.ChildExited exited
              && exited.decision() == Decision.RESTART
          ? Level.RESTART
          : Level.INFO;
    }

    /// Adds what happened at a moment.
    ///
    /// @param nanos the world's time
    /// @param messages how many were sent
    /// @param level the worst that happened
    public void add(long nanos, long messages, Level level) {
      while (Math.max(0, nanos) / bucketNanos >= MOST) {
        join();
      }
      int at = (int) (Math.max(0, nanos) / bucketNanos);
      changed |= at >= size || messages > 0 || level.compareTo(worst[at]) > 0;
      size = Math.max(size, at + 1);
      sent[at] = (int) Math.min(Integer.MAX_VALUE, sent[at] + messages);
      worst[at] = level.compareTo(worst[at]) > 0 ? level : worst[at];
    }

    private void join() {
      for (int i = 0; i < MOST; i++) {
        int one = 2 * i;
        boolean there = one < MOST;
        sent[i] = there ? (int) Math.min(Integer.MAX_VALUE, (long) sent[one] + sent[one + 1]) : 0;
        worst[i] =
            !there
                ? Level.INFO
                : worst[one].compareTo(worst[one + 1]) > 0 ? worst[one] : worst[one + 1];
      }
      size = (size + 1) / 2;
      bucketNanos *= 2;
      changed = true;
    }

    /// {@return the course so far; the same one as long as nothing changes}
    public Course done() {
      if (changed) {
        List<Integer> sums = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          sums.add(sent[i]);
        }
        made = new Course(bucketNanos, sums, Arrays.asList(worst).subList(0, size));
        changed = false;
      }
      return made;
    }
  }
}
