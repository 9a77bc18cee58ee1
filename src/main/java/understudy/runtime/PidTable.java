package understudy.runtime;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import understudy.event.Pid;

/// Which pid is which live process.
///
/// Pids are given out in order and never again, so they are places in an array, in chunks: a lookup
/// is two reads and takes no lock, and a chunk all of whose processes are dead is given back. Safe
/// on any thread.
final class PidTable {
  private static final int CHUNK_BITS = 12;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private static final class Chunk {
    final AtomicReferenceArray<@Nullable Cell> cells = new AtomicReferenceArray<>(CHUNK);
    final AtomicInteger gone = new AtomicInteger();
  }

  private volatile @Nullable Chunk[] chunks = {};
  private final AtomicLong given = new AtomicLong();

  /// Chunks given back. Guarded by this.
  private long finished;

  PidTable() {
    retire(grow(0), Pid.NONE.number());
  }

  /// {@return a pid that nobody has had; it is to be [#put]}
  Pid next() {
    return new Pid(given.incrementAndGet());
  }

  @Nullable Cell get(Pid pid) {
    Chunk chunk = chunkOf(pid.number());
    return chunk == null ? null : chunk.cells.getAcquire(place(pid.number()));
  }

  void put(Cell cell) {
    long number = cell.pid.number();
    Chunk chunk = chunkOf(number);
    if (chunk == null) {
      chunk = grow(index(number));
    }
    chunk.cells.setRelease(place(number), cell);
  }

  /// Takes out a process that is here or never was; once, by whoever ended it.
  void remove(Pid pid) {
    Chunk chunk = chunkOf(pid.number());
    int place = place(pid.number());
    if (chunk != null && chunk.cells.getPlain(place) != null) {
      chunk.cells.setRelease(place, null);
      retire(chunk, pid.number());
    }
  }

  private void retire(Chunk chunk, long number) {
    if (chunk.gone.incrementAndGet() == CHUNK) {
      giveBack(index(number));
    }
  }

  /// {@return how many processes there are}
  synchronized int alive() {
    long gone = finished * CHUNK;
    for (Chunk chunk : chunks) {
      gone += chunk == null ? 0 : chunk.gone.get();
    }
    return Math.toIntExact(given.get() + 1 - gone); // The pid of nobody is gone from the start.
  }

  /// Passes on those that are there, about.
  void forEach(Consumer<Cell> each) {
    for (Chunk chunk : chunks) {
      for (int i = 0; chunk != null && i < CHUNK; i++) {
        Cell cell = chunk.cells.getAcquire(i);
        if (cell != null) {
          each.accept(cell);
        }
      }
    }
  }

  private @Nullable Chunk chunkOf(long number) {
    @Nullable Chunk[] now = chunks;
    long index = number >>> CHUNK_BITS;
    return index < now.length ? now[(int) index] : null;
  }

  private synchronized Chunk grow(int index) {
    @Nullable Chunk[] now = chunks;
    Chunk present = index < now.length ? now[index] : null;
    if (present != null) {
      return present;
    }
    Chunk fresh = new Chunk();
    if (index >= now.length) {
      now = Arrays.copyOf(now, Math.max(index + 1, now.length * 2));
    }
    now[index] = fresh;
    chunks = now;
    return fresh;
  }

  private synchronized void giveBack(int index) {
    chunks[index] = null;
    finished++;
  }

  private static int index(long number) {
    return Math.toIntExact(number >>> CHUNK_BITS);
  }

  private static int place(long number) {
    return (int) number & (CHUNK - 1);
  }
}
