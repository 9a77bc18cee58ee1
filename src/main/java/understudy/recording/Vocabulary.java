package understudy.recording;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.Pid;

/// The texts that a block's payload shares, and the values that are made of them.
///
/// A table with open addressing and without boxes: a message looks up its label, and there may be a
/// million of them a second.
final class Vocabulary {
  private static final int SMALLEST = 64;

  private @Nullable String[] known = new @Nullable String[SMALLEST];
  private int[] places = new int[SMALLEST];
  private final Out texts = new Out();
  private int size;

  int size() {
    return size;
  }

  int bytes() {
    return texts.size();
  }

  void clear() {
    Arrays.fill(known, null);
    texts.clear();
    size = 0;
  }

  /// Writes the table to `out`.
  void table(Out out) {
    out.varint(size).raw(texts);
  }

  /// {@return the place of `whole` in the table, cut if it is too large}
  int place(String whole) {
    String text = Bounds.text(whole, Format.MAX_TEXT);
    int at = find(text);
    if (known[at] == null) {
      byte[] bytes = Format.utf8(text);
      texts.varint(bytes.length).raw(bytes);
      known[at] = text;
      places[at] = size++;
      if (size > known.length / 2) {
        grow();
        at = find(text);
      }
    }
    return places[at];
  }

  void text(Out out, String text) {
    out.varint(place(text));
  }

  void reason(Out out, ExitReason whole) {
    term(out, Bounds.reason(whole));
  }

  private void term(Out out, ExitReason reason) {
    switch (reason) {
      case ExitReason.Atom(String name) -> {
        out.u8(1);
        text(out, name);
      }
      case ExitReason.Tuple(var elements) -> {
        out.u8(2).varint(elements.size());
        elements.forEach(each -> term(out, each));
      }
      case ExitReason.Int(long value) -> out.u8(3).zigzag(value);
      case ExitReason.Text(String value) -> {
        out.u8(4);
        text(out, value);
      }
      case ExitReason.Ref(Pid pid) -> out.u8(5).varint(pid.number());
      case ExitReason.Stack stack -> {
        out.u8(6);
        text(out, stack.trace());
      }
    }
  }

  private int find(String text) {
    int mask = known.length - 1;
    int hash = text.hashCode();
    int at = (hash ^ (hash >>> 16)) & mask;
    for (String there = known[at]; there != null && !there.equals(text); there = known[at]) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    @Nullable String[] oldKnown = known;
    int[] oldPlaces = places;
    known = new @Nullable String[oldKnown.length * 2];
    places = new int[known.length];
    for (int i = 0; i < oldKnown.length; i++) {
      String text = oldKnown[i];
      if (text != null) {
        int at = find(text);
        known[at] = text;
        places[at] = oldPlaces[i];
      }
    }
  }
}
