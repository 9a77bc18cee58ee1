package understudy.player;

import java.util.List;
import understudy.otp.From;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;

/// Counts the messages that it gets, and tells how many when called.
final class Counter extends GenServer<Long> {
  @Override
  protected Init<Long> init() {
    return Init.ok(0L);
  }

  @Override
  protected Outcome<Long> handleCall(Object request, From from, Long count) {
    return Outcome.reply(count, count);
  }

  @Override
  protected Outcome<Long> handleInfo(Object message, Long count) {
    return Outcome.noReply(count + 1);
  }

  @Override
  public String name() {
    return "counter";
  }

  @Override
  public List<String> understands() {
    return List.of("hello", "{add, 1}");
  }
}
