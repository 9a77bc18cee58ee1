package understudy.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/// One WebSocket of Jetty: tells its visitor, and is the peer that the visitor talks to.
///
/// Public for Jetty alone, which calls listeners by reflection.
public final class JettyPeer implements Peer, Session.Listener {
  private static final int LONGEST_REASON = 120;
  private static final int NO_BINARY = 1003;
  private static final int AGAINST_THE_RULES = 1008;
  private static final int PINGS_SECONDS = 10; // After so many a burst may come again.

  /// How long a peer has to answer a goodbye.
  private static final long FAREWELL_SECONDS = 2;

  private final String address;
  private final Visitor visitor;
  private final Scheduler scheduler;
  private final Pace pings;
  private final AtomicReference<Session> session = new AtomicReference<>();
  private final AtomicBoolean demanded = new AtomicBoolean();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicReference<Scheduler.@Nullable Task> patience = new AtomicReference<>();

  /// @param most pings and pongs at once
  JettyPeer(String address, Visitor visitor, int most, Scheduler scheduler) {
    this.address = address;
    this.visitor = visitor;
    this.scheduler = scheduler;
    this.pings = new Pace(most, Math.max(1, most / PINGS_SECONDS), System.nanoTime());
  }

  // ---- from Jetty ----

  @Override
  public void onWebSocketOpen(Session opened) {
    session.set(opened);
    visitor.opened(this);
  }

  @Override
  public void onWebSocketText(String message) {
    demanded.set(false);
    if (closing.get()) {
      next(); // On the way to the peer's own goodbye.
    } else {
      visitor.text(message);
    }
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    demanded.set(false);
    callback.succeed();
    close(NO_BINARY, "only text messages are understood");
  }

  @Override
  public void onWebSocketPing(ByteBuffer payload) {
    demanded.set(false);
    if (!isFlood()) {
      // Not before the answer is written does the next one come in.
      session.get().sendPong(BufferUtil.copy(payload), Callback.from(this::next, _ -> next()));
    }
  }

  @Override
  public void onWebSocketPong(ByteBuffer payload) {
    demanded.set(false);
    if (!isFlood()) {
      next();
    }
  }

  /// Ends a connection of too many pings and pongs.
  private boolean isFlood() {
    if (pings.take(System.nanoTime()) == 0) {
      return false;
    }
    close(AGAINST_THE_RULES, "too many pings");
    return true;
  }

  @Override
  public void onWebSocketClose(int code, String reason, Callback callback) {
    callback.succeed();
    // A timer that has become needless would keep a closed connection and its buffers alive.
    Optional.ofNullable(patience.getAndSet(null)).ifPresent(Scheduler.Task::cancel);
    if (closed.compareAndSet(false, true)) {
      visitor.closed(code, reason == null ? "" : reason);
    }
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    // Nothing to do yet: Jetty closes the connection with the fitting code and then says so.
  }

  // ---- from the visitor ----

  @Override
  public String address() {
    return address;
  }

  @Override
  public boolean write(String text, Runnable later) {
    var word = new Word(later);
    session.get().sendText(text, word);
    return word.isKnown();
  }

  @Override
  public void next() {
    if (demanded.compareAndSet(false, true)) {
      session.get().demand();
    }
  }

  @Override
  public void close(int code, String reason) {
    if (closing.compareAndSet(false, true)) {
      patience.set(
          scheduler.schedule(session.get()::disconnect, FAREWELL_SECONDS, TimeUnit.SECONDS));
      session.get().close(code, cut(reason), Callback.NOOP);
      next();
    }
  }

  private static String cut(String reason) {
    String text = reason;
    while (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_REASON) {
      text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }
    return text;
  }

  /// What became of one message: it was known before the writer asked, or the writer is told later.
  private static final class Word implements Callback {
    private enum State {
      ON_ITS_WAY,
      KNOWN,
      AWAITED
    }

    private final Runnable later;
    private final AtomicReference<State> state = new AtomicReference<>(State.ON_ITS_WAY);

    Word(Runnable later) {
      this.later = later;
    }

    boolean isKnown() {
      return !state.compareAndSet(State.ON_ITS_WAY, State.AWAITED);
    }

    @Override
    public void succeed() {
      if (!state.compareAndSet(State.ON_ITS_WAY, State.KNOWN)) {
        later.run();
      }
    }

    @Override
    public void fail(Throwable why) {
      succeed(); // The connection is over, and the visitor is told so.
    }
  }
}
