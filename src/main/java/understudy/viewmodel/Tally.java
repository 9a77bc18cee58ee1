package understudy.viewmodel;

import understudy.event.Pid;

/// How many messages each living process has taken out of its mailbox.
///
/// A table of primitives with open addressing, so that a million processes cost 16 to 32 MB and a
/// message costs no object. Owned by the pump's thread.
final class Tally {
  private static final int SMALLEST = 64;

  private long[] pids = new long[SMALLEST];
  private int[] counts = new int[SMALLEST];
  private int size;

  void add(Pid pid) {
    if (pid.isNone()) {
      return;
    }
    int at = find(pid.number());
    if (pids[at] == 0) {
      pids[at] = pid.number();
      counts[at] = 1;
      if (++size > pids.length / 2) {
        grow();
      }
    } else if (counts[at] < Integer.MAX_VALUE) {
      counts[at]++;
    }
  }

  void set(Pid pid, int count) {
    add(pid);
    if (!pid.isNone()) {
      counts[find(pid.number())] = count;
    }
  }

  long of(Pid pid) {
    return pid.isNone() ? 0 : counts[find(pid.number())];
  }

  int size() {
    return size;
  }

  /// Closes the gap behind the one that goes, so that a search still ends at the first free place.
  void forget(Pid pid) {
    int gap = find(pid.number());
    if (pid.isNone() || pids[gap] == 0) {
      return;
    }
    size--;
    int mask = pids.length - 1;
    for (int next = (gap + 1) & mask; pids[next] != 0; next = (next + 1) & mask) {
      int home = home(pids[next]);
      if (((next - home) & mask) >= ((next - gap) & mask)) {
        pids[gap] = pids[next];
        counts[gap] = counts[next];
        gap = next;
      }
    }
    pids[gap] = 0;
    counts[gap] = 0;
  }

  private int find(long number) {
    int at = home(number);
    while (pids[at] != 0 && pids[at] != number) {
      at = (at + 1) & (pids.length - 1);
    }
    return at;
  }

  private int home(long number) {
    long mixed = number * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (pids.length - 1);
  }

  private void grow() {
    long[] oldPids = pids;
    int[] oldCounts = counts;
    pids = new long[oldPids.length * 2];
    counts = new int[oldPids.length * 2];
    for (int i = 0; i < oldPids.length; i++) {
      if (oldPids[i] != 0) {
        int at = find(oldPids[i]);
        pids[at] = oldPids[i];
        counts[at] = oldCounts[i];
      }
    }
  }
}
