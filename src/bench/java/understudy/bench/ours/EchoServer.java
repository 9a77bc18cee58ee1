package understudy.bench.ours;

import understudy.otp.From;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;

/// Answers a call with what it was asked, and counts.
final class EchoServer extends GenServer<Long> {
  @Override
  protected Init<Long> init() {
    return Init.ok(0L);
  }

  @Override
  protected Outcome<Long> handleCall(Object request, From from, Long count) {
    return Outcome.reply(request, count + 1);
  }
}
