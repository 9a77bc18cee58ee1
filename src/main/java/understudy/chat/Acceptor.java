package understudy.chat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import understudy.event.Pid;
import understudy.otp.ChildResult;
import understudy.otp.StartResult;
import understudy.otp.Supervisor;
import understudy.runtime.Behaviour;
import understudy.runtime.DownMessage;
import understudy.runtime.Self;

/// Gives each socket that waits a phone of its own, and closes the sockets of dead phones.
///
/// Killed, it begins anew with what [Ports] knows: no socket waits in vain, none outlives its
/// phone.
final class Acceptor {
  static final String NAME = "acceptor";

  /// Sockets wait.
  record Knock() {
    @Override
    public String toString() {
      return "knock";
    }
  }

  private static final BitSet NOBODY = new BitSet();

  private record Seat(String label, int number) {}

  private final Venue venue;
  private final Self self;
  private final Map<String, BitSet> taken = new HashMap<>();
  private final Map<Pid, Seat> seats = new HashMap<>();

  private Acceptor(Venue venue, Self self) {
    this.venue = venue;
    this.self = self;
  }

  static Behaviour process(Venue venue) {
    return Behaviour.of(
        NAME,
        self -> {
          self.register(NAME);
          self.initialized();
          self.acknowledgeStarted(new StartResult.Started(self.pid()));
          new Acceptor(venue, self).run();
        });
  }

  private void run() {
    for (Pid owner : venue.ports().owners()) {
      if (venue.vm().isAlive(owner)) {
        venue.ports().of(owner).ifPresent(port -> watch(owner, port));
      } else {
        bid(owner, Farewell.restarted()); // It went down together with the acceptor before this.
      }
    }
    acceptAll();
    while (true) {
      switch (self.receive()) {
        case DownMessage down -> bury(down);
        default -> acceptAll();
      }
    }
  }

  private void acceptAll() {
    for (var port = venue.ports().longestWaiting();
        port.isPresent();
        port = venue.ports().longestWaiting()) {
      if (port.get().isWaiting()) {
        accept(port.get());
      }
      venue.ports().served(port.get());
    }
  }

  private void accept(Port port) {
    seat(port);
    Pid phones = self.whereis(Tree.PHONES).orElseThrow();
    switch (Supervisor.startChild(self, phones, Tree.phone(venue, port, port.id()))) {
      case ChildResult.Ok(Pid phone) -> watch(phone, port);
      case ChildResult.Failed(var reason) -> {
        venue.ports().forget(port);
        var farewell =
            reason.equals(Tree.FULL)
                ? Farewell.full("no more phones are taken; try again later")
                : Farewell.of(reason); // It crashed before it had begun.
        port.peer().close(farewell.code(), farewell.reason());
      }
      case ChildResult.Ignored _, ChildResult.Undefined _ -> {} // It has hung up already.
    }
  }

  /// A phone that comes back gets the seat that it had: in a picture it does not move. No two are
  /// called the same in the tree, the second Ada and somebody who calls herself "Ada 2" neither.
  private void seat(Port port) {
    BitSet numbers = taken.getOrDefault(port.label(), NOBODY);
    int free = numbers.nextClearBit(0);
    port.seat(free);
    while (venue.ports().owner(port.id()).isPresent()) {
      free = numbers.nextClearBit(free + 1);
      port.seat(free);
    }
  }

  /// From here on its phone may hear something: whatever it dies of, the socket is told.
  private void watch(Pid phone, Port port) {
    taken.computeIfAbsent(port.label(), _ -> new BitSet()).set(port.seat());
    seats.put(phone, new Seat(port.label(), port.seat()));
    self.monitor(phone);
    port.peer().next();
  }

  private void bury(DownMessage down) {
    Seat seat = seats.remove(down.target());
    if (seat != null) {
      BitSet numbers = taken.get(seat.label());
      if (numbers != null) {
        numbers.clear(seat.number());
        if (numbers.isEmpty()) {
          taken.remove(seat.label());
        }
      }
    }
    bid(down.target(), Farewell.of(down.reason()));
  }

  private void bid(Pid dead, Farewell farewell) {
    venue
        .ports()
        .orphan(dead)
        .ifPresent(port -> port.peer().close(farewell.code(), farewell.reason()));
  }
}
