package understudy.otp;

import java.util.Collection;
import java.util.function.Predicate;
import understudy.event.ChildKind;
import understudy.event.Pid;

/// Counts children for count_children (ADM-11).
final class Counting {
  private Counting() {}

  /// Counts `children`.
  ///
  /// @param active tells of a process that was not seen to end whether it counts as active
  static ChildCounts count(Collection<Child> children, Predicate<Pid> active) {
    int running = 0;
    int supervisors = 0;
    for (Child child : children) {
      running += child.pid().filter(active).isPresent() ? 1 : 0;
      supervisors += child.spec.kind() == ChildKind.SUPERVISOR ? 1 : 0;
    }
    return new ChildCounts(children.size(), running, supervisors, children.size() - supervisors);
  }
}
