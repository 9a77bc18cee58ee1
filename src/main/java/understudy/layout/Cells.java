package understudy.layout;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import understudy.graph.Vertex;

/// Which worker has which cell of its supervisor's grid.
///
/// A worker keeps its cell for life; a new one gets the lowest free one. The capacity grows in the
/// steps 1, 2, 3, 4, 6, 8, 12, 16, 24, ... and shrinks when three quarters stand empty.
final class Cells {
  private static final int SMALLEST_TO_SHRINK = 16;

  private final Map<Integer, Integer> cellBySlot = new HashMap<>(0);
  private final BitSet taken = new BitSet(0);
  private List<Vertex> workers = List.of();
  private int capacity;
  private int used;

  int count() {
    return workers.size();
  }

  int capacity() {
    return capacity;
  }

  /// {@return how many cells from the first on have been taken since the grid last shrank}
  int used() {
    return used;
  }

  void seat(List<Vertex> present) {
    workers = present;
    releaseAbsent();
    if (capacity >= SMALLEST_TO_SHRINK && present.size() <= capacity / 4) {
      cellBySlot.clear();
      taken.clear();
      capacity = step(2 * present.size());
      used = 0;
    }
    capacity = Math.max(capacity, step(present.size()));
    int free = 0;
    for (Vertex worker : present) {
      if (!cellBySlot.containsKey(worker.slot())) {
        free = taken.nextClearBit(free);
        taken.set(free);
        cellBySlot.put(worker.slot(), free);
        used = Math.max(used, free + 1);
      }
    }
  }

  void forEach(ObjIntConsumer<Vertex> workerAndCell) {
    for (Vertex worker : workers) {
      workerAndCell.accept(worker, cellBySlot.getOrDefault(worker.slot(), 0));
    }
  }

  static int step(int count) {
    int power = Integer.highestOneBit(count);
    if (count <= 4 || count == power) {
      return count;
    }
    return count <= power + power / 2 ? power + power / 2 : 2 * power;
  }

  private void releaseAbsent() {
    if (cellBySlot.isEmpty()) {
      return;
    }
    Set<Integer> present = HashSet.newHashSet(workers.size());
    workers.forEach(worker -> present.add(worker.slot()));
    cellBySlot
        .entrySet()
        .removeIf(entry -> {
          boolean gone = !present.contains(entry.getKey());
          if (gone) {
            taken.clear(entry.getValue());
          }
          return gone;
        });
  }
}
