package understudy.player;

import java.util.List;
import understudy.otp.From;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;

/// Answers each call with what was asked, and remembers the last.
final class Echo extends GenServer<String> {
  @Override
  protected Init<String> init() {
    return Init.ok("nothing yet");
  }

  @Override
  protected Outcome<String> handleCall(Object request, From from, String last) {
    return Outcome.reply(request, request.toString());
  }

  @Override
  protected Outcome<String> handleInfo(Object message, String last) {
    return Outcome.noReply(message.toString());
  }

  @Override
  public String name() {
    return "echo";
  }

  @Override
  public List<String> understands() {
    return List.of("hello");
  }
}
