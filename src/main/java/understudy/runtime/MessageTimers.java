package understudy.runtime;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import understudy.event.Pid;

/// Messages that will be sent later (TMR rules). Safe on any thread.
final class MessageTimers {
  private static final long NANOS_A_MILLI = 1_000_000;

  /// A message on its way through time.
  private final class Delivery implements Runnable {
    private final long number;
    private final Pid to;
    private final Object message;
    private volatile Timers.@Nullable Timer timer;

    Delivery(long number, Pid to, Object message) {
      this.number = number;
      this.to = to;
      this.message = message;
    }

    @Override
    public void run() {
      if (pending.remove(number) != null) {
        vm.send(Pid.NONE, to, message);
      }
    }
  }

  private final Vm vm;
  private final Map<Long, Delivery> pending = new ConcurrentHashMap<>();

  MessageTimers(Vm vm) {
    this.vm = vm;
  }

  /// Refuses here and now a message that could not be sent then (MSG-11).
  ///
  /// @param carried makes what is sent of the timer's number
  long start(Cell starter, long delayNanos, Pid to, Object message, LongFunction<Object> carried) {
    Values.require(message);
    long number = vm.nextReference();
    var delivery = new Delivery(number, to, carried.apply(number));
    starter.lock();
    try {
      starter.ensureAlive();
      pending.put(number, delivery);
      delivery.timer = vm.scheduler.schedule(delayNanos, delivery);
    } finally {
      starter.unlock();
    }
    return number;
  }

  /// Whoever takes it out decides: this call, or its run.
  OptionalLong cancel(long number) {
    Delivery found = pending.remove(number);
    Timers.Timer timer = found == null ? null : found.timer;
    if (found == null || timer == null) {
      return OptionalLong.empty();
    }
    timer.cancel();
    return vm.isAlive(found.to) ? OptionalLong.of(left(timer)) : OptionalLong.empty();
  }

  OptionalLong read(long number) {
    Delivery found = pending.get(number);
    Timers.Timer timer = found == null ? null : found.timer;
    return found != null && timer != null && vm.isAlive(found.to)
        ? OptionalLong.of(left(timer))
        : OptionalLong.empty();
  }

  private long left(Timers.Timer timer) {
    return Math.max(0, timer.dueNanos() - vm.scheduler.nanos()) / NANOS_A_MILLI;
  }
}
