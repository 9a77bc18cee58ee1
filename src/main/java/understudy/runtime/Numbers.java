package understudy.runtime;

import java.util.concurrent.atomic.AtomicLong;

/// Gives out numbers, each once. On a stepped system they are 1, 2, 3, ...; on a live one each
/// worker takes them in blocks, so that workers do not wait for each other.
final class Numbers {
  private static final int BLOCK = 1024;

  /// One worker's share. Touched by its thread only.
  static final class Block {
    private long last;
    private long end;
  }

  private final Scheduler scheduler;
  private final AtomicLong given = new AtomicLong();
  private final int kind;

  /// @param kind which of a worker's [Worker#blocks] it takes
  Numbers(Scheduler scheduler, int kind) {
    this.scheduler = scheduler;
    this.kind = kind;
  }

  long next() {
    if (Thread.currentThread() instanceof Worker worker && worker.scheduler == scheduler) {
      Block block = worker.blocks[kind];
      if (block.last == block.end) {
        block.last = given.getAndAdd(BLOCK);
        block.end = block.last + BLOCK;
      }
      return ++block.last;
    }
    return given.incrementAndGet();
  }
}
