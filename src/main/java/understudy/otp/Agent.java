package understudy.otp;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.runtime.Behaviour;
import understudy.runtime.Exit;
import understudy.runtime.Self;

/// A state that a process keeps for others, and how that process is found.
///
/// ```java
/// Agent<Integer> hits = Agent.startLink(self, () -> 0);
/// hits.update(self, count -> count + 1);
/// int count = hits.get(self);
/// ```
///
/// The functions run in the agent, one at a time, those of one process in the order it gave them
/// (AGT-02). If one throws, the agent dies and the caller exits like after a failed call (AGT-03).
///
/// @param server how the agent is found
/// @param <S> the state, an immutable value
public record Agent<S>(Via server) {
  /// What [#getAndUpdate] makes of a state.
  ///
  /// @param answer what the caller gets
  /// @param state the new state
  public record Change<R, S>(R answer, S state) {}

  // ---- starting ----

  /// {@return the process code of an agent, for a child specification or a start that tells of its
  /// failure (AGT-01)}
  ///
  /// @param <S> the state
  /// @param first makes the first state, inside the agent
  public static <S> Behaviour process(Supplier<? extends S> first) {
    return GenServer.process(() -> new AgentServer<S>(first));
  }

  /// {@return the same, under a name}
  ///
  /// @param <S> the state
  /// @param registered the name
  /// @param first makes the first state, inside the agent
  public static <S> Behaviour process(String registered, Supplier<? extends S> first) {
    return GenServer.process(registered, () -> new AgentServer<S>(first));
  }

  /// Starts an agent with a link and waits for its first state.
  ///
  /// @param <S> the state
  /// @param self the starter
  /// @param first makes the first state, inside the agent
  /// @return the agent
  /// @throws Exit with `{badmatch, {error, Reason}}` if it did not start
  public static <S> Agent<S> startLink(Self self, Supplier<? extends S> first) {
    return at(GenServer.startLink(self, process(first)).pid());
  }

  /// Starts an agent without link and waits for its first state.
  ///
  /// @param <S> the state
  /// @param self the starter
  /// @param first makes the first state, inside the agent
  /// @return the agent
  /// @throws Exit with `{badmatch, {error, Reason}}` if it did not start
  public static <S> Agent<S> start(Self self, Supplier<? extends S> first) {
    return at(GenServer.start(self, process(first)).pid());
  }

  /// {@return the agent `pid`}
  ///
  /// @param <S> its state
  /// @param pid a process of [#process]
  public static <S> Agent<S> at(Pid pid) {
    return new Agent<>(Via.pid(pid));
  }

  /// {@return the agent that holds `name`, running or not}
  ///
  /// @param <S> its state
  /// @param name a registered name
  public static <S> Agent<S> named(String name) {
    return new Agent<>(Via.name(name));
  }

  // ---- talking ----

  /// {@return the state, waited for at most [GenServer#CALL_TIMEOUT]}
  ///
  /// @param self the caller
  /// @throws Exit like a failed call
  public S get(Self self) {
    return get(self, UnaryOperator.identity());
  }

  /// Reads of the state, waiting at most [GenServer#CALL_TIMEOUT] (AGT-05).
  ///
  /// @param <R> what is wanted of it
  /// @param self the caller
  /// @param view runs in the agent
  /// @return what `view` made of the state
  /// @throws Exit like a failed call
  public <R> R get(Self self, Function<? super S, ? extends R> view) {
    return get(self, view, GenServer.CALL_TIMEOUT);
  }

  /// Reads the state.
  ///
  /// @param <R> what is wanted of it
  /// @param self the caller
  /// @param view runs in the agent, to its end even if the caller no longer waits (AGT-05)
  /// @param timeout how long to wait
  /// @return what `view` made of the state
  /// @throws Exit like a failed call
  @SuppressWarnings("unchecked") // The answer is what view returned.
  public <R> R get(Self self, Function<? super S, ? extends R> view, Duration timeout) {
    return (R) Calls.call(self, server, new AgentServer.Get<S>(view), timeout);
  }

  /// Changes the state, waiting at most [GenServer#CALL_TIMEOUT].
  ///
  /// @param self the caller
  /// @param change runs in the agent
  /// @throws Exit like a failed call
  public void update(Self self, UnaryOperator<S> change) {
    update(self, change, GenServer.CALL_TIMEOUT);
  }

  /// Changes the state.
  ///
  /// @param self the caller
  /// @param change runs in the agent, to its end even if the caller no longer waits (AGT-05)
  /// @param timeout how long to wait
  /// @throws Exit like a failed call
  public void update(Self self, UnaryOperator<S> change, Duration timeout) {
    Calls.call(self, server, new AgentServer.Update<>(change), timeout);
  }

  /// Reads and changes the state at once, waiting at most [GenServer#CALL_TIMEOUT].
  ///
  /// @param <R> what is wanted of it
  /// @param self the caller
  /// @param change runs in the agent; null stops the agent with `{bad_return_value, _}` (AGT-04)
  /// @return the answer of the change
  /// @throws Exit like a failed call
  @SuppressWarnings("unchecked") // The answer is of the change that was sent.
  public <R> R getAndUpdate(Self self, Function<? super S, Change<R, S>> change) {
    return (R)
        Calls.call(self, server, new AgentServer.GetAndUpdate<S>(change), GenServer.CALL_TIMEOUT);
  }

  /// Changes the state some time later; a dead agent is no error (AGT-06).
  ///
  /// @param self the caller
  /// @param change runs in the agent
  public void cast(Self self, UnaryOperator<S> change) {
    GenServer.cast(self, server, new AgentServer.Update<>(change));
  }

  /// Stops the agent with `normal` and waits until it is dead (AGT-07).
  ///
  /// @param self the caller
  /// @throws Exit with `noproc` if it is dead
  public void stop(Self self) {
    stop(self, Atom.NORMAL);
  }

  /// Stops the agent and waits until it is dead.
  ///
  /// @param self the caller
  /// @param reason what it shall exit with
  /// @throws Exit with `noproc` if it is dead
  public void stop(Self self, ExitReason reason) {
    Calls.stop(self, server, reason);
  }
}
