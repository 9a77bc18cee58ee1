package understudy.otp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.runtime.Behaviour;
import understudy.runtime.DownMessage;
import understudy.runtime.Exit;
import understudy.runtime.Self;

/// The process of a task: does its work and ends.
final class TaskProcess implements Behaviour {
  private static final String CALLERS = "$callers";
  private static final Duration ORDER_TIMEOUT = Duration.ofSeconds(5);

  /// Says what to do, and to whom the result goes.
  record Order(Pid owner, long reference, List<Pid> callers, Task.Work<?> work) {
    @Override
    public String toString() {
      return "task for " + owner;
    }
  }

  private final Body body;

  private TaskProcess(Body body) {
    this.body = body;
  }

  /// {@return a process that waits for an [Order], carries it out and sends the result}
  ///
  /// @param giver who will order; its death before that ends this (TSK-13). Empty where a link does
  ///   so
  static Behaviour ordered(Optional<Pid> giver) {
    return new TaskProcess(self -> {
      Order order = awaitOrder(self, giver);
      self.dictionary().put(CALLERS, order.callers());
      Object value = order.work().run(self);
      var result = new TaskResult(order.reference(), value);
      self.sendToAlias(order.owner(), order.reference(), result);
    });
  }

  /// {@return a process that does `work` and keeps the result to itself}
  static Behaviour running(List<Pid> callers, Task.Work<?> work) {
    return new TaskProcess(self -> {
      self.dictionary().put(CALLERS, callers);
      work.run(self);
    });
  }

  private static Order awaitOrder(Self self, Optional<Pid> giver) {
    if (giver.isEmpty()) {
      return (Order) self.receive(Order.class::isInstance);
    }
    long reference = self.monitor(giver.get());
    var word =
        self.receive(
            message ->
                message instanceof Order
                    || (message instanceof DownMessage down && down.reference() == reference),
            ORDER_TIMEOUT);
    self.demonitor(reference);
    return switch (word.orElseThrow(() -> new Exit(new Atom("timeout")))) {
      case Order order -> order;
      case DownMessage down -> throw new Exit(ExitReason.tuple(Atom.SHUTDOWN, down.reason()));
      default -> throw new IllegalStateException("not an order: " + word);
    };
  }

  /// {@return the callers of a task that `self` starts: itself and its own}
  static List<Pid> lineOf(Self self) {
    var line = new ArrayList<Pid>();
    line.add(self.pid());
    line.addAll(callers(self));
    return List.copyOf(line);
  }

  @SuppressWarnings("unchecked") // Nobody else knows the key.
  static List<Pid> callers(Self self) {
    return (List<Pid>) self.dictionary().getOrDefault(CALLERS, List.of());
  }

  @Override
  public void start(Self self) throws Exception {
    self.acknowledgeStarted(new StartResult.Started(self.pid()));
    body.run(self);
    throw new Exit(Atom.NORMAL);
  }

  @Override
  public void handle(Self self, Object message) {
    throw new IllegalStateException("a task ended in its start and cannot handle " + message);
  }

  @Override
  public String name() {
    return "Task";
  }

  @Override
  public boolean blocks() {
    return true;
  }
}
