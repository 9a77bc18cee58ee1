package understudy.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/// What has changed since the one reader last asked, each vertex once, however often it did; and
/// the dense numbers under which a reader may keep columns about vertices.
///
/// Keeps nothing before it was asked for the first time: the reader then looks at everything.
final class Changes {
  private final BitSet taken = new BitSet();
  private List<Vertex> moved = new ArrayList<>();
  private List<Vertex> touched = new ArrayList<>();
  private int lowestFree;
  private boolean followed;

  int seat() {
    int seat = taken.nextClearBit(lowestFree);
    taken.set(seat);
    lowestFree = seat + 1;
    return seat;
  }

  void leave(Vertex vertex) {
    if (!vertex.forgotten) {
      vertex.forgotten = true;
      taken.clear(vertex.seat);
      lowestFree = Math.min(lowestFree, vertex.seat);
    }
  }

  int seats() {
    return taken.length();
  }

  void moved(Vertex vertex) {
    if (followed && !vertex.movedNoted) {
      vertex.movedNoted = true;
      moved.add(vertex);
    }
  }

  void touched(Vertex vertex) {
    if (followed && !vertex.touchedNoted) {
      vertex.touchedNoted = true;
      touched.add(vertex);
    }
  }

  /// {@return whether somebody asked before; from now on all is kept}
  boolean follow() {
    boolean before = followed;
    followed = true;
    return before;
  }

  void take(Consumer<Vertex> mover, Consumer<Vertex> toucher) {
    for (Vertex vertex : moved) {
      vertex.movedNoted = false;
      mover.accept(vertex);
    }
    for (Vertex vertex : touched) {
      vertex.touchedNoted = false;
      if (!vertex.forgotten) {
        toucher.accept(vertex);
      }
    }
    moved = cleared(moved);
    touched = cleared(touched);
  }

  private static List<Vertex> cleared(List<Vertex> list) {
    if (list.size() > 100_000) {
      return new ArrayList<>();
    }
    list.clear();
    return list;
  }
}
