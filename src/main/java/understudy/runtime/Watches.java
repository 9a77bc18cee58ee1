package understudy.runtime;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One end's monitors by their numbers, in the order in which they came. Most have one at a time,
/// for the length of a call: it needs no roster.
final class Watches {
  private static final class Many extends Roster<Signal.Monitor> {
    @Override
    long numberOf(Signal.Monitor monitor) {
      return monitor.reference;
    }
  }

  private Signal.@Nullable Monitor first;
  private @Nullable Many more;

  void add(Signal.Monitor monitor) {
    if (first == null && (more == null || more.isEmpty())) {
      first = monitor;
      return;
    }
    if (more == null) {
      more = new Many();
    }
    more.add(monitor);
  }

  Signal.@Nullable Monitor get(long reference) {
    if (first != null && first.reference == reference) {
      return first;
    }
    return more == null ? null : more.get(reference);
  }

  Signal.@Nullable Monitor remove(long reference) {
    Signal.Monitor found = first;
    if (found != null && found.reference == reference) {
      first = null;
      return found;
    }
    return more == null ? null : more.remove(reference);
  }

  void forEach(Consumer<Signal.Monitor> each) {
    if (first != null) {
      each.accept(first);
    }
    if (more != null) {
      more.forEach(each);
    }
  }

  Stream<Signal.Monitor> stream() {
    return Stream.concat(Stream.ofNullable(first), more == null ? Stream.empty() : more.stream());
  }
}
