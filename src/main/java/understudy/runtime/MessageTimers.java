package understudy.runtime;

import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import understudy.event.Pid;

/// Messages that will be sent later (TMR rules). Safe on any thread.
final class MessageTimers {
  private static final long NANOS_A_MILLI = 1_000_000;

  private final Vm vm;
  private final Deliveries pending = new Deliveries();

  MessageTimers(Vm vm) {
    this.vm = vm;
  }

  /// Refuses here and now a message that could not be sent then (MSG-11).
  ///
  /// @param carried makes what is sent of the timer's number
  long start(Cell starter, long delayNanos, Pid to, Object message, LongFunction<Object> carried) {
    Values.require(message);
    long number = vm.nextReference();
    var delivery = new Delivery(this, number, delayNanos, to, carried.apply(number));
    starter.lock();
    try {
      starter.ensureAlive();
      pending.put(delivery);
      vm.scheduler.schedule(delayNanos, delivery);
    } finally {
      starter.unlock();
    }
    return number;
  }

  /// Whoever takes it out decides: this, or who cancels.
  void deliver(Delivery delivery) {
    Object message = delivery.what();
    if (message != null && pending.remove(delivery.number) != null) {
      vm.send(Pid.NONE, delivery.to, message);
    }
  }

  /// The milliseconds left are as of a look at the clock that is a moment old.
  OptionalLong cancel(long number) {
    Delivery found = pending.remove(number);
    if (found == null) {
      return OptionalLong.empty();
    }
    found.silence();
    vm.scheduler.forget(found);
    return left(found, vm.scheduler.roughNanos());
  }

  OptionalLong read(long number) {
    return left(pending.get(number), vm.scheduler.nanos());
  }

  private OptionalLong left(@Nullable Delivery found, long now) {
    if (found == null || !vm.isAlive(found.to)) {
      return OptionalLong.empty();
    }
    long left = Math.clamp(found.due - now, 0, found.delayNanos);
    return OptionalLong.of(left / NANOS_A_MILLI);
  }
}
