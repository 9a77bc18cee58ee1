package understudy.layout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import understudy.graph.Vertex;

/// Which worker has which cell of its supervisor's grid.
///
/// A worker keeps its cell for life; a new one gets the lowest free one, at a cost that does not
/// depend on how many there are. The capacity grows in the steps 1, 2, 3, 4, 6, 8, 12, 16, 24, ...,
/// past 64 by an eighth of a power of two, and shrinks when three quarters stand empty.
final class Cells {
  private static final int SMALLEST_TO_SHRINK = 16;
  private static final int FINE_STEPS = 64;

  private @Nullable Vertex[] tenants = new @Nullable Vertex[0];
  private final BitSet taken = new BitSet(0);
  private final Pages slots = new Pages();
  private int lowestFree;
  private int count;
  private int capacity;
  private int used;

  int count() {
    return count;
  }

  int capacity() {
    return capacity;
  }

  /// {@return how many cells from the first on have been taken since the grid last shrank}
  int used() {
    return used;
  }

  @Nullable Vertex tenant(int cell) {
    return cell < tenants.length ? tenants[cell] : null;
  }

  /// {@return the seats and slots of all cells as they are now, for readers on any thread}
  long[][] freeze() {
    return slots.freeze(tenants, capacity);
  }

  int add(Vertex worker) {
    int cell = taken.nextClearBit(lowestFree);
    put(cell, worker);
    lowestFree = cell + 1;
    count++;
    capacity = Math.max(capacity, step(count));
    return cell;
  }

  void remove(int cell) {
    tenants[cell] = null;
    taken.clear(cell);
    slots.put(cell, Plot.NOBODY);
    lowestFree = Math.min(lowestFree, cell);
    count--;
  }

  /// Seats all anew, side by side, if most of the cells stand empty.
  void tidy(ObjIntConsumer<Vertex> seated) {
    if (capacity < SMALLEST_TO_SHRINK || count > capacity / 4) {
      return;
    }
    @Nullable Vertex[] before = tenants;
    tenants = new @Nullable Vertex[count];
    taken.clear();
    slots.forget();
    used = 0;
    int cell = 0;
    for (Vertex worker : before) {
      if (worker != null) {
        put(cell, worker);
        seated.accept(worker, cell++);
      }
    }
    lowestFree = cell;
    capacity = step(2 * count);
  }

  private void put(int cell, Vertex worker) {
    if (cell >= tenants.length) {
      tenants = Arrays.copyOf(tenants, Math.max(cell + 1, tenants.length * 3 / 2));
    }
    tenants[cell] = worker;
    taken.set(cell);
    slots.put(cell, Plot.entry(worker.seat(), worker.slot()));
    used = Math.max(used, cell + 1);
  }

  void forEach(ObjIntConsumer<Vertex> workerAndCell) {
    for (int cell = 0; cell < Math.min(used, tenants.length); cell++) {
      Vertex worker = tenants[cell];
      if (worker != null) {
        workerAndCell.accept(worker, cell);
      }
    }
  }

  static int step(int count) {
    int power = Integer.highestOneBit(count);
    if (count <= 4 || count == power) {
      return count;
    }
    if (count > FINE_STEPS) {
      int fine = power / 8;
      return Math.ceilDiv(count, fine) * fine;
    }
    return count <= power + power / 2 ? power + power / 2 : 2 * power;
  }
}
