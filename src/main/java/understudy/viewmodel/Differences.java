package understudy.viewmodel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds the places of several runs against each other.
public final class Differences {
  private Differences() {}

  /// {@return for each run the places that are not the same in all of them}
  ///
  /// @param runs the places of each, by their path
  public static List<Sides.Apart> of(List<Map<String, Standing>> runs) {
    List<Sides.Apart> apart = new ArrayList<>();
    for (var run : runs) {
      Set<Integer> fate = new HashSet<>();
      Set<Integer> work = new HashSet<>();
      run.forEach((path, own) -> {
        if (!runs.stream().allMatch(each -> sameFate(own, each.get(path)))) {
          fate.add(own.slot());
        } else if (!runs.stream().allMatch(each -> sameWork(own, each.get(path)))) {
          work.add(own.slot());
        }
      });
      apart.add(new Sides.Apart(fate, work));
    }
    return apart;
  }

  private static boolean sameFate(Standing own, @Nullable Standing other) {
    return other != null && own.sameFate(other);
  }

  private static boolean sameWork(Standing own, @Nullable Standing other) {
    return other != null && own.handled() == other.handled();
  }
}
