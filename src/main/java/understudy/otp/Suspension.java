package understudy.otp;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.runtime.ExitMessage;
import understudy.runtime.Self;

/// How a server or a supervisor answers system messages. While it is suspended it takes nothing
/// else but a stop and its parent's exit; all other messages wait in its mailbox.
final class Suspension {
  /// Whose attention is held.
  interface Host {
    /// {@return the state that a system message may see; a value}
    Object seen();

    /// Changes the state.
    ///
    /// @param change may throw anything; then nothing is changed
    /// @return the new state
    Object changed(UnaryOperator<Object> change);

    /// {@return whether the exit of `from` ends this process}
    boolean isParent(Self self, Pid from);

    /// Ends this process in order: throws, at once or when its children are stopped.
    void end(Self self, ExitReason reason);

    /// Called after each system message that leaves it running.
    default void attentive(Self self) {}
  }

  private final Host host;
  private boolean on;

  Suspension(Host host) {
    this.host = host;
  }

  /// Answers a system message; if it is suspended then, waits for the next.
  void obey(Self self, Request.SystemMessage request) {
    GenServer.reply(self, request.from(), answer(self, request.command()));
    if (on) {
      self.await(0, word -> concerns(self, word), Optional.empty(), word -> take(self, word));
    } else {
      host.attentive(self);
    }
  }

  private Sys.Answer answer(Self self, Sys.Command command) {
    switch (command) {
      case Sys.Command.Suspend _ -> suspend(self, true);
      case Sys.Command.Resume _ -> suspend(self, false);
      case Sys.Command.GetState _ -> {
        return new Sys.Answer.Ok(host.seen());
      }
      case Sys.Command.ReplaceState(var change) -> {
        try {
          return new Sys.Answer.Ok(host.changed(change));
        } catch (Throwable thrown) {
          return new Sys.Answer.Failed(self.reasonOf(thrown));
        }
      }
    }
    return new Sys.Answer.Ok(new Atom("ok"));
  }

  private void suspend(Self self, boolean wish) {
    if (on != wish) {
      on = wish;
      self.emit(new RuntimeEvent.Suspended(self.pid(), wish));
    }
  }

  private boolean concerns(Self self, Object message) {
    return switch (message) {
      case Request.SystemMessage _, Request.Stop _ -> true;
      case ExitMessage(var from, _) -> host.isParent(self, from);
      default -> false;
    };
  }

  private void take(Self self, @Nullable Object word) {
    switch (word) {
      case Request.SystemMessage request -> obey(self, request);
      case Request.Stop stop -> host.end(self, stop.taken(self));
      case ExitMessage(_, var reason) -> host.end(self, reason);
      case null, default -> throw new IllegalStateException("not for a suspended process: " + word);
    }
  }
}
