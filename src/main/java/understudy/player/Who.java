package understudy.player;

import java.util.Optional;
import understudy.event.Pid;

/// A process that a deed is about.
///
/// By its place wherever it has one, so that the same deed finds its like in another run.
public sealed interface Who {
  /// Whoever plays a part.
  ///
  /// @param path ids from the root, joined by `/`
  /// @param incarnation which of those who played it, counted from 1; 0 for the newest
  record Place(String path, int incarnation) implements Who {
    @Override
    public String toString() {
      return incarnation == 0 ? path : path + "@" + incarnation;
    }
  }

  /// A process that plays none.
  ///
  /// @param pid its number
  record Numbered(Pid pid) implements Who {
    @Override
    public String toString() {
      return pid.toString();
    }
  }

  /// {@return a place by its newest process}
  ///
  /// @param path ids from the root, joined by `/`
  static Who at(String path) {
    return new Place(path, 0);
  }

  /// {@return how to find `pid` again in an equal run}
  static Who of(Pid pid, Roster roster) {
    int incarnation = roster.incarnation(pid);
    var path = roster.path(pid).filter(_ -> incarnation > 0);
    if (path.isEmpty()) {
      return new Numbered(pid);
    }
    boolean newest = roster.find(path.get(), 0).filter(pid::equals).isPresent();
    return new Place(path.get(), newest ? 0 : incarnation);
  }

  /// {@return the process, alive or dead; empty if nobody played that part yet}
  default Optional<Pid> find(Roster roster) {
    return switch (this) {
      case Place(var path, var incarnation) -> roster.find(path, incarnation);
      case Numbered(var pid) -> Optional.of(pid);
    };
  }
}
