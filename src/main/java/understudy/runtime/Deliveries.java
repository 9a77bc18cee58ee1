package understudy.runtime;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Messages on their way through time, by the numbers of their timers.
///
/// Each has one of a few places that its number gives; where these are taken there is another table
/// with places twice as many, and so on. So nothing is ever moved: putting in and taking out are
/// one atomic instruction each, and the tables grow with the most that there ever were. Safe on any
/// thread.
final class Deliveries {
  private static final int SMALLEST_BITS = 6;
  private static final int PLACES = 4;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private static final class Table {
    final AtomicReferenceArray<@Nullable Delivery> places;
    final int shift;
    final @Nullable Table smaller;

    Table(int bits, @Nullable Table smaller) {
      this.places = new AtomicReferenceArray<>(1 << bits);
      this.shift = Long.SIZE - bits;
      this.smaller = smaller;
    }

    int place(long number, int choice) {
      long mixed = (number ^ (number >>> Integer.SIZE)) * MIX;
      return (int) (mixed >>> shift) ^ choice;
    }

    boolean put(Delivery delivery) {
      for (int choice = 0; choice < PLACES; choice++) {
        int place = place(delivery.number, choice);
        if (places.getOpaque(place) == null && places.compareAndSet(place, null, delivery)) {
          return true;
        }
      }
      return false;
    }
  }

  private volatile Table largest = new Table(SMALLEST_BITS, null);

  /// Puts one in whose number is not here.
  void put(Delivery delivery) {
    while (true) {
      Table first = largest;
      for (Table table = first; table != null; table = table.smaller) {
        if (table.put(delivery)) {
          return;
        }
      }
      grow(first);
    }
  }

  private synchronized void grow(Table full) {
    if (largest == full) {
      largest = new Table(Long.SIZE - full.shift + 1, full);
    }
  }

  /// {@return who has `number`; null if nobody}
  @Nullable Delivery get(long number) {
    for (Table table = largest; table != null; table = table.smaller) {
      for (int choice = 0; choice < PLACES; choice++) {
        Delivery found = table.places.getAcquire(table.place(number, choice));
        if (found != null && found.number == number) {
          return found;
        }
      }
    }
    return null;
  }

  /// {@return who had `number` and is taken out by this very call; null if nobody}
  @Nullable Delivery remove(long number) {
    for (Table table = largest; table != null; table = table.smaller) {
      for (int choice = 0; choice < PLACES; choice++) {
        int place = table.place(number, choice);
        Delivery found = table.places.getAcquire(place);
        if (found != null && found.number == number) {
          return table.places.compareAndSet(place, found, null) ? found : null;
        }
      }
    }
    return null;
  }
}
