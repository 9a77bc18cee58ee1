package understudy.otp;

import java.util.Optional;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Ref;
import understudy.event.ExitReason.Text;
import understudy.event.Pid;
import understudy.runtime.Raised;
import understudy.runtime.Self;

/// How a server is found: by its pid, its name, a key in a [Registry] or a partition (NAM-11).
///
/// A name outlives the process that holds it: a call by name reaches whoever holds it then.
/// Immutable and bound to no system; its text is what errors show.
public interface Via {
  /// {@return who is meant now, if anybody is}
  ///
  /// @param self who asks
  Optional<Pid> whereis(Self self);

  /// Takes this name for the calling process.
  ///
  /// @param self who wants it
  /// @return nothing if it is taken now, else who holds it
  Optional<Pid> register(Self self);

  /// Gives this name up.
  ///
  /// @param self who held it
  void unregister(Self self);

  /// {@return this name inside an exit reason}
  default ExitReason term() {
    return new Text(toString());
  }

  /// Sends `message` to whoever is meant.
  ///
  /// @param self the sender
  /// @param message a value that nobody will change
  /// @throws Raised with `badarg` if nobody is (MSG-02)
  default void send(Self self, Object message) {
    Pid to =
        whereis(self).orElseThrow(() -> new Raised(ExitReason.tuple(new Atom("badarg"), term())));
    self.send(to, message);
  }

  /// {@return the process itself, which cannot be taken as a name}
  ///
  /// @param pid the process
  static Via pid(Pid pid) {
    return new ByPid(pid);
  }

  /// {@return a name of the system's own table (NAM-01)}
  ///
  /// @param name the name
  static Via name(String name) {
    return new ByName(name);
  }

  /// A process.
  ///
  /// @param pid its identity
  record ByPid(Pid pid) implements Via {
    @Override
    public Optional<Pid> whereis(Self self) {
      return Optional.of(pid);
    }

    @Override
    public Optional<Pid> register(Self self) {
      throw new IllegalArgumentException(
          pid + " is a process and not a name; start the server under a name or without one");
    }

    @Override
    public void unregister(Self self) {}

    @Override
    public ExitReason term() {
      return new Ref(pid);
    }

    @Override
    public String toString() {
      return pid.toString();
    }
  }

  /// A registered name.
  ///
  /// @param name not `undefined` or `nil`
  record ByName(String name) implements Via {
    @Override
    public Optional<Pid> whereis(Self self) {
      return self.whereis(name);
    }

    @Override
    public Optional<Pid> register(Self self) {
      return self.register(name);
    }

    @Override
    public void unregister(Self self) {
      self.unregister();
    }

    @Override
    public ExitReason term() {
      return new Atom(name);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
