package understudy.viewmodel;

import java.util.List;
import java.util.Optional;

/// What the hands would like to know of the processes.
///
/// @param sought what the command palette looks for; empty while it is closed
/// @param picked places selected besides the one that is inspected
public record Reach(Optional<String> sought, List<Integer> picked) {
  /// Nothing.
  public static final Reach NOTHING = new Reach(Optional.empty(), List.of());

  /// Takes a copy.
  public Reach {
    picked = List.copyOf(picked);
  }
}
