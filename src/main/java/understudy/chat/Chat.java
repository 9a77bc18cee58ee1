package understudy.chat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import understudy.event.EventSink;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.otp.Supervisor;
import understudy.runtime.Behaviour;
import understudy.runtime.ExitMessage;
import understudy.runtime.Self;
import understudy.runtime.Vm;
import understudy.web.Handshake;
import understudy.web.Site;
import understudy.web.Site.Asset;
import understudy.web.Visitor;
import understudy.web.WebServer;

/// A running chat: a live system of processes behind a web server.
///
/// Safe on any thread. [#close] says goodbye to everybody and ends both.
public final class Chat implements AutoCloseable {
  private static final Duration BREATH = Duration.ofSeconds(1);
  private static final long LONGEST_STOP_SECONDS = 10;
  private static final int RUN_BYTES = 6;

  private record Stop() {}

  private final ChatSettings settings;
  private final Vm vm;
  private final WebServer server;
  private final Pid application;
  private final CountDownLatch stopped;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Chat(
      ChatSettings settings, Vm vm, WebServer server, Pid application, CountDownLatch stopped) {
    this.settings = settings;
    this.vm = vm;
    this.server = server;
    this.application = application;
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
    var ports = new Ports();
    byte[] run = new byte[RUN_BYTES];
    new SecureRandom().nextBytes(run);
    var venue =
        new Venue(
            vm,
            ports,
            new Ledger(settings.limits().kept()),
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
      var application =
          vm.spawn(Behaviour.of("(application)", self -> serve(self, venue, stopped)));
      return new Chat(settings, vm, server, application, stopped);
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
            new Port(
                venue.vm(), venue.ports(), Rules.isName(label, venue.limits()) ? label : ""))
        : Optional.empty();
  }

  /// Keeps the tree running: should its top give up, it begins anew after a breath, as a machine
  /// that is set up well starts a program again.
  private static void serve(Self self, Venue venue, CountDownLatch stopped) {
    self.trapExit(true);
    while (true) {
      Pid top = Supervisor.startLink(self, Tree.chat(venue)).pid();
      Object word =
          self.receive(message ->
              message instanceof Stop
                  || (message instanceof ExitMessage exit && exit.from().equals(top)));
      if (word instanceof Stop) {
        Supervisor.stop(self, top, Atom.SHUTDOWN);
        stopped.countDown();
        return;
      }
      self.sleep(BREATH);
    }
  }

  private static Site page(ChatSettings settings) throws IOException {
    var frame = asset("index.html", "text/html;charset=utf-8");
    String code = settings.code().isPresent() ? "needed" : "none";
    return new Site(
        Map.of(
            "/", new Asset(frame.type(), frame.content().replace("@code@", code)),
            "/chat.css", asset("chat.css", "text/css;charset=utf-8"),
            "/channel.js", asset("channel.js", "text/javascript;charset=utf-8"),
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
      return List.of(url(settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host()));
    }
    return java.util.stream.Stream.concat(
            NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress),
            java.util.stream.Stream.of(ChatSettings.LOOPBACK))
        .map(this::url)
        .toList();
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

  /// Stops the tree from its top, says goodbye to every phone (1001) and ends; waits for it, some
  /// seconds at most. A second call does nothing.
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    vm.send(application, new Stop());
    try {
      stopped.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    server.close();
    vm.close();
  }
}
