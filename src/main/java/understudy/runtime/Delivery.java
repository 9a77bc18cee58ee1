package understudy.runtime;

import understudy.event.Pid;

/// A message on its way through time.
final class Delivery extends Alarm {
  final long number;
  final long delayNanos;
  final Pid to;
  private final MessageTimers timers;

  Delivery(MessageTimers timers, long number, long delayNanos, Pid to, Object message) {
    super(message);
    this.timers = timers;
    this.number = number;
    this.delayNanos = delayNanos;
    this.to = to;
  }

  @Override
  void ring() {
    timers.deliver(this);
  }
}
