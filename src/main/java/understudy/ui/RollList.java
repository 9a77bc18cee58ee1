package understudy.ui;

import java.util.Collections;
import java.util.List;
import javafx.collections.ObservableListBase;
import understudy.viewmodel.RollPage;
import understudy.viewmodel.RollRow;

/// The rows of the process table: as many as match, of which those of one page are known. The
/// others are [RollRow#UNKNOWN] until they are scrolled to.
final class RollList extends ObservableListBase<RollRow> {
  private int from;
  private List<RollRow> known = List.of();
  private int size;

  @Override
  public int size() {
    return size;
  }

  @Override
  public RollRow get(int index) {
    int at = index - from;
    return at >= 0 && at < known.size() ? known.get(at) : RollRow.UNKNOWN;
  }

  @Override
  public int indexOf(Object row) {
    int at = known.indexOf(row);
    return at < 0 ? -1 : from + at;
  }

  @Override
  public boolean contains(Object row) {
    return indexOf(row) >= 0;
  }

  /// {@return where a process stands, -1 if that is not known}
  ///
  /// @param slot its place in the graph
  int rank(int slot) {
    for (int at = 0; at < known.size(); at++) {
      if (known.get(at).slot() == slot) {
        return from + at;
      }
    }
    return -1;
  }

  /// Shows another page. Only what differs is said to have changed: a table that is filled anew
  /// loses its place. While an answer is looked for there are as many rows as before, of which none
  /// is known: a million of them taken away and put back cost the window three frames.
  void show(RollPage page) {
    int before = size;
    int oldFrom = from;
    var old = known;
    beginChange();
    size = page.looking() ? size : page.matching();
    from = page.from();
    known = page.rows();
    if (size < before) {
      nextRemove(size, Collections.nCopies(before - size, RollRow.UNKNOWN));
    } else if (size > before) {
      nextAdd(before, size);
    }
    int end = Math.min(size, before);
    for (int at = 0; at < old.size(); at++) {
      differ(oldFrom + at, old.get(at), end);
    }
    for (int at = 0; at < known.size(); at++) {
      if (from + at < oldFrom || from + at >= oldFrom + old.size()) {
        differ(from + at, RollRow.UNKNOWN, end);
      }
    }
    endChange();
  }

  private void differ(int index, RollRow old, int end) {
    if (index < end && !get(index).equals(old)) {
      nextSet(index, old);
    }
  }
}
