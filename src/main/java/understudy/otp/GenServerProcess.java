package understudy.otp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Text;
import understudy.runtime.Behaviour;
import understudy.runtime.Exit;
import understudy.runtime.ExitMessage;
import understudy.runtime.Raised;
import understudy.runtime.Self;
import understudy.runtime.Thrown;
import understudy.runtime.TimeoutMessage;

/// The loop of a generic server.
final class GenServerProcess<S> implements Behaviour {
  private static final long NO_TIMER = 0;

  private interface Callback<S> {
    Outcome<S> run() throws Exception;
  }

  private final GenServer<S> server;
  private final Optional<String> registered;

  /// Written by the process, read by whoever looks at it.
  private volatile @Nullable S state;

  private long timer = NO_TIMER;

  /// Whether the process that spawns this one is its parent, whose exit ends it.
  private boolean hasParent = true;

  GenServerProcess(GenServer<S> server, Optional<String> registered) {
    this.server = server;
    this.registered = registered;
  }

  /// Has whoever spawns this be nothing to it: a start without link (GS-28, GS-39).
  GenServerProcess<S> withoutParent() {
    hasParent = false;
    return this;
  }

  @Override
  public void start(Self self) {
    Starting.takeName(self, registered);
    server.enter(self);
    Init<S> init;
    try {
      init = server.init();
    } catch (Thrown thrown) {
      throw Starting.fail(self, badReturn(thrown.value()));
    } catch (Throwable thrown) {
      throw Starting.fail(self, self.reasonOf(thrown));
    }
    switch (init) {
      case Init.Ok<S>(var first, var then) -> {
        state = first;
        self.initialized();
        self.acknowledge(new StartResult.Started(self.pid()));
        proceed(self, then);
      }
      case Init.Stop<S>(var reason) -> throw Starting.fail(self, reason);
      case Init.Ignore<S> _ -> {
        self.unregister();
        self.acknowledge(new StartResult.Ignored());
        throw new Exit(Atom.NORMAL);
      }
      case null -> throw Starting.fail(self, badReturn(new Atom("null")));
    }
  }

  @Override
  public void handle(Self self, Object message) {
    S now = stateNow();
    boolean timedOut = message instanceof TimeoutMessage timeout && timeout.timer() == timer;
    if (timer != NO_TIMER) {
      self.cancelTimer(timer);
      timer = NO_TIMER;
    }
    switch (message) {
      case Request.Call(var from, var body) ->
          act(self, from, () -> server.handleCall(body, from, now));
      case Request.Cast(var body) -> act(self, null, () -> server.handleCast(body, now));
      case Request.Raise(var error) ->
          act(
              self,
              null,
              () -> {
                throw new Raised(error);
              });
      case Request.Stop(var reason) -> throw end(self, reason, null, null);
      case ExitMessage(var from, var reason) when hasParent && from.equals(self.parent()) ->
          throw end(self, reason, null, null); // GS-24
      case TimeoutMessage(_, var body) when body.equals(GenServer.TIMEOUT) -> {
        if (timedOut) {
          act(self, null, () -> server.handleInfo(GenServer.TIMEOUT, now));
        }
      }
      default -> act(self, null, () -> server.handleInfo(message, now));
    }
  }

  /// Runs a callback and the continues that follow it, however many.
  private void act(Self self, @Nullable From from, Callback<S> callback) {
    proceed(self, run(self, from, callback));
  }

  private Then run(Self self, @Nullable From from, Callback<S> callback) {
    Outcome<S> outcome;
    try {
      outcome = callback.run();
    } catch (Thrown thrown) {
      throw end(self, badReturn(thrown.value()), null, null); // GS-29
    } catch (Throwable thrown) {
      throw end(self, self.reasonOf(thrown), null, null); // GS-22, GS-23
    }
    return switch (outcome) {
      case Outcome.Reply<S>(var value, var next, var then) -> {
        state = next;
        if (from == null) {
          throw end(
              self,
              badReturn(new Text("a reply to a message that is no call: " + value)),
              null,
              null);
        }
        GenServer.reply(self, from, value);
        yield then;
      }
      case Outcome.NoReply<S>(var next, var then) -> {
        state = next;
        yield then;
      }
      case Outcome.Stop<S>(var reason, var last, var reply) -> {
        state = last;
        throw end(self, reason, from, reply);
      }
      case null -> throw end(self, badReturn(new Atom("null")), null, null);
    };
  }

  private void proceed(Self self, Then then) {
    Then next = then;
    while (next instanceof Then.Continue(var with)) {
      S now = stateNow();
      next = run(self, null, () -> server.handleContinue(with, now));
    }
    if (next instanceof Then.Timeout(Duration time)) {
      timer = self.startTimer(time, self.pid(), GenServer.TIMEOUT);
    }
  }

  /// Runs terminate and sends the last answer; what it returns is to be thrown.
  private Exit end(Self self, ExitReason reason, @Nullable From from, @Nullable Object reply) {
    self.terminating(reason);
    ExitReason last = reason;
    try {
      server.terminate(reason, stateNow());
    } catch (Thrown _) {
      last = reason; // A thrown value counts as terminate's return value, which nobody reads.
    } catch (Throwable thrown) {
      last = self.reasonOf(thrown); // GS-27
    }
    if (from != null && reply != null) {
      GenServer.reply(self, from, reply);
    }
    return new Exit(last);
  }

  @SuppressWarnings("NullAway") // Set by init before any callback; S itself may be a nullable type.
  private S stateNow() {
    return state;
  }

  private static ExitReason badReturn(ExitReason value) {
    return ExitReason.tuple(new Atom("bad_return_value"), value);
  }

  @Override
  public String name() {
    return server.name();
  }

  @Override
  public String state() {
    Object now = state;
    return now == null ? "" : now.toString();
  }

  @Override
  public List<String> understands() {
    return server.understands();
  }
}
