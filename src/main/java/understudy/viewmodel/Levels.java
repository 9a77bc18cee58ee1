package understudy.viewmodel;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Consumer;
import understudy.graph.Vertex;

/// What is seen of each process from afar, a byte each, in a column by seat.
///
/// Owned by the pump's thread.
final class Levels {
  static final long GLOW_NANOS = 600_000_000;
  private static final int MOST_GLOWING = 20_000;

  private record Glow(Vertex vertex, int restarts, long until) {}

  private final Deque<Glow> glowing = new ArrayDeque<>();
  private byte[] levels = new byte[64];
  private int[] slots = new int[64];
  private int[] restarts = new int[64];

  byte at(int seat) {
    return seat < 0 || seat >= levels.length ? Heat.NOTHING : levels[seat];
  }

  /// Looks at a vertex again; true if it looks different now.
  boolean touch(Vertex vertex, long now) {
    int seat = vertex.seat();
    if (seat >= levels.length) {
      int more = Math.max(seat + 1, 2 * levels.length);
      levels = Arrays.copyOf(levels, more);
      restarts = Arrays.copyOf(restarts, more);
      int before = slots.length;
      slots = Arrays.copyOf(slots, more);
      Arrays.fill(slots, before, more, -1);
    }
    boolean known = slots[seat] == vertex.slot();
    boolean again = known && restarts[seat] != vertex.restarts();
    byte was = known ? levels[seat] : Heat.NOTHING;
    byte next = level(vertex);
    if (again && glowing.size() < MOST_GLOWING) {
      glowing.addLast(new Glow(vertex, vertex.restarts(), now + GLOW_NANOS));
      next = Heat.BORN;
    } else if (known && was == Heat.BORN && next < Heat.BORN) {
      next = Heat.BORN;
    }
    slots[seat] = vertex.slot();
    restarts[seat] = vertex.restarts();
    levels[seat] = next;
    return next != was;
  }

  /// Lets go out what has glowed long enough.
  void cool(long now, Consumer<Vertex> changed) {
    while (!glowing.isEmpty() && glowing.getFirst().until() <= now) {
      var glow = glowing.removeFirst();
      int seat = glow.vertex().seat();
      boolean still =
          slots[seat] == glow.vertex().slot()
              && restarts[seat] == glow.restarts()
              && levels[seat] == Heat.BORN;
      if (still) {
        levels[seat] = level(glow.vertex());
        changed.accept(glow.vertex());
      }
    }
  }

  private static byte level(Vertex vertex) {
    var phase = Phases.of(vertex.state());
    return (byte)
        (phase == Phase.RUNNING ? Heat.step(vertex.depth(), Heat.RAMP) : Heat.level(phase));
  }
}
