package understudy.viewmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import understudy.graph.Vertex;

/// The first few of many, by a number or by a text: a heap of bounded size with the last of them on
/// top, so that almost all of the many cost one comparison.
final class Ranking {
  private final boolean descending;
  private final long[] keys;
  private final String[] words;
  private final Vertex[] who;
  private int size;

  Ranking(int limit, boolean descending) {
    this.descending = descending;
    keys = new long[limit];
    words = new String[limit];
    who = new Vertex[limit];
    Arrays.fill(words, "");
  }

  void offer(long key, String word, Vertex vertex) {
    if (size < keys.length) {
      int at = size++;
      put(at, key, word, vertex);
      rise(at);
    } else if (size > 0 && before(key, word, vertex.slot(), 0)) {
      put(0, key, word, vertex);
      sink();
    }
  }

  /// {@return what was offered and is among the first, in order}
  List<Vertex> first() {
    List<Integer> order = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      order.add(i);
    }
    order.sort((a, b) -> before(a, b) ? -1 : before(b, a) ? 1 : 0);
    return order.stream().map(i -> who[i]).toList();
  }

  private void put(int at, long key, String word, Vertex vertex) {
    keys[at] = key;
    words[at] = word;
    who[at] = vertex;
  }

  private boolean before(long key, String word, int slot, int other) {
    int order = Long.compare(key, keys[other]);
    if (order == 0) {
      order = word.compareToIgnoreCase(words[other]);
    }
    return order == 0 ? slot < who[other].slot() : descending ? order > 0 : order < 0;
  }

  private boolean before(int one, int other) {
    return one != other && before(keys[one], words[one], who[one].slot(), other);
  }

  private void rise(int from) {
    for (int at = from; at > 0; ) {
      int up = (at - 1) / 2;
      if (!before(up, at)) {
        return;
      }
      swap(at, up);
      at = up;
    }
  }

  private void sink() {
    for (int at = 0; 2 * at + 1 < size; ) {
      int down = 2 * at + 1;
      if (down + 1 < size && before(down, down + 1)) {
        down++;
      }
      if (!before(at, down)) {
        return;
      }
      swap(at, down);
      at = down;
    }
  }

  private void swap(int a, int b) {
    long key = keys[a];
    String word = words[a];
    Vertex vertex = who[a];
    put(a, keys[b], words[b], who[b]);
    put(b, key, word, vertex);
  }
}
