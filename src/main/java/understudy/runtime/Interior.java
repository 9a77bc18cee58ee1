package understudy.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;

/// What a process keeps to itself: its mailbox, what it waits for, its links, monitors and aliases,
/// and whether it traps exits.
///
/// Everything here is guarded by the lock of its [Cell], which calls it; nothing here takes the
/// lock of a process that is alive. What most processes have not got is made when it is first
/// needed: an idle process is small.
final class Interior extends Mailbox {
  private final Pid pid;
  private @Nullable Links links;

  /// Unlinked, and the other end has not confirmed that so many times: a link of its own that it
  /// sent before it heard of the last is void.
  private Map<Pid, Integer> unlinking = Map.of();

  private @Nullable Watches monitors;
  private @Nullable Watches monitoredBy;
  @Nullable String name;
  @Nullable Wait wait;
  boolean trapExit;
  boolean suspended;

  Interior(Pid pid) {
    this.pid = pid;
  }

  // ---- links ----

  /// {@return whether it was no link before}
  boolean link(Pid other) {
    if (links == null) {
      links = new Links();
    }
    return links.add(other);
  }

  boolean isLinked(Pid other) {
    return links != null && links.contains(other);
  }

  /// Takes the link away from this end, by this process's own will.
  ///
  /// @return whether there was one
  boolean unlink(Pid other) {
    if (!dropLink(other)) {
      return false;
    }
    if (unlinking.isEmpty()) {
      unlinking = new HashMap<>();
    }
    unlinking.merge(other, 1, Integer::sum);
    return true;
  }

  boolean isUnlinking() {
    return !unlinking.isEmpty();
  }

  private boolean dropLink(Pid other) {
    return links != null && links.remove(other);
  }

  Stream<Pid> links() {
    return links == null ? Stream.empty() : links.stream();
  }

  // ---- monitors ----

  void monitor(Signal.Monitor monitor) {
    if (monitors == null) {
      monitors = new Watches();
    }
    monitors.add(monitor);
  }

  void monitored(Signal.Monitor monitor) {
    if (monitoredBy == null) {
      monitoredBy = new Watches();
    }
    monitoredBy.add(monitor);
  }

  /// {@return the monitor of this process's own that is no more; null if it was none}
  Signal.@Nullable Monitor demonitor(long reference) {
    return monitors == null ? null : monitors.remove(reference);
  }

  /// Ends the monitor by which who spawned this process watches its start: who has it has no need
  /// to say so.
  void endStartMonitor(long reference) {
    Signal.Monitor monitor = monitoredBy == null ? null : monitoredBy.remove(reference);
    if (monitor != null) {
      monitor.over = true;
    }
  }

  Stream<Signal.Monitor> monitors() {
    return monitors == null ? Stream.empty() : monitors.stream();
  }

  Stream<Signal.Monitor> monitoredBy() {
    return monitoredBy == null ? Stream.empty() : monitoredBy.stream();
  }

  /// Passes on whom the death of this process concerns: links, then who watches, then who is
  /// watched.
  void farewell(
      Consumer<Pid> linked, Consumer<Signal.Monitor> watching, Consumer<Signal.Monitor> watched) {
    if (links != null) {
      links.forEach(linked);
    }
    if (monitoredBy != null) {
      monitoredBy.forEach(watching);
    }
    if (monitors != null) {
      monitors.forEach(watched);
    }
  }

  // ---- what arrives ----

  /// Takes one signal in.
  ///
  /// @return the reason with which this process dies of it; null if it lives
  @Nullable ExitReason receive(Signal signal, Vm vm) {
    switch (signal) {
      case Signal.Message message -> {
        return arrive(message);
      }
      case Segment segment -> {
        return arrive(segment);
      }
      case Signal.Aliased aliased -> {
        if (answers(aliased.alias)) {
          return arrive(Signal.Message.of(aliased.body, aliased.sent));
        }
      }
      case Signal.ExitSignal exit -> {
        return receiveExit(exit, vm);
      }
      case Signal.Link link -> {
        if (!unlinking.containsKey(link.from)) {
          link(link.from);
        }
      }
      case Signal.Unlink unlink -> {
        dropLink(unlink.from);
        // Now and not by way of the outbox: a link that this process makes next must come after it.
        vm.signal(unlink.from, new Signal.UnlinkAck(pid));
      }
      case Signal.UnlinkAck ack -> {
        if (!unlinking.isEmpty()) {
          unlinking.computeIfPresent(ack.from, (_, open) -> open == 1 ? null : open - 1);
        }
      }
      case Signal.Monitor monitor -> monitored(monitor);
      case Signal.Demonitor demonitor -> {
        if (monitoredBy != null) {
          monitoredBy.remove(demonitor.reference);
        }
      }
      case Signal.Down down -> {
        if (demonitor(down.reference) != null) {
          return inform(new DownMessage(down.reference, down.target, down.reason), down.target, vm);
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

  private boolean answers(long alias) {
    Signal.Monitor monitor = monitors == null ? null : monitors.get(alias);
    if (monitor == null || !monitor.alias) {
      return false;
    }
    monitor.alias = false;
    return true;
  }

  /// {@return whether `exit` could end this process, as far as can be seen without the lock}
  boolean mayDieOf(Signal.ExitSignal exit) {
    return !trapExit || exit.reason.equals(Atom.KILL);
  }

  private @Nullable ExitReason receiveExit(Signal.ExitSignal exit, Vm vm) {
    if (exit.byLink && !dropLink(exit.from)) {
      return null; // Unlinked meanwhile (LNK-10).
    }
    if (!exit.byLink && exit.reason.equals(Atom.KILL)) {
      return Atom.KILLED;
    }
    if (trapExit) {
      return inform(new ExitMessage(exit.from, exit.reason), exit.from, vm);
    }
    boolean harmless = exit.reason.equals(Atom.NORMAL) && (exit.byLink || !exit.from.equals(pid));
    return harmless ? null : exit.reason;
  }

  /// Puts a message of the runtime's own into the mailbox.
  ///
  /// @param from of whose signal it tells
  /// @return as for [#receive]
  @Nullable ExitReason inform(Object body, Pid from, Vm vm) {
    long id = vm.nextMessageId();
    return arrive(id == 0 ? new Signal.Message(body) : new Signal.Numbered(body, id, from));
  }

  private @Nullable ExitReason arrive(Segment segment) {
    ExitReason fatal = null;
    while (fatal == null && waits() && !suspended && segment.left() > 0) {
      fatal = arrive(Signal.Message.kept(segment.take()));
    }
    if (fatal == null && segment.left() > 0) {
      add(segment);
    }
    return fatal;
  }

  private @Nullable ExitReason arrive(Signal.Message message) {
    Wait waiting = wait;
    if (waiting == null || waiting.state != Wait.State.WAITING || suspended) {
      add(message);
      return null;
    }
    try {
      if (waiting.accepts.test(message.body)) {
        waiting.met(message);
      } else {
        add(message);
      }
      return null;
    } catch (Throwable e) {
      return Reasons.of(e); // The pattern is the process's own code, whoever runs it.
    }
  }

  // ---- what is waited for ----

  /// Begins to wait, unless a message is already there.
  ///
  /// @param mark only what came after it is looked at; [Mailbox#BEGINNING] for everything
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
      Signal.Message found = takeSince(wait.mark, wait.accepts);
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

  /// {@return the wait that is over, taken away; null if there is none}
  @Nullable Wait takeWaitOver() {
    Wait over = isWaitOver() ? wait : null;
    if (over != null) {
      wait = null;
    }
    return over;
  }

  /// {@return whether the behaviour has a message to handle}
  boolean hasNext() {
    return wait == null && !suspended && hasMessage();
  }

  // ---- the end ----

  /// Forgets everything: the process is dead.
  void clear() {
    if (wait != null) {
      wait.cancelTimer();
    }
    dropAll();
    links = null;
    monitors = null;
    monitoredBy = null;
  }
}
