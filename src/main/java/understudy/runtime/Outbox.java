package understudy.runtime;

import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;

/// Signals that follow from a death, kept until the dead process's lock is free again, so that the
/// locks of two live processes are never held.
final class Outbox {
  private static final class Letter {
    final Pid to;
    final Signal signal;
    @Nullable Letter next;

    Letter(Pid to, Signal signal) {
      this.to = to;
      this.signal = signal;
    }
  }

  private final Vm vm;
  private @Nullable Letter oldest;
  private @Nullable Letter newest;
  private boolean sending;

  Outbox(Vm vm) {
    this.vm = vm;
  }

  private void add(Pid to, Signal signal) {
    var letter = new Letter(to, signal);
    if (newest == null) {
      oldest = letter;
    } else {
      newest.next = letter;
    }
    newest = letter;
  }

  /// Adds what the death of `dead` says to its links and monitors (LNK-04, MON-05). Before anybody
  /// else knows this outbox.
  void addFarewell(Pid dead, ExitReason reason, Interior interior) {
    interior.farewell(
        other -> add(other, new Signal.ExitSignal(dead, reason, true)),
        watching -> add(watching.watcher, new Signal.Down(watching.reference, dead, reason)),
        watched -> add(watched.target, new Signal.Demonitor(watched.reference))); // MON-10
  }

  /// Adds what a signal that came too late is answered with (LNK-07, MON-03).
  synchronized void answerForTheDead(Pid dead, Signal signal) {
    switch (signal) {
      case Signal.Link link -> add(link.from, new Signal.ExitSignal(dead, Atom.NOPROC, true));
      case Signal.Monitor monitor ->
          add(monitor.watcher, new Signal.Down(monitor.reference, dead, Atom.NOPROC));
      case Signal.Unlink unlink -> add(unlink.from, new Signal.UnlinkAck(dead));
      case Signal.Message _,
          Segment _,
          Signal.Aliased _,
          Signal.ExitSignal _,
          Signal.UnlinkAck _,
          Signal.Demonitor _,
          Signal.Down _,
          Signal.WaitOver _ -> {}
    }
  }

  /// Sends what is here. Whoever comes first does, and goes on with what others add meanwhile, so
  /// that all of it leaves in the order in which it came (MSG-03).
  void send() {
    for (Letter letter = begin(); letter != null; letter = goOn()) {
      for (Letter one = letter; one != null; one = one.next) {
        vm.signal(one.to, one.signal);
      }
    }
  }

  private synchronized @Nullable Letter begin() {
    if (sending) {
      return null;
    }
    sending = oldest != null;
    return take();
  }

  private synchronized @Nullable Letter goOn() {
    sending = oldest != null;
    return take();
  }

  private @Nullable Letter take() {
    Letter taken = oldest;
    oldest = null;
    newest = null;
    return taken;
  }
}
