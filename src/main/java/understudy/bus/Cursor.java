package understudy.bus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// How far the pump has read a lane. The pump's own.
final class Cursor {
  private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(Object[].class);

  /// Where in [#state] stands which event is the next, and up to which there are some: apart from
  /// what the lane's writer reads.
  private static final int AT = 16;

  private static final int SEEN = 17;

  final Lane lane;
  private final long[] state = new long[3 * AT];
  private Lane.Chunk chunk;

  Cursor(Lane lane) {
    this.lane = lane;
    this.chunk = lane.reading;
  }

  /// Looks how many events there are now: so many can be taken until the next look.
  ///
  /// @return how many
  long look() {
    state[SEEN] = lane.filled();
    return state[SEEN] - state[AT];
  }

  /// {@return the stamp of the next event; the greatest number if there is none}
  long next() {
    long at = state[AT];
    if (at == state[SEEN]) {
      return Long.MAX_VALUE;
    }
    if (at - chunk.base == Lane.CHUNK) {
      chunk = leave(chunk);
    }
    return chunk.stamps[(int) (at - chunk.base)];
  }

  /// Moves the events that come next and are stamped no later than `last` to the end of `to`, while
  /// there is room.
  void moveTo(Run to, long last) {
    while (to.room() > 0 && next() <= last) {
      long at = state[AT];
      Lane.Chunk here = chunk;
      int place = (int) (at - here.base);
      int end = (int) Math.min(place + Math.min(state[SEEN] - at, to.room()), Lane.CHUNK);
      int from = place;
      while (place < end && here.stamps[place] <= last) {
        to.add(here.nanos[place], awaited(here, place));
        place++;
      }
      state[AT] = at + place - from;
    }
  }

  /// Gives the room of what was taken to the writer.
  void release() {
    if (lane.consumed != state[AT]) {
      lane.consumed = state[AT];
    }
  }

  /// Goes on to the next chunk and cuts the one that was read off. Else a collector that had moved
  /// one of them to where it seldom looks would keep all that came after it.
  private Lane.Chunk leave(Lane.Chunk read) {
    Lane.Chunk next = read.next;
    while (next == null) {
      next = seen(read);
    }
    lane.reading = next;
    read.next = null;
    return next;
  }

  /// Only a torn writer's stores, which are plain, may be seen later than their count.
  private static Lane.@Nullable Chunk seen(Lane.Chunk read) {
    Thread.onSpinWait();
    VarHandle.acquireFence();
    return read.next;
  }

  private static Object awaited(Lane.Chunk chunk, int place) {
    Object what = PLACE.getAcquire(chunk.what, place);
    while (what == null) {
      Thread.onSpinWait();
      what = PLACE.getAcquire(chunk.what, place);
    }
    return what;
  }
}
