package understudy.otp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.runtime.Behaviour;
import understudy.runtime.Exit;
import understudy.runtime.Self;

/// A process that keeps a state and handles calls, casts and other messages one at a time, strictly
/// in mailbox order (GS-09).
///
/// Extend it, one object a process incarnation; the callbacks run in that process. The state should
/// be an immutable value: each callback works on what the previous one returned (GS-38). The static
/// methods are what clients use, from inside their own process; they block that process only.
///
/// @param <S> the state
public abstract class GenServer<S> {
  /// How long a call waits for its answer unless told otherwise (GS-10).
  public static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);

  /// What `handleInfo` gets when a time-out of [Then.Timeout] is over.
  public static final Object TIMEOUT = new Atom("timeout");

  private @Nullable Self self;

  /// For subclasses.
  protected GenServer() {}

  /// {@return this process's own door; only inside callbacks}
  protected final Self self() {
    if (self == null) {
      throw new IllegalStateException("self() of a GenServer exists only inside its callbacks");
    }
    return self;
  }

  void enter(Self own) {
    self = own;
  }

  /// Makes the first state. The starter waits for it.
  ///
  /// @return the first state, or why there is none
  /// @throws Exception to fail the start (GS-05)
  protected abstract Init<S> init() throws Exception;

  /// Handles a call.
  ///
  /// @param request what was asked
  /// @param from who waits for the answer
  /// @param state the state
  /// @return the answer and the new state
  /// @throws Exception to crash the server; by default for every request (GS-31)
  protected Outcome<S> handleCall(Object request, From from, S state) throws Exception {
    throw new IllegalArgumentException(name() + " does not understand the call " + request);
  }

  /// Handles a cast.
  ///
  /// @param request what was said
  /// @param state the state
  /// @return the new state
  /// @throws Exception to crash the server; by default for every request (GS-31)
  protected Outcome<S> handleCast(Object request, S state) throws Exception {
    throw new IllegalArgumentException(name() + " does not understand the cast " + request);
  }

  /// Handles any other message; by default it is dropped (GS-31).
  ///
  /// @param message the message
  /// @param state the state
  /// @return the new state
  /// @throws Exception to crash the server
  protected Outcome<S> handleInfo(Object message, S state) throws Exception {
    return Outcome.noReply(state);
  }

  /// Goes on after a callback that asked for it, before the next message (GS-33).
  ///
  /// @param with what that callback passed
  /// @param state the state
  /// @return the new state
  /// @throws Exception to crash the server
  protected Outcome<S> handleContinue(Object with, S state) throws Exception {
    return Outcome.noReply(state);
  }

  /// Cleans up; runs after a stop and a crash, and on the parent's exit if the server traps exits,
  /// but not on a fatal signal (GS-20 to GS-25).
  ///
  /// @param reason why the server ends
  /// @param state the last state
  /// @throws Exception to end with another reason (GS-27)
  protected void terminate(ExitReason reason, S state) throws Exception {}

  /// {@return what this server is, as shown}
  public String name() {
    return getClass().getSimpleName();
  }

  /// {@return messages that a person may want to send, as text}
  public List<String> understands() {
    return List.of();
  }

  // ---- starting ----

  /// {@return the process code of a server, for a child specification or a start}
  ///
  /// @param server makes the callbacks, once
  public static Behaviour process(Supplier<? extends GenServer<?>> server) {
    return new GenServerProcess<>(server.get(), Optional.empty());
  }

  /// {@return the process code of a server that takes a name before its init (NAM-08)}
  ///
  /// @param registered the name
  /// @param server makes the callbacks, once
  public static Behaviour process(String registered, Supplier<? extends GenServer<?>> server) {
    return process(Via.name(registered), server);
  }

  /// {@return the process code of a server that takes a name, or a key of a registry, before its
  /// init (NAM-08, NAM-11)}
  ///
  /// @param registered what it takes; if that is taken, init does not run (NAM-07)
  /// @param server makes the callbacks, once
  public static Behaviour process(Via registered, Supplier<? extends GenServer<?>> server) {
    return new GenServerProcess<>(server.get(), Optional.of(registered));
  }

  /// Starts a process that acknowledges its start, without link, and waits for its init. The
  /// starter is no parent: its exit signal is a message like anybody's where exits are trapped
  /// (GS-28).
  ///
  /// @param self the starter
  /// @param process from [#process]
  /// @return how it went
  public static StartResult start(Self self, Behaviour process) {
    Behaviour alone =
        process instanceof GenServerProcess<?> server ? server.withoutParent() : process;
    return Starting.start(self, alone, false, Optional.empty());
  }

  /// Like [#start], with a link: a failing start ends a starter that does not trap exits (GS-03).
  ///
  /// @param self the starter
  /// @param process from [#process]
  /// @return how it went
  public static StartResult startLink(Self self, Behaviour process) {
    return Starting.start(self, process, true, Optional.empty());
  }

  /// Like [#startLink]; an init that takes longer is killed and the start fails with `timeout`
  /// (GS-08).
  ///
  /// @param self the starter
  /// @param process from [#process]
  /// @param timeout how long init may take
  /// @return how it went
  public static StartResult startLink(Self self, Behaviour process, Duration timeout) {
    return Starting.start(self, process, true, Optional.of(timeout));
  }

  // ---- talking ----

  /// Asks and waits for the answer, at most [#CALL_TIMEOUT].
  ///
  /// @param self the caller
  /// @param server who is asked
  /// @param request a value that nobody will change
  /// @return the answer
  /// @throws Exit with `{Reason, {GenServer, call, _}}`: see [#call(Self, Pid, Object, Duration)]
  public static Object call(Self self, Pid server, Object request) {
    return call(self, server, request, CALL_TIMEOUT);
  }

  /// Asks and waits for the answer. A late answer is dropped before it reaches the mailbox (GS-15).
  ///
  /// @param self the caller
  /// @param server who is asked
  /// @param request a value that nobody will change
  /// @param timeout how long
  /// @return the answer
  /// @throws Exit with `{Reason, {GenServer, call, _}}`, Reason being `noproc` (GS-11), the
  ///   server's exit reason (GS-12), `timeout` (GS-14) or `calling_self` (GS-16)
  public static Object call(Self self, Pid server, Object request, Duration timeout) {
    return Calls.call(self, Via.pid(server), request, timeout);
  }

  /// Asks the server that holds `name`, at most [#CALL_TIMEOUT].
  ///
  /// @param self the caller
  /// @param name a registered name
  /// @param request a value that nobody will change
  /// @return the answer
  /// @throws Exit with `{noproc, _}` if nobody holds it (NAM-06), else as for a call to its pid
  public static Object call(Self self, String name, Object request) {
    return call(self, Via.name(name), request, CALL_TIMEOUT);
  }

  /// Asks the server that `server` leads to, at most [#CALL_TIMEOUT].
  ///
  /// @param self the caller
  /// @param server a name, a key of a registry, a partition
  /// @param request a value that nobody will change
  /// @return the answer
  /// @throws Exit as for a call by name
  public static Object call(Self self, Via server, Object request) {
    return call(self, server, request, CALL_TIMEOUT);
  }

  /// Asks the server that `server` leads to.
  ///
  /// @param self the caller
  /// @param server a name, a key of a registry, a partition
  /// @param request a value that nobody will change
  /// @param timeout how long
  /// @return the answer
  /// @throws Exit as for a call by name
  public static Object call(Self self, Via server, Object request, Duration timeout) {
    return Calls.call(self, server, request, timeout);
  }

  /// Asks like [#call], without a thread that waits: this process takes nothing else until the
  /// answer is there and `then` has run with it, and the handler that asks returns at once. For
  /// event-driven processes that ask often: many times as quick as a call that blocks.
  ///
  /// Without an answer in time this process exits as one does in whom a call fails.
  ///
  /// @param self the caller
  /// @param server who is asked
  /// @param request a value that nobody will change
  /// @param timeout how long
  /// @param then takes the answer, in this process
  public static void ask(
      Self self, Pid server, Object request, Duration timeout, Consumer<Object> then) {
    Calls.ask(self, Via.pid(server), request, timeout, then);
  }

  /// Says something and does not wait; a dead server is no error (GS-17).
  ///
  /// @param self the caller
  /// @param server who is told
  /// @param request a value that nobody will change
  public static void cast(Self self, Pid server, Object request) {
    self.send(server, new Request.Cast(request));
  }

  /// Says something to the server that holds `name`; if nobody does, nothing happens (NAM-06).
  ///
  /// @param self the caller
  /// @param name a registered name
  /// @param request a value that nobody will change
  public static void cast(Self self, String name, Object request) {
    cast(self, Via.name(name), request);
  }

  /// Says something to the server that `server` leads to; if to nobody, nothing happens.
  ///
  /// @param self the caller
  /// @param server a name, a key of a registry, a partition
  /// @param request a value that nobody will change
  public static void cast(Self self, Via server, Object request) {
    server.whereis(self).ifPresent(pid -> cast(self, pid, request));
  }

  /// Makes a server crash as if a callback had raised `error`: terminate runs, then the process
  /// ends with `{Error, Stack}` (GS-22). OTP has no such request; it is here for people who want to
  /// see a crash. Other processes than generic servers drop it.
  ///
  /// @param self the caller
  /// @param server who shall crash
  /// @param error what is raised
  public static void raise(Self self, Pid server, ExitReason error) {
    self.send(server, new Request.Raise(error));
  }

  /// Answers a call, from whatever process (GS-18).
  ///
  /// @param self who answers
  /// @param from who waits
  /// @param value the answer
  public static void reply(Self self, From from, Object value) {
    self.sendToAlias(from.caller(), from.reference(), new Reply(from.reference(), value));
  }

  /// Stops a server or a supervisor in order and waits until it is dead (GS-30).
  ///
  /// @param self the caller
  /// @param server who is to stop
  /// @param reason what it shall exit with
  /// @throws Exit with `noproc` if it is dead, or with its actual reason if it ends with another
  public static void stop(Self self, Pid server, ExitReason reason) {
    Calls.stop(self, Via.pid(server), reason);
  }

  /// Stops the server that holds `name`, as [#stop(Self, Pid, ExitReason)] does.
  ///
  /// @param self the caller
  /// @param name a registered name
  /// @param reason what it shall exit with
  /// @throws Exit with `noproc` if nobody holds it
  public static void stop(Self self, String name, ExitReason reason) {
    Calls.stop(self, Via.name(name), reason);
  }
}
