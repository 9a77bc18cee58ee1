package understudy.runtime;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import understudy.event.Pid;

/// To whom a process is linked, in the order in which the links came. Most have one link: it needs
/// no roster.
final class Links {
  private static final class Many extends Roster<Pid> {
    @Override
    long numberOf(Pid pid) {
      return pid.number();
    }
  }

  private @Nullable Pid first;
  private @Nullable Many more;

  /// {@return whether it was not here}
  boolean add(Pid pid) {
    if (pid.equals(first)) {
      return false;
    }
    if (first == null && (more == null || more.isEmpty())) {
      first = pid;
      return true;
    }
    if (more == null) {
      more = new Many();
    }
    return more.add(pid);
  }

  /// {@return whether it was here}
  boolean remove(Pid pid) {
    if (pid.equals(first)) {
      first = null;
      return true;
    }
    return more != null && more.remove(pid.number()) != null;
  }

  boolean contains(Pid pid) {
    return pid.equals(first) || (more != null && more.get(pid.number()) != null);
  }

  void forEach(Consumer<Pid> each) {
    if (first != null) {
      each.accept(first);
    }
    if (more != null) {
      more.forEach(each);
    }
  }

  Stream<Pid> stream() {
    return Stream.concat(Stream.ofNullable(first), more == null ? Stream.empty() : more.stream());
  }
}
