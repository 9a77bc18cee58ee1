package understudy.chat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import understudy.event.EventSink;
import understudy.event.Pid;
import understudy.runtime.Behaviour;
import understudy.runtime.Vm;
import understudy.web.Handshake;
import understudy.web.Reach;
import understudy.web.Site;
import understudy.web.Site.Asset;
import understudy.web.Visitor;
import understudy.web.WebServer;

/// A running chat: a live system of processes behind a web server.
///
/// Safe on any thread. [#close] says goodbye to everybody and ends both.
public final class Chat implements AutoCloseable {
  private static final long LONGEST_STOP_SECONDS = 10;
  private static final int RUN_BYTES = 6;

  private final ChatSettings settings;
  private final Vm vm;
  private final Venue venue;
  private final WebServer server;
  private final Pid top;
  private final CountDownLatch stopped;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Chat(
      ChatSettings settings, Venue venue, WebServer server, Pid top, CountDownLatch stopped) {
    this.settings = settings;
    this.vm = venue.vm();
    this.venue = venue;
    this.server = server;
    this.top = top;
    this.stopped = stopped;
  }

  /// Starts a chat.
  ///
  /// @param settings how it is set up
  /// @param sink takes the events of its processes, on many threads at once
  /// @return the chat, which listens
  /// @throws IOException if it cannot listen there; the message says why
  public static Chat start(ChatSettings settings, EventSink sink) throws IOException {
    var vm = Vm.live(sink);
    byte[] run = new byte[RUN_BYTES];
    new SecureRandom().nextBytes(run);
    var venue =
        new Venue(
            vm,
            new Ports(),
            new Ledger(settings.limits().rooms().kept()),
            settings.limits(),
            settings.code(),
            settings.wallClock(),
            HexFormat.of().formatHex(run));
    try {
      var server =
          WebServer.start(
              settings.host(),
              settings.port(),
              settings.limits().web(),
              page(settings),
              "/socket/websocket",
              handshake -> visitor(handshake, venue));
      var stopped = new CountDownLatch(1);
      return new Chat(settings, venue, server, vm.spawn(Top.process(venue, stopped)), stopped);
    } catch (IOException e) {
      vm.close();
      throw e;
    }
  }

  private static Optional<Visitor> visitor(Handshake handshake, Venue venue) {
    String version = handshake.parameters().getOrDefault("vsn", "2.0.0");
    String label = handshake.parameters().getOrDefault("name", "").strip();
    return version.startsWith("2.")
        ? Optional.of(
            new Port(venue.vm(), venue.ports(), Rules.isName(label, venue.limits()) ? label : ""))
        : Optional.empty();
  }

  private static Site page(ChatSettings settings) throws IOException {
    var frame = asset("index.html", "text/html;charset=utf-8");
    String code = settings.code().isPresent() ? "needed" : "none";
    return new Site(
        Map.of(
            "/", new Asset(frame.type(), frame.content().replace("@code@", code)),
            "/chat.css", asset("chat.css", "text/css;charset=utf-8"),
            "/channel.js", asset("channel.js", "text/javascript;charset=utf-8"),
            "/room.js", asset("room.js", "text/javascript;charset=utf-8"),
            "/chat.js", asset("chat.js", "text/javascript;charset=utf-8"),
            "/icon.svg", asset("icon.svg", "image/svg+xml")));
  }

  private static Asset asset(String name, String type) throws IOException {
    try (InputStream in = Chat.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the page's file '" + name + "' is missing from the application");
      }
      return new Asset(type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /// {@return where the page is, one address for each way to reach this machine that the chat
  /// listens at; the first is the best for others}
  ///
  /// @throws IOException if this machine's own addresses cannot be found out
  public List<String> addresses() throws IOException {
    InetAddress at = InetAddress.getByName(settings.host());
    if (!at.isAnyLocalAddress()) {
      return List.of(
          url(settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host()));
    }
    return Reach.addresses().stream().map(InetAddress::getHostAddress).map(this::url).toList();
  }

  private String url(String host) {
    return "http://" + host + ":" + server.port() + "/";
  }

  /// {@return what a user must know to join, if anything}
  public Optional<String> code() {
    return settings.code();
  }

  /// {@return where its processes run}
  public Vm vm() {
    return vm;
  }

  /// {@return the processes of the phones that are connected now}
  public List<Pid> phones() {
    return List.copyOf(venue.ports().owners());
  }

  /// {@return whether a phone of that name in the tree is connected}
  boolean isPhone(String id) {
    return venue.ports().owner(id).isPresent();
  }

  /// Crashes a process of the chat, as if by a fault of its own.
  ///
  /// @param what the name of a phone as the tree has it, `room NAME`, or a registered name such as
  ///   `rooms`
  /// @return whether there was one; complete when it has been struck
  public CompletableFuture<Boolean> crash(String what) {
    var struck = new CompletableFuture<Boolean>();
    vm.spawn(
        Behaviour.of(
            "(crash)",
            self -> {
              try {
                struck.complete(Top.crash(self, venue, what));
              } finally {
                struck.complete(false); // What it looked in had crashed itself.
              }
            }));
    return struck;
  }

  /// Stops the tree from its top, says goodbye to every phone (1001) and ends; waits for it, some
  /// seconds at most. A second call does nothing.
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    vm.send(top, new Top.Stop());
    try {
      stopped.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    server.close();
    vm.close();
  }
}
