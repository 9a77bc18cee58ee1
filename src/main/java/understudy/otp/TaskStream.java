package understudy.otp;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Int;
import understudy.runtime.DownMessage;
import understudy.runtime.Exit;
import understudy.runtime.Self;

/// Works on a stream of inputs, a task each, some at a time (TSK-16).
///
/// @param <I> an input
/// @param <T> a result
public final class TaskStream<I, T> {
  /// What is done with one input.
  ///
  /// @param <I> an input
  /// @param <T> a result
  @FunctionalInterface
  public interface Each<I, T> {
    /// Runs in a task of its own.
    ///
    /// @param self the task's own door
    /// @param input the input
    /// @return the result
    /// @throws Exception to crash the task
    T run(Self self, I input) throws Exception;
  }

  /// How a stream of tasks goes.
  ///
  /// @param maxConcurrency how many tasks run at the same time, 1 or more
  /// @param timeout how long each may take
  /// @param ordered whether ends come in the order of the inputs, else as they happen
  /// @param killOnTimeout whether a task that takes too long is killed and ends with `timeout`; if
  ///   not, the owner exits
  public record Options(
      int maxConcurrency, Duration timeout, boolean ordered, boolean killOnTimeout) {
    /// Refuses a concurrency below 1.
    public Options {
      if (maxConcurrency < 1) {
        throw new IllegalArgumentException(
            "max_concurrency must be 1 or more, got " + maxConcurrency);
      }
    }

    /// {@return Elixir's defaults: 5 s each, in order, the owner exits when one takes longer}
    ///
    /// @param maxConcurrency how many tasks run at the same time
    public static Options concurrent(int maxConcurrency) {
      return new Options(maxConcurrency, Task.TIMEOUT, true, false);
    }

    /// {@return the same with another limit for each task}
    ///
    /// @param limit how long each may take
    public Options within(Duration limit) {
      return new Options(maxConcurrency, limit, ordered, killOnTimeout);
    }

    /// {@return the same, with ends as they happen}
    public Options unordered() {
      return new Options(maxConcurrency, timeout, false, killOnTimeout);
    }

    /// {@return the same, where a task that takes too long is killed}
    public Options killingLate() {
      return new Options(maxConcurrency, timeout, ordered, true);
    }
  }

  private record Running<T>(Task<T> task, int position, long deadlineNanos) {}

  private final Self self;
  private final Options options;
  private final Each<I, T> each;
  private final Function<Task.Work<T>, Task<T>> starter;
  private final Consumer<TaskEnd<T>> sink;

  /// In the order of their starts, and so of their deadlines.
  private final SequencedMap<Long, Running<T>> running = new LinkedHashMap<>();

  private final TreeMap<Integer, TaskEnd<T>> ended = new TreeMap<>();
  private int started;
  private int delivered;

  TaskStream(
      Self self,
      Options options,
      Each<I, T> each,
      Function<Task.Work<T>, Task<T>> starter,
      Consumer<TaskEnd<T>> sink) {
    this.self = self;
    this.options = options;
    this.each = each;
    this.starter = starter;
    this.sink = sink;
  }

  void run(Iterable<I> inputs) {
    try {
      Iterator<I> rest = inputs.iterator();
      fill(rest);
      while (!running.isEmpty()) {
        Running<T> oldest = running.firstEntry().getValue();
        self.receive(this::isEnd, TaskGroup.left(self, oldest.deadlineNanos()))
            .ifPresentOrElse(this::take, () -> late(oldest));
        fill(rest);
      }
    } finally {
      running.values().forEach(one -> one.task().shutdown(self, new ShutdownTime.BrutalKill()));
    }
  }

  private void fill(Iterator<I> rest) {
    while (running.size() < options.maxConcurrency() && rest.hasNext()) {
      I input = rest.next();
      Task<T> task = starter.apply(own -> each.run(own, input));
      long deadline = self.nanos() + options.timeout().toNanos();
      running.put(task.reference(), new Running<>(task, started++, deadline));
    }
  }

  private boolean isEnd(Object message) {
    return switch (message) {
      case TaskResult result -> running.containsKey(result.reference());
      case DownMessage down -> running.containsKey(down.reference());
      default -> false;
    };
  }

  @SuppressWarnings("unchecked") // A result comes to the alias of its own task.
  private void take(Object word) {
    switch (word) {
      case TaskResult(var reference, var value) -> over(reference, new TaskEnd.Ok<>((T) value));
      case DownMessage(var reference, _, var reason) ->
          over(reference, new TaskEnd.Exited<>(reason));
      default -> throw new IllegalStateException("not the end of a task: " + word);
    }
  }

  private void late(Running<T> one) {
    if (!options.killOnTimeout()) {
      throw new Exit(
          ExitReason.tuple(
              new Atom("timeout"),
              ExitReason.tuple(
                  new Atom("Task"),
                  new Atom("async_stream"),
                  new Int(options.timeout().toMillis()))));
    }
    var end = one.task().shutdown(self, new ShutdownTime.BrutalKill());
    over(one.task().reference(), end.orElseGet(() -> new TaskEnd.Exited<>(new Atom("timeout"))));
  }

  private void over(long reference, TaskEnd<T> end) {
    Running<T> one = requireNonNull(running.remove(reference));
    self.demonitor(reference);
    Starting.forget(self, one.task().pid());
    if (!options.ordered()) {
      sink.accept(end);
      return;
    }
    ended.put(one.position(), end);
    while (!ended.isEmpty() && ended.firstKey() == delivered) {
      delivered++;
      sink.accept(ended.pollFirstEntry().getValue());
    }
  }
}
