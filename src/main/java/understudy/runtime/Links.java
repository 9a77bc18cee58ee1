package understudy.runtime;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import understudy.event.Pid;

/// To whom a process is linked, in the order in which the links came. Most have one link: it needs
/// no set.
final class Links {
  private @Nullable Pid first;
  private Set<Pid> more = Set.of();

  /// {@return whether it was not here}
  boolean add(Pid pid) {
    if (pid.equals(first)) {
      return false;
    }
    if (first == null && more.isEmpty()) {
      first = pid;
      return true;
    }
    if (more.isEmpty()) {
      more = new LinkedHashSet<>();
    }
    return more.add(pid);
  }

  /// {@return whether it was here}
  boolean remove(Pid pid) {
    if (pid.equals(first)) {
      first = null;
      return true;
    }
    return !more.isEmpty() && more.remove(pid);
  }

  boolean contains(Pid pid) {
    return pid.equals(first) || more.contains(pid);
  }

  void forEach(Consumer<Pid> each) {
    if (first != null) {
      each.accept(first);
    }
    more.forEach(each);
  }

  Stream<Pid> stream() {
    return Stream.concat(Stream.ofNullable(first), more.stream());
  }
}
