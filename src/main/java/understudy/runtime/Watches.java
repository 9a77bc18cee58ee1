package understudy.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One end's monitors by their numbers, in the order in which they came. Most have one at a time,
/// for the length of a call: it needs no map.
final class Watches {
  private Signal.@Nullable Monitor first;
  private Map<Long, Signal.Monitor> more = Map.of();

  void add(Signal.Monitor monitor) {
    if (first == null && more.isEmpty()) {
      first = monitor;
      return;
    }
    if (more.isEmpty()) {
      more = new LinkedHashMap<>();
    }
    more.put(monitor.reference, monitor);
  }

  Signal.@Nullable Monitor get(long reference) {
    if (first != null && first.reference == reference) {
      return first;
    }
    return more.isEmpty() ? null : more.get(reference);
  }

  Signal.@Nullable Monitor remove(long reference) {
    Signal.Monitor found = first;
    if (found != null && found.reference == reference) {
      first = null;
      return found;
    }
    return more.isEmpty() ? null : more.remove(reference);
  }

  void forEach(Consumer<Signal.Monitor> each) {
    if (first != null) {
      each.accept(first);
    }
    more.values().forEach(each);
  }

  Stream<Signal.Monitor> stream() {
    return Stream.concat(Stream.ofNullable(first), more.values().stream());
  }
}
