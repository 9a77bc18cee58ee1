package understudy.otp;

import java.util.Collection;
import understudy.event.ChildKind;

/// Counts children for count_children (ADM-11).
final class Counting {
  private Counting() {}

  static ChildCounts count(Collection<Child> children) {
    int active = 0;
    int supervisors = 0;
    for (Child child : children) {
      active += child.pid().isPresent() ? 1 : 0;
      supervisors += child.spec.kind() == ChildKind.SUPERVISOR ? 1 : 0;
    }
    return new ChildCounts(children.size(), active, supervisors, children.size() - supervisors);
  }
}
