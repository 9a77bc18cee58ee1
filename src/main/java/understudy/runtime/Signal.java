package understudy.runtime;

import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent.Sent;

/// Whatever can reach a process. All kinds share one channel, so that their order between two
/// processes is the order sent (MSG-03). A signal is a link in its receiver's mailbox and is sent
/// once.
abstract sealed class Signal
    permits Segment,
        Signal.Message,
        Signal.Aliased,
        Signal.ExitSignal,
        Signal.Link,
        Signal.Unlink,
        Signal.UnlinkAck,
        Signal.Monitor,
        Signal.Demonitor,
        Signal.Down,
        Signal.WaitOver {
  @Nullable Signal next;

  /// In the inbox: how many messages there are up to this one (of a [Segment]: before it), as its
  /// complement if there is a signal among them that is no message. In the mailbox: its order (of a
  /// [Segment]: that of its first).
  int place;

  /// A message.
  static sealed class Message extends Signal permits Watched, Numbered {
    final Object body;

    Message(Object body) {
      this.body = body;
    }

    /// {@return its number; 0 if nobody watched when it was sent}
    long id() {
      return 0;
    }

    /// {@return its text, as it was when it was sent if somebody watched}
    String label() {
      return Labels.of(body);
    }

    /// {@return whose order it keeps; nobody if nobody watched}
    Pid from() {
      return Pid.NONE;
    }

    static Message of(Object body, @Nullable Sent sent) {
      return sent == null ? new Message(body) : new Watched(body, sent);
    }

    /// {@return the message that was kept in a [Segment]}
    static Message kept(Object what) {
      return what instanceof Watched watched ? watched : new Message(what);
    }
  }

  /// A message whose sending was told. The event has the text of it, which is told once more when
  /// it is received; to make it anew would cost more than to send it.
  static final class Watched extends Message {
    private final Sent sent;

    Watched(Object body, Sent sent) {
      super(body);
      this.sent = sent;
    }

    @Override
    long id() {
      return sent.messageId();
    }

    @Override
    String label() {
      return sent.label();
    }

    @Override
    Pid from() {
      return sent.subject();
    }
  }

  /// A message of the runtime's own while somebody watches: nobody has sent it.
  static final class Numbered extends Message {
    private final long id;
    private final Pid from;

    Numbered(Object body, long id, Pid from) {
      super(body);
      this.id = id;
      this.from = from;
    }

    @Override
    long id() {
      return id;
    }

    @Override
    Pid from() {
      return from;
    }
  }

  /// A message to an alias: dropped unless the alias is still active (MON-14).
  static final class Aliased extends Signal {
    final long alias;
    final Object body;
    final @Nullable Sent sent;

    Aliased(long alias, Object body, @Nullable Sent sent) {
      this.alias = alias;
      this.body = body;
      this.sent = sent;
    }

    /// {@return ties it to the event of its sending; 0 if nobody watched}
    long id() {
      return sent == null ? 0 : sent.messageId();
    }

    /// {@return whose order it keeps; nobody if nobody watched}
    Pid from() {
      return sent == null ? Pid.NONE : sent.subject();
    }
  }

  /// `exit/2`, or the death of a linked process.
  static final class ExitSignal extends Signal {
    final Pid from;
    final ExitReason reason;
    final boolean byLink;

    ExitSignal(Pid from, ExitReason reason, boolean byLink) {
      this.from = from;
      this.reason = reason;
      this.byLink = byLink;
    }
  }

  /// The other end of a link was made.
  static final class Link extends Signal {
    final Pid from;

    Link(Pid from) {
      this.from = from;
    }
  }

  /// The other end of a link was taken away.
  static final class Unlink extends Signal {
    final Pid from;

    Unlink(Pid from) {
      this.from = from;
    }
  }

  /// The other end has taken its side of an unlinked link away as well.
  static final class UnlinkAck extends Signal {
    final Pid from;

    UnlinkAck(Pid from) {
      this.from = from;
    }
  }

  /// Somebody watches. Both ends keep this very object for as long as the monitor lasts.
  static final class Monitor extends Signal {
    final Pid watcher;
    final Pid target;
    final long reference;

    /// Whether what is sent to the reference is still taken (MON-14). The watcher's own.
    boolean alias = true;

    /// Whether the target has ended it of its own. Written before the target tells the watcher.
    boolean over;

    Monitor(Pid watcher, Pid target, long reference) {
      this.watcher = watcher;
      this.target = target;
      this.reference = reference;
    }
  }

  /// Somebody watches no more.
  static final class Demonitor extends Signal {
    final long reference;

    Demonitor(long reference) {
      this.reference = reference;
    }
  }

  /// A watched process is dead.
  static final class Down extends Signal {
    final long reference;
    final Pid target;
    final ExitReason reason;

    Down(long reference, Pid target, ExitReason reason) {
      this.reference = reference;
      this.target = target;
      this.reason = reason;
    }
  }

  /// The time of a wait is over.
  static final class WaitOver extends Signal {
    final Wait wait;

    WaitOver(Wait wait) {
      this.wait = wait;
    }
  }
}
