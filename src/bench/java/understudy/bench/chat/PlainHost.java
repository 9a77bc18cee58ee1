package understudy.bench.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import understudy.web.Peer;
import understudy.web.Site;
import understudy.web.Visitor;
import understudy.web.WebLimits;
import understudy.web.WebServer;

/// The same web server without a process: says back what it hears, or tells it to all in a loop.
/// Asked to crash somebody, it closes that WebSocket.
public final class PlainHost {
  private static final String CRASH = "crash ";
  private static final int CRASHED = 1011;

  private PlainHost() {}

  private record Plain(String name, Map<String, Peer> all, AtomicReference<Peer> own)
      implements Visitor {
    @Override
    public void opened(Peer peer) {
      own.set(peer);
      all.put(name, peer);
      peer.next();
    }

    @Override
    public void text(String message) {
      if (message.startsWith("all")) {
        all.values().forEach(each -> each.write(message, () -> {}));
      } else {
        own.get().write(message, () -> {});
      }
      own.get().next();
    }

    @Override
    public void closed(int code, String reason) {
      all.remove(name, own.get());
    }
  }

  /// Serves until its input ends.
  ///
  /// @param args none
  /// @throws IOException if it cannot listen
  public static void main(String[] args) throws IOException {
    Map<String, Peer> all = new ConcurrentHashMap<>();
    try (var server =
        WebServer.start(
            "127.0.0.1",
            0,
            WebLimits.USUAL,
            new Site(Map.of()),
            "/socket/websocket",
            handshake ->
                Optional.of(
                    new Plain(
                        handshake.parameters().getOrDefault("name", ""),
                        all,
                        new AtomicReference<>())))) {
      System.out.println(server.port());
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith(CRASH)) {
          Peer victim = all.get(line.substring(CRASH.length()));
          if (victim != null) {
            victim.close(CRASHED, "closed, as a crash would");
          }
        } else {
          System.out.println(ChatHost.heap());
        }
      }
    }
  }
}
