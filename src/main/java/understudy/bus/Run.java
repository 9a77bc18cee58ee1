package understudy.bus;

import org.jspecify.annotations.Nullable;
import understudy.event.Pid;
import understudy.event.RuntimeEvent.Gap;

/// Events in the order of the stream, as the pump takes them out of lanes, with their times.
///
/// The pump's own until it is handed on; then it is not changed any more.
final class Run {
  private final long[] nanos;
  private final @Nullable Object[] what;
  private int size;
  private long latest;
  private long lost;
  private int marks;
  private int torn;

  /// @param room how many events it can have
  /// @param latest the time of the last event before it
  Run(int room, long latest) {
    this.nanos = new long[room];
    this.what = new @Nullable Object[room];
    this.latest = latest;
  }

  /// Takes the next event.
  ///
  /// @param time when it happened; its complement where the lane put down something to look at
  /// @param next an event, or what the lane put in the place of some
  void add(long time, Object next) {
    Object event = next;
    long when = time;
    if (time < 0) {
      when = ~time;
      if (next instanceof Gap(_, long missing)) {
        lost += missing;
      } else {
        long missing = next instanceof Lane.Loss loss ? loss.tell() : 1;
        torn += next instanceof Lane.Loss ? 0 : 1;
        lost += missing;
        marks++;
        event = new Gap(Pid.NONE, missing);
      }
    }
    latest = Math.max(latest, when); // Times may be rough; the stream's never go back.
    nanos[size] = latest;
    what[size++] = event;
  }

  int room() {
    return what.length - size;
  }

  int size() {
    return size;
  }

  long nanos(int at) {
    return nanos[at];
  }

  @Nullable Object what(int at) {
    return what[at];
  }

  /// {@return the time of the last event}
  long latest() {
    return latest;
  }

  /// {@return how many events it says are missing}
  long lost() {
    return lost;
  }

  /// {@return how many of its events were made by lanes}
  int marks() {
    return marks;
  }

  /// {@return how many of these stand for an event that its writer could not put down}
  int torn() {
    return torn;
  }
}
