package understudy.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// Who may come in: how many from where, how long they may take to say what they want, and whether
/// a page of another site sent them.
final class Doorkeeper implements Connection.Listener {
  /// Connections an address may have beside its WebSockets: the files of its pages, six at a time.
  private static final int FILES = 192;

  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+]");

  private final WebLimits limits;
  private final String host;
  private final Scheduler scheduler;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();
  private final Map<Connection, Scheduler.Task> hurried = new ConcurrentHashMap<>();

  /// @param host the name under which this server is known, beside its addresses
  Doorkeeper(WebLimits limits, String host, Scheduler scheduler) {
    this.limits = limits;
    this.host = host;
    this.scheduler = scheduler;
  }

  // ---- connections ----

  @Override
  public void onOpened(Connection connection) {
    open.incrementAndGet();
    address(connection).ifPresent(from -> perAddress.merge(from, 1, Integer::sum));
    if (connection instanceof HttpConnection) {
      if (isCrowded(connection.getEndPoint().getRemoteSocketAddress(), FILES)) {
        connection.getEndPoint().close();
      } else {
        long patience = limits.handshake().toMillis();
        hurried.put(
            connection,
            scheduler.schedule(() -> hurry(connection), patience, TimeUnit.MILLISECONDS));
      }
    }
  }

  @Override
  public void onClosed(Connection connection) {
    open.decrementAndGet();
    // A timer that has become needless would keep a closed connection and its buffers alive.
    Optional.ofNullable(hurried.remove(connection)).ifPresent(Scheduler.Task::cancel);
    address(connection)
        .ifPresent(
            from -> perAddress.computeIfPresent(from, (_, count) -> count == 1 ? null : count - 1));
  }

  /// Ends a connection that is still no WebSocket: whoever sends a request a byte at a time, or
  /// nothing, or does not take its page.
  private static void hurry(Connection connection) {
    EndPoint end = connection.getEndPoint();
    if (end.isOpen() && connection.equals(end.getConnection())) {
      end.close();
    }
  }

  /// {@return whether one more WebSocket from there is too much}
  boolean isCrowded(SocketAddress from, int more) {
    if (open.get() > limits.sockets() + more) {
      return true;
    }
    return from instanceof InetSocketAddress known
        && perAddress.getOrDefault(known.getAddress(), 0) > limits.socketsPerAddress() + more;
  }

  private static Optional<InetAddress> address(Connection connection) {
    return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress known
            && !known.getAddress().isLoopbackAddress()
        ? Optional.of(known.getAddress())
        : Optional.empty();
  }

  // ---- where a page comes from ----

  /// {@return whether a request is meant for this server: a name that somebody made point here, to
  /// reach it through a visitor's browser, is not}
  ///
  /// @param asked the name in the request's own words, without port
  boolean isOurs(@Nullable String asked) {
    return asked != null
        && (LITERAL.matcher(asked).matches()
            || asked.equalsIgnoreCase("localhost")
            || asked.equalsIgnoreCase(host));
  }

  /// {@return whether a WebSocket may be opened from a page of `origin`: from our own, or by a
  /// program that is no browser and so names none}
  ///
  /// @param origin as a browser sends it
  /// @param authority this server's name and port as the request has them
  static boolean isOwnPage(@Nullable String origin, @Nullable String authority) {
    if (origin == null) {
      return true;
    }
    try {
      String from = URI.create(origin).getAuthority();
      return from != null && from.equalsIgnoreCase(authority);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
