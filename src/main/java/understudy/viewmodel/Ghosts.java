package understudy.viewmodel;

import java.util.List;
import understudy.graph.Zombie;

/// What is said of dead processes whose code still runs.
final class Ghosts {
  private Ghosts() {}

  /// {@return how many there are and how long the oldest has gone on; empty if there is none}
  ///
  /// @param zombies the oldest first
  static String words(List<Zombie> zombies, long nowNanos) {
    if (zombies.isEmpty()) {
      return "";
    }
    var oldest = zombies.getFirst();
    String since = Figures.duration(oldest.nanos(nowNanos));
    return zombies.size() == 1
        ? Words.get("zombie.one", oldest.pid(), since)
        : Words.get("zombie.many", zombies.size(), oldest.pid(), since);
  }
}
