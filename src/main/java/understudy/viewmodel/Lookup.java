package understudy.viewmodel;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import understudy.graph.Vertex;
import understudy.viewmodel.Grasp.Hit;
import understudy.viewmodel.Grasp.Hits;

/// Looks for processes by name, pid or path, a bounded number a frame: among very many the answer
/// grows over a few frames, and says so.
///
/// Owned by the pump's thread.
final class Lookup {
  /// How many processes are looked at for one frame.
  static final int A_FRAME = 20_000;

  private static final Comparator<Match> WORST_FIRST =
      Comparator.comparingInt(Match::score)
          .thenComparing(Match::order, Comparator.<Integer>naturalOrder().reversed());

  private record Match(int score, int order, Vertex vertex) {}

  private final PriorityQueue<Match> best = new PriorityQueue<>(WORST_FIRST);
  private Optional<String> sought = Optional.empty();
  private long version = -1;
  private Crowd among = Crowd.NOBODY;
  private int next;
  private int total;

  /// {@return what was found up to now}
  ///
  /// @param text what is looked for
  /// @param present all processes; looked at to the end before a newer list is taken
  /// @param presentVersion changes when they do
  Hits look(Optional<String> text, Crowd present, long presentVersion) {
    if (text.isEmpty()) {
      sought = text;
      restart(Crowd.NOBODY);
      return Hits.NOTHING;
    }
    if (!text.equals(sought) || (next >= among.seats() && version != presentVersion)) {
      sought = text;
      version = presentVersion;
      restart(present);
    }
    String typed = text.get().strip().toLowerCase(Locale.ROOT);
    int end = Math.min(among.seats(), next + A_FRAME);
    for (; next < end; next++) {
      among.at(next).ifPresent(vertex -> consider(vertex, typed));
    }
    return new Hits(
        text.get(),
        best.stream().sorted(WORST_FIRST.reversed()).map(m -> hit(m.vertex())).toList(),
        total,
        next >= among.seats());
  }

  private void restart(Crowd present) {
    among = present;
    next = 0;
    total = 0;
    best.clear();
  }

  private void consider(Vertex vertex, String typed) {
    int score = typed.isEmpty() ? Fuzzy.NONE : score(vertex, typed);
    if (score == Fuzzy.NONE) {
      return;
    }
    total++;
    var match = new Match(score, next, vertex);
    if (best.size() < Hits.LIMIT) {
      best.add(match);
    } else if (WORST_FIRST.compare(match, best.element()) > 0) {
      best.remove();
      best.add(match);
    }
  }

  static int score(Vertex vertex, String typed) {
    int slash = typed.lastIndexOf('/');
    if (slash >= 0) {
      return alongPath(vertex, typed.substring(0, slash), typed.substring(slash + 1));
    }
    int score = Fuzzy.score(Labels.name(vertex), typed);
    if (vertex.name().isPresent()) {
      score = Math.max(score, Fuzzy.score(vertex.name().get(), typed));
    }
    char first = typed.charAt(0);
    if (first == '<' || Character.isDigit(first)) {
      score =
          Math.max(
              score,
              Fuzzy.score(vertex.pid().toString(), first == '<' ? typed : "0." + typed + "."));
      score = Math.max(score, vertex.pid().toString().contains(typed) ? 200 : Fuzzy.NONE);
    }
    return score;
  }

  /// Each part of a path has to fit the process or one above it, from right to left.
  private static int alongPath(Vertex vertex, String above, String last) {
    int score = Fuzzy.score(Labels.name(vertex), last);
    var parts = above.split("/", -1);
    Optional<Vertex> at = vertex.parent();
    for (int i = parts.length - 1; i >= 0 && score != Fuzzy.NONE; i--) {
      int fits = Fuzzy.NONE;
      while (at.isPresent() && fits == Fuzzy.NONE) {
        fits = Fuzzy.score(Labels.name(at.get()), parts[i]);
        at = at.get().parent();
      }
      boolean rooted = i == 0 && parts[i].isEmpty();
      score = fits == Fuzzy.NONE && !rooted ? Fuzzy.NONE : score + Math.max(0, fits);
    }
    return score;
  }

  private static Hit hit(Vertex vertex) {
    return new Hit(
        vertex.slot(),
        Labels.name(vertex),
        vertex.pid().toString(),
        String.join("/", Around.path(vertex).stream().map(Peer::name).toList()),
        Phases.of(vertex.state()));
  }
}
