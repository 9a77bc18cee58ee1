package understudy.chat;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import understudy.event.Pid;

/// The open sockets, which are no processes and outlive them: those that wait for a phone, and
/// whose each of the others is. Safe on any thread.
final class Ports {
  private final Queue<Port> waiting = new ConcurrentLinkedQueue<>();
  private final Map<Pid, Port> owned = new ConcurrentHashMap<>();
  private final Map<String, Pid> named = new ConcurrentHashMap<>();

  void arrived(Port port) {
    waiting.add(port);
  }

  /// {@return the socket that has waited longest; it waits on until it is [#served]}
  Optional<Port> longestWaiting() {
    return Optional.ofNullable(waiting.peek());
  }

  void served(Port port) {
    waiting.remove(port);
  }

  /// Gives a socket to a process, with which it will close.
  void own(Pid owner, Port port) {
    owned.put(owner, port);
    named.put(port.id(), owner);
  }

  /// Takes a socket back from whom it was given to, if anybody.
  void forget(Port port) {
    owner(port.id()).filter(owner -> port.equals(owned.get(owner))).ifPresent(this::orphan);
  }

  Collection<Pid> owners() {
    return owned.keySet();
  }

  /// {@return whose socket is called so in the tree}
  Optional<Pid> owner(String id) {
    return Optional.ofNullable(named.get(id));
  }

  Optional<Port> of(Pid owner) {
    return Optional.ofNullable(owned.get(owner));
  }

  /// {@return the socket of a process that is dead}
  Optional<Port> orphan(Pid owner) {
    var port = Optional.ofNullable(owned.remove(owner));
    port.ifPresent(closed -> named.remove(closed.id(), owner));
    return port;
  }
}
