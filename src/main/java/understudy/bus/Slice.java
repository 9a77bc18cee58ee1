package understudy.bus;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

/// A run of events as a list: each is stamped when it is looked at, and not before.
///
/// Immutable.
final class Slice extends AbstractList<Stamped> implements RandomAccess {
  private final Run run;
  private final long first;
  private final long wallMillis;

  Slice(Run run, long first, long wallMillis) {
    this.run = run;
    this.first = first;
    this.wallMillis = wallMillis;
  }

  @Override
  public Stamped get(int index) {
    int at = Objects.checkIndex(index, size());
    var event = (RuntimeEvent) Objects.requireNonNull(run.what(at));
    return new Stamped(first + at, run.nanos(at), wallMillis, event);
  }

  @Override
  public int size() {
    return run.size();
  }
}
