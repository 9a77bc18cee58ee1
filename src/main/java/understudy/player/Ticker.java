package understudy.player;

import java.time.Duration;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;

/// Sends itself a message again and again, and counts.
final class Ticker extends GenServer<Long> {
  private record Tick() {
    @Override
    public String toString() {
      return "tick";
    }
  }

  private final Duration every;

  Ticker(Duration every) {
    this.every = every;
  }

  @Override
  protected Init<Long> init() {
    later();
    return Init.ok(0L);
  }

  private void later() {
    self().sendAfter(every, self().pid(), new Tick());
  }

  @Override
  protected Outcome<Long> handleInfo(Object message, Long count) {
    if (message instanceof Tick) {
      later();
      return Outcome.noReply(count + 1);
    }
    return Outcome.noReply(count);
  }

  @Override
  public String name() {
    return "ticker";
  }
}
