package understudy.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/// A server of pages and of WebSockets, on one port.
///
/// Its threads are few and its own. Safe on any thread.
public final class WebServer implements AutoCloseable {
  private static final Duration GOODBYE = Duration.ofSeconds(3);
  private static final int QUEUE = 4096;
  private static final int THREADS = 16;

  private final Server server;
  private final ServerConnector connector;
  private final AtomicBoolean closed = new AtomicBoolean();

  private WebServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /// Starts a server.
  ///
  /// @param host the name or address to listen at
  /// @param port 0 for any that is free
  /// @param limits how much the outside may ask
  /// @param site its pages
  /// @param path where WebSockets are opened
  /// @param doors makes the visitor of a WebSocket, or refuses it; at once and on any thread
  /// @return the server, which listens
  /// @throws IOException if it cannot listen there; the message says why
  public static WebServer start(
      String host,
      int port,
      WebLimits limits,
      Site site,
      String path,
      Function<Handshake, Optional<Visitor>> doors)
      throws IOException {
    if (new InetSocketAddress(host, port).isUnresolved()) {
      throw new IOException("no address is known for it");
    }
    var pool = new QueuedThreadPool(THREADS);
    pool.setName("understudy-web");
    pool.setDaemon(true);
    var scheduler = new ScheduledExecutorScheduler("understudy-web-timer", true);
    var server = new Server(pool, scheduler, null);
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(QUEUE);
    connector.setAcceptedSendBufferSize(limits.sendBufferBytes());
    connector.setIdleTimeout(limits.handshake().toMillis());
    var doorkeeper = new Doorkeeper(limits, host, scheduler);
    connector.addBean(doorkeeper);
    server.addConnector(connector);
    var sockets =
        WebSocketUpgradeHandler.from(
            server,
            container -> {
              limit(container, limits);
              container.addMapping(
                  path,
                  (request, response, callback) ->
                      welcome(request, response, callback, doorkeeper, limits, scheduler, doors));
            });
    sockets.setHandler(new Pages(site, doorkeeper));
    server.setHandler(new GracefulHandler(sockets));
    server.setStopTimeout(GOODBYE.toMillis());
    try {
      server.start();
    } catch (Exception e) {
      stop(server);
      throw new IOException(e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
    }
    return new WebServer(server, connector);
  }

  private static void limit(ServerWebSocketContainer container, WebLimits limits) {
    container.setInvocationType(InvocationType.NON_BLOCKING);
    container.setIdleTimeout(limits.idle());
    container.setMaxTextMessageSize(limits.messageBytes());
    container.setMaxBinaryMessageSize(limits.messageBytes());
    container.setMaxFrameSize(limits.messageBytes());
    // What goes out may be longer, a history for example: it goes in parts.
    container.setAutoFragment(true);
  }

  private static @Nullable Object welcome(
      ServerUpgradeRequest request,
      ServerUpgradeResponse response,
      Callback callback,
      Doorkeeper doorkeeper,
      WebLimits limits,
      ScheduledExecutorScheduler scheduler,
      Function<Handshake, Optional<Visitor>> doors) {
    var uri = request.getHttpURI();
    var from = request.getConnectionMetaData().getRemoteSocketAddress();
    Optional<String> refusal =
        !doorkeeper.isOurs(uri.getHost())
                || !Doorkeeper.isOwnPage(request.getHeaders().get("Origin"), uri.getAuthority())
            ? Optional.of("a page of another site may not open this WebSocket")
            : Optional.empty();
    if (refusal.isPresent()) {
      Pages.refuse(response, callback, HttpStatus.FORBIDDEN_403, refusal.get());
      return null;
    }
    if (doorkeeper.isCrowded(from, 0)) {
      Pages.refuse(
          response,
          callback,
          HttpStatus.TOO_MANY_REQUESTS_429,
          "too many connections; close some, or try again later");
      return null;
    }
    String address = Request.getRemoteAddr(request);
    var parameters = new HashMap<String, String>();
    Request.extractQueryParameters(request)
        .forEach(field -> parameters.putIfAbsent(field.getName(), field.getValue()));
    var visitor = doors.apply(new Handshake(address, parameters));
    if (visitor.isEmpty()) {
      Pages.refuse(response, callback, HttpStatus.FORBIDDEN_403, "this is not understood here");
      return null;
    }
    return new JettyPeer(address, visitor.get(), limits.pings(), scheduler);
  }

  /// {@return the port it listens at}
  public int port() {
    return connector.getLocalPort();
  }

  /// Stops listening, says goodbye to whoever is there, and waits a few seconds for their answers.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      stop(server);
    }
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException _) {
      // Who did not answer the goodbye in time is cut off by now; all the rest has stopped.
    } catch (Exception e) {
      throw new IllegalStateException("the web server did not stop: " + e.getMessage(), e);
    }
  }
}
