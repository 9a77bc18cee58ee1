package understudy.runtime;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;

/// What a process keeps to itself: its mailbox, what it waits for, its links, monitors and aliases,
/// and whether it traps exits.
///
/// Everything here is guarded by the monitor of its [Cell], which calls it; nothing here sends or
/// takes another monitor.
final class Interior {
  private final Pid pid;
  final Mailbox mailbox = new Mailbox();
  final Set<Pid> links = new LinkedHashSet<>();

  /// Unlinked, and the other end has not confirmed: a link of its own that it sent before it heard
  /// of that is void.
  final Set<Pid> unlinking = new HashSet<>();

  final Map<Long, Pid> monitors = new LinkedHashMap<>();
  final Map<Long, Pid> monitoredBy = new LinkedHashMap<>();
  final Set<Long> aliases = new LinkedHashSet<>();
  boolean trapExit;
  @Nullable String name;
  @Nullable Wait wait;
  boolean suspended;

  Interior(Pid pid) {
    this.pid = pid;
  }

  /// Says how an arriving message or signal changes the mailbox's depth.
  interface DepthChange {
    void by(int change);
  }

  /// Takes one signal in.
  ///
  /// @return the reason with which this process dies of it; null if it lives
  @Nullable ExitReason receive(Signal signal, Vm vm, DepthChange depth) {
    switch (signal) {
      case Signal.Message message -> {
        return arrive(message);
      }
      case Signal.Aliased aliased -> {
        if (aliases.remove(aliased.alias)) {
          return arrive(new Signal.Message(aliased.body, aliased.id));
        }
        depth.by(-1);
      }
      case Signal.ExitSignal exit -> {
        return receiveExit(exit, vm, depth);
      }
      case Signal.Link link -> {
        if (!unlinking.contains(link.from)) {
          links.add(link.from);
        }
      }
      case Signal.Unlink unlink -> links.remove(unlink.from);
      case Signal.UnlinkAck ack -> unlinking.remove(ack.from);
      case Signal.Monitor monitor -> monitoredBy.put(monitor.reference, monitor.watcher);
      case Signal.Demonitor demonitor -> monitoredBy.remove(demonitor.reference);
      case Signal.Down down -> {
        if (monitors.remove(down.reference) != null) {
          aliases.remove(down.reference);
          return inform(new DownMessage(down.reference, down.target, down.reason), vm, depth);
        }
      }
      case Signal.WaitOver over -> {
        if (over.wait.state == Wait.State.WAITING) {
          over.wait.state = Wait.State.OVER;
        }
      }
    }
    return null;
  }

  private @Nullable ExitReason receiveExit(Signal.ExitSignal exit, Vm vm, DepthChange depth) {
    if (exit.byLink && !links.remove(exit.from)) {
      return null; // Unlinked meanwhile (LNK-10).
    }
    if (!exit.byLink && exit.reason.equals(Atom.KILL)) {
      return Atom.KILLED;
    }
    if (trapExit) {
      return inform(new ExitMessage(exit.from, exit.reason), vm, depth);
    }
    boolean harmless = exit.reason.equals(Atom.NORMAL) && (exit.byLink || !exit.from.equals(pid));
    return harmless ? null : exit.reason;
  }

  /// Puts a message of the runtime's own into the mailbox.
  ///
  /// @return as for [#receive]
  @Nullable ExitReason inform(Object body, Vm vm, DepthChange depth) {
    depth.by(1);
    return arrive(new Signal.Message(body, vm.nextMessageId()));
  }

  private @Nullable ExitReason arrive(Signal.Message message) {
    Wait waiting = wait;
    if (waiting == null || waiting.state != Wait.State.WAITING || suspended) {
      mailbox.add(message);
      return null;
    }
    try {
      if (waiting.accepts.test(message.body)) {
        waiting.met(message);
      } else {
        mailbox.add(message);
      }
      return null;
    } catch (RuntimeException | StackOverflowError e) {
      return Reasons.of(e); // The pattern is the process's own code.
    }
  }

  /// Begins to wait, unless a message is already there.
  ///
  /// @param mark only what came after it is looked at; 0 for everything
  void await(Wait waiting, long mark) {
    if (wait != null) {
      throw new IllegalStateException(pid + " already waits; a process waits for one thing");
    }
    waiting.mark = mark;
    wait = waiting;
    look();
  }

  /// Looks whether what is waited for has come.
  void look() {
    if (wait != null && waits() && !suspended) {
      Signal.Message found = mailbox.takeSince(wait.mark, wait.accepts);
      if (found != null) {
        wait.met(found);
      }
    }
  }

  /// {@return whether there is a wait and it is not over}
  boolean waits() {
    return wait != null && wait.state == Wait.State.WAITING;
  }

  /// {@return whether there is a wait and it is over}
  boolean isWaitOver() {
    return wait != null && wait.state != Wait.State.WAITING;
  }

  /// {@return whether the behaviour has a message to handle}
  boolean hasNext() {
    return wait == null && !suspended && !mailbox.isEmpty();
  }

  Signal.@Nullable Message take(Predicate<Object> accepts) {
    return mailbox.take(accepts);
  }

  /// Forgets everything: the process is dead.
  void clear() {
    if (wait != null) {
      wait.cancelTimer();
    }
    mailbox.clear();
  }
}
