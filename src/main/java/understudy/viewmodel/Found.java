package understudy.viewmodel;

import java.util.List;

/// What a search found.
///
/// @param slots the first places found, in the order of the tree, at most [#LIMIT]
/// @param total how many there are
public record Found(List<Integer> slots, int total) {
  /// How many places are listed at most.
  public static final int LIMIT = 500;

  /// Nothing was looked for, or nothing was there.
  public static final Found NOTHING = new Found(List.of(), 0);

  /// Takes a copy.
  public Found {
    slots = List.copyOf(slots);
  }
}
