package understudy.otp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.event.ExitReason.Atom;
import understudy.runtime.DownMessage;
import understudy.runtime.Exit;
import understudy.runtime.Self;

/// Waits for many tasks under one limit.
final class TaskGroup {
  private TaskGroup() {}

  @SuppressWarnings("unchecked") // A result comes to the alias of its own task.
  static <T> List<T> awaitAll(Self self, List<Task<T>> tasks, Duration timeout) {
    tasks.forEach(task -> task.checkOwner(self, "await"));
    var waiting = new HashMap<Long, Task<T>>();
    tasks.forEach(task -> waiting.put(task.reference(), task));
    var results = new HashMap<Long, T>();
    long deadline = self.nanos() + timeout.toNanos();
    while (!waiting.isEmpty()) {
      var word = self.receive(message -> isEnd(waiting, message), left(self, deadline));
      if (word.isPresent() && word.get() instanceof TaskResult(var reference, var value)) {
        self.demonitor(reference);
        waiting.remove(reference);
        results.put(reference, (T) value);
      } else {
        throw failed(self, waiting, word);
      }
    }
    return tasks.stream().map(task -> results.get(task.reference())).toList();
  }

  private static <T> Exit failed(Self self, Map<Long, Task<T>> waiting, Optional<Object> word) {
    waiting.keySet().forEach(self::demonitor);
    Task<T> first = waiting.values().iterator().next();
    if (word.isPresent() && word.get() instanceof DownMessage(var reference, _, var reason)) {
      return waiting.getOrDefault(reference, first).failure(reason, "await_many");
    }
    return first.failure(new Atom("timeout"), "await_many");
  }

  static <T> List<Optional<TaskEnd<T>>> yieldAll(Self self, List<Task<T>> tasks, Duration timeout) {
    long deadline = self.nanos() + timeout.toNanos();
    var ends = new ArrayList<Optional<TaskEnd<T>>>();
    for (Task<T> task : tasks) {
      ends.add(task.yield(self, left(self, deadline)));
    }
    return ends;
  }

  private static boolean isEnd(Map<Long, ?> waiting, Object message) {
    return switch (message) {
      case TaskResult result -> waiting.containsKey(result.reference());
      case DownMessage down -> waiting.containsKey(down.reference());
      default -> false;
    };
  }

  /// {@return how long it is until `deadline`, zero if it is over}
  static Duration left(Self self, long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - self.nanos()));
  }
}
