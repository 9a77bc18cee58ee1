package understudy.runtime;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Things that are known by a number, in the order in which they came: a linked hash map without an
/// object for each of them.
///
/// They lie in a row, with holes where some were taken out; an index leads from a number to a place
/// in the row. Both are made anew when the row is full, so whoever comes and goes costs the same
/// however many there are. Numbers that follow each other lie side by side in the index.
abstract class Roster<T> {
  private static final int SMALLEST = 8;

  /// So many numbers in a row share a stretch of the index, which is a line of the cache.
  private static final int STRETCH_BITS = 4;

  private static final int STRETCH = 1 << STRETCH_BITS;

  /// The golden ratio's fraction: spreads what is multiplied by it over the upper bits.
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private @Nullable T[] row = none(0);

  /// A place in the row and one, or 0 for none. Twice as long as the row, so that half of it is
  /// free.
  private int[] index = {};

  private int used;
  private int size;

  abstract long numberOf(T thing);

  final boolean isEmpty() {
    return size == 0;
  }

  final @Nullable T get(long number) {
    int place = place(number);
    return place < 0 ? null : row[place];
  }

  /// {@return whether its number was not here}
  final boolean add(T thing) {
    if (place(numberOf(thing)) >= 0) {
      return false;
    }
    if (used == row.length) {
      renew();
    }
    row[used++] = thing;
    size++;
    point(numberOf(thing), used);
    return true;
  }

  /// {@return what had this number, taken out; null if nothing had}
  final @Nullable T remove(long number) {
    int place = place(number);
    if (place < 0) {
      return null;
    }
    T gone = row[place];
    row[place] = null;
    size--;
    return gone;
  }

  final void forEach(Consumer<T> each) {
    for (int i = 0; i < used; i++) {
      T thing = row[i];
      if (thing != null) {
        each.accept(thing);
      }
    }
  }

  final Stream<T> stream() {
    return Arrays.stream(row, 0, used)
        .<T>mapMulti((thing, next) -> {
          if (thing != null) {
            next.accept(thing);
          }
        });
  }

  private int place(long number) {
    if (size == 0) {
      return -1;
    }
    for (int at = home(number); index[at] != 0; at = (at + 1) & (index.length - 1)) {
      int place = index[at] - 1;
      T thing = row[place];
      if (thing != null && numberOf(thing) == number) {
        return place;
      }
    }
    return -1;
  }

  private void point(long number, int place) {
    int at = home(number);
    while (index[at] != 0) {
      at = (at + 1) & (index.length - 1);
    }
    index[at] = place;
  }

  private int home(long number) {
    long spread = ((number >>> STRETCH_BITS) * SPREAD) >>> Integer.SIZE;
    return (int) ((spread << STRETCH_BITS) | (number & (STRETCH - 1))) & (index.length - 1);
  }

  /// Leaves the holes out, with room for as many more as there are.
  private void renew() {
    @Nullable T[] old = row;
    int end = used;
    row = none(Math.max(SMALLEST, Integer.highestOneBit(size) * 4));
    index = new int[row.length * 2];
    used = 0;
    for (int i = 0; i < end; i++) {
      T thing = old[i];
      if (thing != null) {
        row[used++] = thing;
        point(numberOf(thing), used);
      }
    }
  }

  @SuppressWarnings("unchecked") // Nobody outside sees the array.
  private static <T> @Nullable T[] none(int length) {
    return (T[]) new Object[length];
  }
}
