package understudy.bench.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import understudy.chat.Chat;
import understudy.chat.ChatLimits;
import understudy.chat.ChatSettings;
import understudy.event.EventSink;

/// The chat alone, with limits that a load test does not meet.
public final class ChatHost {
  private static final int ENOUGH = 1_000_000;

  private ChatHost() {}

  /// Serves until its input ends.
  ///
  /// @param args none
  /// @throws IOException if it cannot listen
  public static void main(String[] args) throws IOException {
    var limits = ChatLimits.USUAL.withPace(ENOUGH, ENOUGH);
    try (var chat = Chat.start(ChatSettings.onThisMachine().with(limits), EventSink.NONE)) {
      System.out.println(URI.create(chat.addresses().getFirst()).getPort());
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("crash ")) {
          chat.crash(line.substring("crash ".length())).join();
        } else {
          System.out.println(heap());
        }
      }
    }
  }

  static long heap() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
