package understudy.runtime;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import understudy.event.Pid;

/// Messages that will be sent later (TMR rules). Safe on any thread.
final class MessageTimers {
  private static final long NANOS_A_MILLI = 1_000_000;

  private record Pending(Pid to, Timers.Timer timer) {}

  private final Vm vm;
  private final Map<Long, Pending> pending = new ConcurrentHashMap<>();

  MessageTimers(Vm vm) {
    this.vm = vm;
  }

  long start(Cell starter, long delayNanos, Pid to, LongFunction<Object> message) {
    long number = vm.nextReference();
    starter.whileAlive(() -> schedule(number, delayNanos, to, message));
    return number;
  }

  private void schedule(long number, long delayNanos, Pid to, LongFunction<Object> message) {
    var timer =
        vm.scheduler.schedule(
            delayNanos,
            () -> {
              pending.remove(number);
              vm.send(Pid.NONE, to, message.apply(number));
            });
    var entry = new Pending(to, timer);
    pending.put(number, entry);
    if (!timer.pending()) {
      pending.remove(number, entry);
    }
  }

  OptionalLong cancel(long number) {
    Pending found = pending.remove(number);
    if (found == null) {
      return OptionalLong.empty();
    }
    long left = left(found);
    return found.timer.cancel() && vm.isAlive(found.to)
        ? OptionalLong.of(left)
        : OptionalLong.empty();
  }

  OptionalLong read(long number) {
    Pending found = pending.get(number);
    return found != null && found.timer.pending() && vm.isAlive(found.to)
        ? OptionalLong.of(left(found))
        : OptionalLong.empty();
  }

  private long left(Pending one) {
    return Math.max(0, one.timer.dueNanos() - vm.scheduler.nanos()) / NANOS_A_MILLI;
  }
}
