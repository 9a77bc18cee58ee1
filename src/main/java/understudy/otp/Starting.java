package understudy.otp;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Ref;
import understudy.event.Pid;
import understudy.runtime.Acknowledgement;
import understudy.runtime.Behaviour;
import understudy.runtime.DownMessage;
import understudy.runtime.Exit;
import understudy.runtime.ExitMessage;
import understudy.runtime.Self;
import understudy.runtime.Spawned;

/// The handshake of a start: spawn, take the name, run init, acknowledge (GS-01).
final class Starting {
  private Starting() {}

  /// Starts `behaviour`, which acknowledges, and waits for its word.
  static StartResult start(
      Self self, Behaviour behaviour, boolean link, Optional<Duration> timeout) {
    Spawned spawned = self.spawnMonitor(behaviour, link, _ -> {});
    var word =
        timeout.isPresent()
            ? self.receive(wordOf(spawned), timeout.get())
            : Optional.of(self.receive(wordOf(spawned)));
    if (word.isEmpty()) {
      self.unlink(spawned.pid());
      self.exit(spawned.pid(), Atom.KILL); // GS-08
      self.receive(wordOf(spawned));
    }
    StartResult result =
        word.map(Starting::result).orElseGet(() -> new StartResult.Failed(new Atom("timeout")));
    if (word.isPresent()
        && word.get() instanceof Acknowledgement
        && !(result instanceof StartResult.Started)) {
      self.receive(deathOf(spawned)); // As OTP 26 does: it is dead before the starter goes on.
    }
    self.demonitor(spawned.reference());
    if (word.isEmpty() || word.get() instanceof DownMessage) {
      forget(self, spawned.pid());
    }
    return result;
  }

  /// Matches the one word that tells how the start of `spawned` went.
  static Predicate<Object> wordOf(Spawned spawned) {
    return message ->
        switch (message) {
          case Acknowledgement ack -> ack.reference() == spawned.reference();
          case DownMessage down -> down.reference() == spawned.reference();
          default -> false;
        };
  }

  static Predicate<Object> deathOf(Spawned spawned) {
    return message ->
        message instanceof DownMessage down && down.reference() == spawned.reference();
  }

  static StartResult result(Object word) {
    return switch (word) {
      case Acknowledgement(_, StartResult result) -> result;
      case DownMessage down -> new StartResult.Failed(down.reason());
      default -> throw new IllegalStateException("not a word about a start: " + word);
    };
  }

  /// Takes the link and an exit message of it away (SUP:unlink_flush).
  ///
  /// @return the reason of that message, if it had come
  static Optional<ExitReason> forget(Self self, Pid pid) {
    self.unlink(pid);
    return self.take(message -> message instanceof ExitMessage exit && exit.from().equals(pid))
        .map(message -> ((ExitMessage) message).reason());
  }

  /// Takes `name` for the process that is starting, before its init (NAM-07, NAM-08); if it is
  /// taken, the start fails and the process ends.
  static void takeName(Self self, Optional<String> name) {
    take(self, name.map(Via::name));
  }

  /// Takes whatever name there is, as [#takeName] does.
  static void take(Self self, Optional<Via> name) {
    Optional<Pid> holder = name.flatMap(via -> via.register(self));
    if (holder.isPresent()) {
      self.acknowledge(
          new StartResult.Failed(
              ExitReason.tuple(new Atom("already_started"), new Ref(holder.get()))));
      throw new Exit(Atom.NORMAL);
    }
  }

  /// Ends a process whose init did not succeed: its name is free when the starter goes on (NAM-10).
  static Exit fail(Self self, ExitReason reason) {
    self.unregister();
    self.acknowledge(new StartResult.Failed(reason));
    return new Exit(reason);
  }
}
