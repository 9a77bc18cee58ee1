package understudy.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import understudy.event.Pid;
import understudy.runtime.Steps.Delivered;

/// Lets a message overtake those of other senders: in a stepped system, while nobody runs.
final class Chooser {
  private final Vm vm;

  Chooser(Vm vm) {
    this.vm = vm;
  }

  /// Has `id` arrive before all others that wait for `to`, unless that is refused.
  ///
  /// @return TAKEN if the process takes it with its next turn
  Delivered choose(Pid to, long id) {
    Cell cell = vm.cell(to);
    if (cell == null) {
      return Delivered.GONE;
    }
    cell.lock();
    try {
      Delivered refused = refusal(cell, id);
      return refused == null ? putFirst(cell, id) : refused;
    } finally {
      cell.unlock();
      cell.sendLast();
    }
  }

  private static @Nullable Delivered refusal(Cell cell, long id) {
    List<Signal> waiting = new ArrayList<>(cell.interior.messages(Integer.MAX_VALUE));
    waiting.addAll(cell.onTheWay(Integer.MAX_VALUE));
    int at = 0;
    while (at < waiting.size() && idOf(waiting.get(at)) != id) {
      at++;
    }
    if (id == 0 || at == waiting.size()) {
      return Delivered.GONE;
    }
    Pid from = sender(waiting.get(at));
    if (waiting.subList(0, at).stream().anyMatch(s -> informs(s) && sender(s).equals(from))) {
      return Delivered.NOT_ITS_TURN;
    }
    return cell.interior.suspended ? Delivered.SUSPENDED : null;
  }

  private static Delivered putFirst(Cell cell, long id) {
    cell.receive(withFirst(cell.takeAll(), id));
    if (cell.isDead()) {
      return Delivered.GONE;
    }
    Interior interior = cell.interior;
    Wait wait = interior.wait;
    if (wait != null && wait.met != null && wait.met.id() == id) {
      return Delivered.TAKEN;
    }
    interior.putFirst(id);
    return wait == null ? Delivered.TAKEN : Delivered.FIRST;
  }

  /// {@return the chain with one message before the others, after what its sender did to the
  /// receiver before}
  private static @Nullable Signal withFirst(@Nullable Signal chain, long id) {
    List<Signal> all = new ArrayList<>();
    for (Signal at = chain; at != null; at = at.next) {
      if (at instanceof Segment segment) {
        while (segment.left() > 0) {
          all.add(Signal.Message.kept(segment.take()));
        }
      } else {
        all.add(at);
      }
    }
    List<Signal> ordered = new ArrayList<>();
    int at = 0;
    while (at < all.size() && idOf(all.get(at)) != id) {
      at++;
    }
    if (at < all.size()) {
      Pid from = sender(all.get(at));
      all.subList(0, at).stream().filter(s -> sender(s).equals(from)).forEach(ordered::add);
      ordered.add(all.get(at));
    }
    all.removeIf(Set.copyOf(ordered)::contains);
    ordered.addAll(all);
    Signal next = null;
    for (Signal signal : ordered.reversed()) {
      signal.next = next;
      next = signal;
    }
    return next;
  }

  private static long idOf(Signal signal) {
    return switch (signal) {
      case Signal.Message message -> message.id();
      case Signal.Aliased aliased -> aliased.id();
      case Segment _,
          Signal.ExitSignal _,
          Signal.Link _,
          Signal.Unlink _,
          Signal.UnlinkAck _,
          Signal.Monitor _,
          Signal.Demonitor _,
          Signal.Down _,
          Signal.WaitOver _ ->
          0;
    };
  }

  /// {@return whether it is a message, or may become one}
  private static boolean informs(Signal signal) {
    return signal instanceof Signal.Message
        || signal instanceof Signal.Aliased
        || signal instanceof Signal.ExitSignal
        || signal instanceof Signal.Down;
  }

  /// {@return whose order a signal keeps; a number that nobody has where that does not matter}
  static Pid sender(Signal signal) {
    return switch (signal) {
      case Signal.Message message -> message.from();
      case Signal.Aliased aliased -> aliased.from();
      case Signal.ExitSignal exit -> exit.from;
      case Signal.Link link -> link.from;
      case Signal.Unlink unlink -> unlink.from;
      case Signal.UnlinkAck ack -> ack.from;
      case Signal.Monitor monitor -> monitor.watcher;
      case Signal.Down down -> down.target;
      case Signal.Demonitor _, Signal.WaitOver _, Segment _ -> new Pid(Long.MAX_VALUE);
    };
  }
}
