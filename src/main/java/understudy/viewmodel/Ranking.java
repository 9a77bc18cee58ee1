package understudy.viewmodel;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import understudy.graph.Vertex;

/// Who stands at which rank among many, by a number or a text.
///
/// Sorts only the ranks that are asked for: a quicksort that leaves alone what lies outside of
/// them, and that can be interrupted anywhere and go on in the next frame. Used again for another
/// order, as columns for a million are too long to be made anew each time. Used by one thread.
final class Ranking {
  private static final int FIRST_SIZE = 256;
  private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 1024;
  private static final int SHORT = 16;

  private record Stretch(int from, int to) {}

  private boolean descending;
  private boolean byText;
  private int size;
  private long[] keys = new long[FIRST_SIZE];
  private int[] slots = new int[FIRST_SIZE];
  private String[] words = new String[0];
  private Vertex[] who = new Vertex[FIRST_SIZE];

  /// What is still out of order and may hold a rank that is asked for.
  private final Deque<Stretch> pending = new ArrayDeque<>();

  private int first;
  private int last;
  // The stretch that is being parted: before `store` stands what comes before the pivot, at its
  // end.
  private int store;
  private int next;
  private int end = -1;

  /// Forgets everybody.
  ///
  /// @param largestFirst whether the largest has rank 0; who is equal stands in the order of slots
  /// @param text whether the words count and not the keys alone
  void begin(boolean largestFirst, boolean text) {
    Arrays.fill(who, 0, size, null);
    Arrays.fill(words, 0, Math.min(size, words.length), null);
    descending = largestFirst;
    byText = text;
    size = 0;
    pending.clear();
    end = -1;
    first = 0;
    last = 0;
  }

  void offer(long key, String word, Vertex vertex) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      slots = Arrays.copyOf(slots, 2 * size);
      who = Arrays.copyOf(who, 2 * size);
    }
    if (byText && words.length < keys.length) {
      words = Arrays.copyOf(words, keys.length);
    }
    keys[size] = key;
    slots[size] = vertex.slot();
    who[size] = vertex;
    if (byText) {
      words[size] = word;
    }
    size++;
  }

  /// {@return how many there are}
  int size() {
    return size;
  }

  /// {@return who has a rank that is in order}
  Vertex at(int rank) {
    return who[rank];
  }

  /// Brings some ranks in order, or goes on with it.
  ///
  /// @param from the first rank wanted
  /// @param to the rank after the last
  /// @param late asked now and then; once it says true this ends
  /// @return whether they are in order
  boolean arrange(int from, int to, BooleanSupplier late) {
    if (from != first || to != last) {
      first = from;
      last = to;
      end = -1;
      pending.clear();
      pending.push(new Stretch(0, size));
    }
    int steps = 0;
    while (end >= 0 || !pending.isEmpty()) {
      if (end >= 0) {
        part();
      } else {
        take(pending.pop());
      }
      if (++steps % BETWEEN_LOOKS_AT_THE_CLOCK == 0 && late.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  private void take(Stretch stretch) {
    int from = stretch.from();
    int to = stretch.to();
    if (to - from < 2 || to <= first || from >= last) {
      return;
    }
    if (to - from <= SHORT) {
      insertionSort(from, to);
      return;
    }
    swap(middling(from, to), to - 1);
    store = from;
    next = from;
    end = to - 1;
    pending.push(new Stretch(from, to)); // It says where this began, until it is parted.
  }

  /// Puts one more on its side of the pivot.
  private void part() {
    if (next < end) {
      if (before(next, end)) {
        swap(next, store++);
      }
      next++;
      return;
    }
    swap(store, end);
    var whole = pending.pop();
    pending.push(new Stretch(store + 1, whole.to()));
    pending.push(new Stretch(whole.from(), store));
    end = -1;
  }

  private void insertionSort(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      for (int at = i; at > from && before(at, at - 1); at--) {
        swap(at, at - 1);
      }
    }
  }

  /// {@return the middle one of three, so that what is in order already is halved}
  private int middling(int from, int to) {
    int low = from;
    int middle = (from + to) >>> 1;
    int high = to - 1;
    if (before(middle, low)) {
      int other = low;
      low = middle;
      middle = other;
    }
    if (before(high, middle)) {
      return before(high, low) ? low : high;
    }
    return middle;
  }

  private boolean before(int one, int other) {
    int order = Long.compare(keys[one], keys[other]);
    if (order == 0 && byText) {
      order = words[one].compareToIgnoreCase(words[other]);
    }
    return order == 0 ? slots[one] < slots[other] : descending ? order > 0 : order < 0;
  }

  private void swap(int a, int b) {
    long key = keys[a];
    keys[a] = keys[b];
    keys[b] = key;
    int slot = slots[a];
    slots[a] = slots[b];
    slots[b] = slot;
    var vertex = who[a];
    who[a] = who[b];
    who[b] = vertex;
    if (byText) {
      String word = words[a];
      words[a] = words[b];
      words[b] = word;
    }
  }
}
