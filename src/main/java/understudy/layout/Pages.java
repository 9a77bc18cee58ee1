package understudy.layout;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import understudy.graph.Vertex;

/// A column of seats and slots that a reader keeps while the writer goes on: what is frozen is
/// copied, a page at a time, before it is written to again.
///
/// Holds nothing before it was frozen for the first time, as few columns ever are.
final class Pages {
  private long[][] pages = new long[0][];
  private final BitSet frozen = new BitSet(0);
  private boolean kept;

  void put(int cell, long tenant) {
    if (!kept) {
      return;
    }
    int page = cell / Plot.PAGE;
    grow(page + 1);
    if (frozen.get(page)) {
      pages[page] = pages[page].clone();
      frozen.clear(page);
    }
    pages[page][cell % Plot.PAGE] = tenant;
  }

  long[][] freeze(@Nullable Vertex[] tenants, int capacity) {
    if (!kept) {
      kept = true;
      grow(Math.ceilDiv(capacity, Plot.PAGE));
      for (int cell = 0; cell < tenants.length; cell++) {
        Vertex tenant = tenants[cell];
        if (tenant != null) {
          put(cell, Plot.entry(tenant.seat(), tenant.slot()));
        }
      }
    }
    frozen.set(0, pages.length);
    return pages.clone();
  }

  void forget() {
    pages = new long[0][];
    frozen.clear();
    kept = false;
  }

  private void grow(int count) {
    int before = pages.length;
    if (count > before) {
      pages = Arrays.copyOf(pages, count);
      for (int i = before; i < count; i++) {
        pages[i] = new long[Plot.PAGE];
        Arrays.fill(pages[i], Plot.NOBODY);
      }
    }
  }
}
