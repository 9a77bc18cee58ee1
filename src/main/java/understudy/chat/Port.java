package understudy.chat;

import org.jspecify.annotations.Nullable;
import understudy.event.Pid;
import understudy.runtime.Vm;
import understudy.web.Peer;
import understudy.web.Visitor;

/// One WebSocket, as a port of the BEAM: what comes in is a message to the process that owns it.
///
/// States: `WAITING -> OWNED -> CLOSED`, or `WAITING -> CLOSED`. Told by the web server's threads,
/// owned by a phone.
final class Port implements Visitor {
  private final Vm vm;
  private final Ports ports;
  private final String label;
  private volatile @Nullable Peer peer;
  private @Nullable Pid owner;
  private boolean closed;
  private volatile int seat;

  /// @param label what its phone says it is called; may be empty
  Port(Vm vm, Ports ports, String label) {
    this.vm = vm;
    this.ports = ports;
    this.label = label;
  }

  /// {@return what its phone is called, like others perhaps}
  String label() {
    return label.isEmpty() ? "phone" : label;
  }

  // ---- from the web server ----

  @Override
  public void opened(Peer other) {
    peer = other;
    ports.arrived(this);
    vm.whereis(Acceptor.NAME).ifPresent(acceptor -> vm.send(acceptor, new Acceptor.Knock()));
  }

  @Override
  public void text(String message) {
    Pid to = owner();
    if (to != null) {
      vm.send(to, new Phone.Heard(message));
    }
  }

  @Override
  public void closed(int code, String reason) {
    Pid to;
    synchronized (this) {
      closed = true;
      to = owner;
    }
    if (to != null) {
      vm.send(to, new Phone.HungUp(code, reason));
    }
  }

  // ---- from processes ----

  /// Gives this to a process, once.
  ///
  /// @return false if it has an owner already, or is closed
  synchronized boolean take(Pid pid) {
    if (owner != null || closed) {
      return false;
    }
    owner = pid;
    ports.own(pid, this);
    return true;
  }

  private synchronized @Nullable Pid owner() {
    return owner;
  }

  /// Remembers which of the phones of one label this is.
  void seat(int number) {
    seat = number;
  }

  int seat() {
    return seat;
  }

  /// {@return what its phone is called in the tree}
  String id() {
    return seat == 0 ? label() : label() + " " + (seat + 1);
  }

  synchronized boolean isWaiting() {
    return owner == null && !closed;
  }

  Peer peer() {
    Peer open = peer;
    if (open == null) {
      throw new IllegalStateException("this socket is not open yet; wait until it knocks");
    }
    return open;
  }
}
