package understudy.runtime;

import java.util.ArrayList;
import java.util.List;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;

/// Signals that follow from a death, kept until the dead process's monitor is free again, so that
/// no two monitors are ever held.
final class Outbox {
  private record Outgoing(Pid to, Signal signal) {}

  private final Vm vm;
  private volatile boolean filled;
  private List<Outgoing> leaving = List.of();

  Outbox(Vm vm) {
    this.vm = vm;
  }

  private synchronized void add(Pid to, Signal signal) {
    if (leaving.isEmpty()) {
      leaving = new ArrayList<>();
    }
    leaving.add(new Outgoing(to, signal));
    filled = true;
  }

  /// Adds what the death of `dead` says to its links and monitors (LNK-04, MON-05).
  void addFarewell(Pid dead, ExitReason reason, Interior interior) {
    interior.links.forEach(other -> add(other, new Signal.ExitSignal(dead, reason, true)));
    interior.monitoredBy.forEach(
        (reference, watcher) -> add(watcher, new Signal.Down(reference, dead, reason)));
    interior.monitors.forEach(
        (reference, target) -> add(target, new Signal.Demonitor(reference))); // MON-10
  }

  /// Adds what a signal that came too late is answered with (LNK-07, MON-03).
  void answerForTheDead(Pid dead, Signal signal) {
    switch (signal) {
      case Signal.Link link -> add(link.from, new Signal.ExitSignal(dead, Atom.NOPROC, true));
      case Signal.Monitor monitor ->
          add(monitor.watcher, new Signal.Down(monitor.reference, dead, Atom.NOPROC));
      case Signal.Unlink unlink -> confirm(dead, unlink);
      case Signal.Message _,
          Signal.Aliased _,
          Signal.ExitSignal _,
          Signal.UnlinkAck _,
          Signal.Demonitor _,
          Signal.Down _,
          Signal.WaitOver _ -> {}
    }
  }

  /// Adds that a link is gone at this end too.
  void confirm(Pid pid, Signal.Unlink unlink) {
    add(unlink.from, new Signal.UnlinkAck(pid));
  }

  /// Sends what is here; whoever comes first does.
  void send() {
    if (!filled) {
      return;
    }
    List<Outgoing> taken;
    synchronized (this) {
      taken = leaving;
      leaving = List.of();
      filled = false;
    }
    taken.forEach(one -> vm.signal(one.to, one.signal));
  }
}
