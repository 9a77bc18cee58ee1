package understudy.otp;

import java.time.Duration;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.runtime.Exit;
import understudy.runtime.Self;

/// How a [Server] is found, and what may be said to it.
///
/// The compiler knows which messages the server understands and what each call answers: a message
/// of another server, a cast of a call and a wrong type for the answer do not compile.
///
/// @param server how it is found
/// @param <M> the messages it understands
public record ServerRef<M>(Via server) {
  /// {@return the server `pid`}
  ///
  /// @param <M> the messages it understands
  /// @param pid its process
  public static <M> ServerRef<M> at(Pid pid) {
    return new ServerRef<>(Via.pid(pid));
  }

  /// {@return the server that holds `name`, running or not}
  ///
  /// @param <M> the messages it understands
  /// @param name a registered name
  public static <M> ServerRef<M> named(String name) {
    return new ServerRef<>(Via.name(name));
  }

  /// Asks and waits for the answer, at most [GenServer#CALL_TIMEOUT].
  ///
  /// @param <R> the answer's type, which the message tells
  /// @param self the caller
  /// @param message what is asked
  /// @return the answer
  /// @throws Exit as for [GenServer#call(Self, Pid, Object, Duration)]
  public <R> R call(Self self, Call<M, R> message) {
    return call(self, message, GenServer.CALL_TIMEOUT);
  }

  /// Asks and waits for the answer.
  ///
  /// @param <R> the answer's type, which the message tells
  /// @param self the caller
  /// @param message what is asked
  /// @param timeout how long
  /// @return the answer
  /// @throws Exit as for [GenServer#call(Self, Pid, Object, Duration)]
  @SuppressWarnings("unchecked") // Server answers a Call<M, R> with an R only.
  public <R> R call(Self self, Call<M, R> message, Duration timeout) {
    return (R) Calls.call(self, server, message, timeout);
  }

  /// Says something and does not wait; a dead server is no error (GS-17).
  ///
  /// @param self the caller
  /// @param message what is said
  public void cast(Self self, Cast<M> message) {
    GenServer.cast(self, server, message);
  }

  /// Stops the server with `normal` and waits until it is dead (GS-30).
  ///
  /// @param self the caller
  /// @throws Exit with `noproc` if it is dead
  public void stop(Self self) {
    Calls.stop(self, server, ExitReason.Atom.NORMAL);
  }
}
