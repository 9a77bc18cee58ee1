package understudy.player;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;

/// Knows how many people are in which room.
final class ChatDirectory extends GenServer<SortedMap<String, Integer>> {
  @Override
  protected Init<SortedMap<String, Integer>> init() {
    return Init.ok(new TreeMap<>());
  }

  @Override
  protected Outcome<SortedMap<String, Integer>> handleInfo(
      Object message, SortedMap<String, Integer> rooms) {
    return switch (Chat.written(message)) {
      case Chat.Present(var room, var members) -> {
        var next = new TreeMap<>(rooms);
        next.put(room, members);
        yield Outcome.noReply(next);
      }
      case Chat.Slow(var millis) -> {
        self().sleep(Duration.ofMillis(millis));
        yield Outcome.noReply(rooms);
      }
      default -> Outcome.noReply(rooms);
    };
  }

  @Override
  public String name() {
    return "directory";
  }

  @Override
  public List<String> understands() {
    return List.of("{slow, 5000}");
  }
}
