package understudy.otp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Text;
import understudy.event.Pid;
import understudy.runtime.Behaviour;
import understudy.runtime.Exit;
import understudy.runtime.ExitMessage;
import understudy.runtime.Raised;
import understudy.runtime.Self;
import understudy.runtime.Thrown;
import understudy.runtime.TimeoutMessage;

/// The loop of a generic server.
final class GenServerProcess<S> implements Behaviour, Suspension.Host {
  private static final long NO_TIMER = 0;

  /// What this loop's own timer carries; nobody else can send it.
  private record OwnTimeout() {
    @Override
    public String toString() {
      return "timeout";
    }
  }

  private interface Callback<S> {
    Outcome<S> run() throws Exception;
  }

  private final GenServer<S> server;
  private final Optional<Via> registered;

  /// Written by the process, read by whoever looks at it.
  private volatile @Nullable S state;

  private long timer = NO_TIMER;
  private Duration idle = Duration.ZERO;
  private final Suspension suspension = new Suspension(this);

  /// Whether the process that spawns this one is its parent, whose exit ends it.
  private boolean hasParent = true;

  GenServerProcess(GenServer<S> server, Optional<Via> registered) {
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
    Starting.take(self, registered);
    server.enter(self);
    Init<S> init;
    try {
      init = server.init();
    } catch (Thrown thrown) {
      throw fail(self, badReturn(thrown.value()));
    } catch (Throwable thrown) {
      throw fail(self, self.reasonOf(thrown));
    }
    switch (init) {
      case Init.Ok<S>(var first, var then) -> {
        state = first;
        self.initialized();
        self.acknowledgeStarted(new StartResult.Started(self.pid()));
        proceed(self, then);
      }
      case Init.Stop<S>(var reason) -> throw fail(self, reason);
      case Init.Ignore<S> _ -> {
        giveUpName(self);
        self.acknowledge(new StartResult.Ignored());
        throw new Exit(Atom.NORMAL);
      }
      case null -> throw fail(self, badReturn(new Atom("null")));
    }
  }

  @Override
  public void handle(Self self, Object message) {
    if (message instanceof Request.SystemMessage request) {
      obey(self, request);
      return;
    }
    if (message instanceof TimeoutMessage(var number, OwnTimeout _) && number != timer) {
      return; // Overtaken by a message, and so it never was (GS-19).
    }
    S now = stateNow();
    if (timer != NO_TIMER) {
      self.cancelTimer(timer);
      timer = NO_TIMER;
    }
    switch (message) {
      case Request.Call(var from, var body) ->
          proceed(self, run(self, from, () -> server.handleCall(body, from, now)));
      case Request.Cast(var body) ->
          proceed(self, run(self, null, () -> server.handleCast(body, now)));
      case Request.Raise(var error) ->
          act(
              self,
              null,
              () -> {
                throw byHand(error);
              });
      case Request.Stop stop -> throw end(self, stop.taken(self), null, null);
      case ExitMessage(var from, var reason) when isParent(self, from) ->
          throw end(self, reason, null, null); // GS-24
      case TimeoutMessage(_, OwnTimeout _) ->
          act(self, null, () -> server.handleInfo(GenServer.TIMEOUT, now));
      default -> proceed(self, run(self, null, () -> server.handleInfo(message, now)));
    }
  }

  /// Where the stack of a crash by hand begins: readers of stacks know it by this name.
  private static Raised byHand(ExitReason error) {
    return new Raised(error);
  }

  private void obey(Self self, Request.SystemMessage request) {
    if (timer != NO_TIMER) {
      self.cancelTimer(timer);
    }
    suspension.obey(self, request);
  }

  @Override
  public Object seen() {
    return stateNow();
  }

  @Override
  @SuppressWarnings("unchecked") // As in OTP, who replaces a state knows what it must be.
  public Object changed(UnaryOperator<Object> change) {
    state = (S) change.apply(stateNow());
    return stateNow();
  }

  @Override
  public boolean isParent(Self self, Pid from) {
    return hasParent && from.equals(self.parent());
  }

  @Override
  public void end(Self self, ExitReason reason) {
    throw end(self, reason, null, null);
  }

  @Override
  public void attentive(Self self) {
    if (timer != NO_TIMER) {
      timer = self.startTimer(idle, self.pid(), new OwnTimeout());
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
      self.isAlive(self.pid()); // A chain without end can still be killed.
      S now = stateNow();
      next = run(self, null, () -> server.handleContinue(with, now));
    }
    if (next instanceof Then.Timeout(Duration time)) {
      idle = time;
      timer = self.startTimer(time, self.pid(), new OwnTimeout());
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

  private Exit fail(Self self, ExitReason reason) {
    giveUpName(self);
    return Starting.fail(self, reason);
  }

  private void giveUpName(Self self) {
    registered.ifPresent(via -> via.unregister(self));
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
