package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a person holds in their hands: the command palette, and who is selected besides the process
/// that is inspected.
///
/// @param prompt the command palette
/// @param picked places, oldest first; at most [#MOST]
public record Hands(Prompt prompt, List<Integer> picked) {
  /// Nothing.
  public static final Hands EMPTY = new Hands(Prompt.CLOSED, List.of());

  /// How many places can be picked.
  public static final int MOST = 500;

  /// Takes a copy.
  public Hands {
    picked = List.copyOf(picked);
  }

  Reach reach() {
    return new Reach(prompt.open() ? Optional.of(prompt.text()) : Optional.empty(), picked);
  }

  Hands with(Prompt next) {
    return new Hands(next, picked);
  }

  Hands alone() {
    return new Hands(prompt, List.of());
  }

  Hands without(int slot) {
    return new Hands(prompt, picked.stream().filter(each -> each != slot).toList());
  }

  Hands and(int slot) {
    if (slot < 0 || picked.contains(slot) || picked.size() >= MOST) {
      return this;
    }
    List<Integer> more = new ArrayList<>(picked);
    more.add(slot);
    return new Hands(prompt, more);
  }
}
