package understudy.bench;

import java.lang.management.ManagementFactory;

/// How much of the heap is in use by what is still needed.
public final class Heap {
  private static final int COLLECTIONS = 3;

  private Heap() {}

  /// {@return the bytes in use after full collections}
  public static long afterCollection() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
