package understudy.runtime;

import java.util.ArrayList;
import java.util.List;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;

/// Signals that follow from a death, kept until the dead process's lock is free again, so that the
/// locks of two live processes are never held.
final class Outbox {
  private record Outgoing(Pid to, Signal signal) {}

  private static final int FEW = 2;

  private final Vm vm;
  private List<Outgoing> leaving = new ArrayList<>(FEW);
  private boolean sending;

  Outbox(Vm vm) {
    this.vm = vm;
  }

  private synchronized void add(Pid to, Signal signal) {
    leaving.add(new Outgoing(to, signal));
  }

  /// Adds what the death of `dead` says to its links and monitors (LNK-04, MON-05).
  void addFarewell(Pid dead, ExitReason reason, Interior interior) {
    interior.farewell(
        other -> add(other, new Signal.ExitSignal(dead, reason, true)),
        watching -> add(watching.watcher, new Signal.Down(watching.reference, dead, reason)),
        watched -> add(watched.target, new Signal.Demonitor(watched.reference))); // MON-10
  }

  /// Adds what a signal that came too late is answered with (LNK-07, MON-03).
  void answerForTheDead(Pid dead, Signal signal) {
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
    synchronized (this) {
      if (sending) {
        return;
      }
      sending = true;
    }
    for (List<Outgoing> taken = take(); !taken.isEmpty(); taken = take()) {
      taken.forEach(one -> vm.signal(one.to, one.signal));
    }
  }

  private synchronized List<Outgoing> take() {
    List<Outgoing> taken = leaving;
    if (taken.isEmpty()) {
      sending = false;
      return taken;
    }
    leaving = new ArrayList<>(FEW);
    return taken;
  }
}
