package understudy.event;

/// One thing that happened inside a running system.
///
/// Immutable; says what, never why or who cares. Holds no living object. The order of events of one
/// subject is the order in which they happened to it.
public sealed interface RuntimeEvent {
  /// {@return the process in whose order this happened}
  Pid subject();

  /// {@return whether this may be dropped under pressure: true for messages, false for everything
  /// that changes who exists or who supervises whom}
  default boolean isMessage() {
    return isMessage(getClass());
  }

  /// {@return whether events of `kind` may be dropped under pressure}
  ///
  /// @param kind the record class of an event
  static boolean isMessage(Class<? extends RuntimeEvent> kind) {
    return kind == Sent.class || kind == Received.class;
  }

  /// A process came to be.
  ///
  /// @param subject the new process
  /// @param parent who spawned it, [Pid#NONE] for the outside
  /// @param behaviour what it runs, as shown; in parentheses for a hand that reaches into the
  ///   system from outside and is no part of it, such as `(controller)`
  record Spawned(Pid subject, Pid parent, String behaviour) implements RuntimeEvent {
    /// {@return whether this process is a hand from outside, not part of the system}
    public boolean isOutside() {
      return behaviour.startsWith("(");
    }
  }

  /// A process finished its init and is ready for messages.
  ///
  /// @param subject the process
  record Initialized(Pid subject) implements RuntimeEvent {}

  /// A process entered its terminate callback.
  ///
  /// @param subject the process
  /// @param reason what it was told
  record Terminating(Pid subject, ExitReason reason) implements RuntimeEvent {}

  /// A process died.
  ///
  /// @param subject the process
  /// @param reason its exit reason
  record Exited(Pid subject, ExitReason reason) implements RuntimeEvent {}

  /// The code of a process that is dead still runs on a thread; whatever it does has no effect.
  ///
  /// @param subject the dead process
  record Haunting(Pid subject) implements RuntimeEvent {}

  /// The code of a dead process has returned at last.
  ///
  /// @param subject the dead process
  record Rested(Pid subject) implements RuntimeEvent {}

  /// A process took a name.
  ///
  /// @param subject the process
  /// @param name the name
  record Registered(Pid subject, String name) implements RuntimeEvent {}

  /// A process lost or gave up its name.
  ///
  /// @param subject the process
  /// @param name the name
  record Unregistered(Pid subject, String name) implements RuntimeEvent {}

  /// A process linked itself to another; the link is symmetric (LNK-01).
  ///
  /// @param subject who made the link
  /// @param other the other end
  record Linked(Pid subject, Pid other) implements RuntimeEvent {}

  /// A link was taken away by one of its ends.
  ///
  /// @param subject who took it away
  /// @param other the other end
  record Unlinked(Pid subject, Pid other) implements RuntimeEvent {}

  /// A process began to monitor another.
  ///
  /// @param subject the watcher
  /// @param target the watched
  /// @param reference this monitor's own number
  record Monitored(Pid subject, Pid target, long reference) implements RuntimeEvent {}

  /// A monitor was taken away by its owner.
  ///
  /// @param subject the watcher
  /// @param target the watched
  /// @param reference the monitor's number
  record Demonitored(Pid subject, Pid target, long reference) implements RuntimeEvent {}

  /// A process switched trap_exit.
  ///
  /// @param subject the process
  /// @param on the new value
  record TrapExit(Pid subject, boolean on) implements RuntimeEvent {}

  /// A process was suspended or resumed by hand.
  ///
  /// @param subject the process
  /// @param on whether it is suspended now
  record Suspended(Pid subject, boolean on) implements RuntimeEvent {}

  /// A message was put on its way.
  ///
  /// @param subject the sender, [Pid#NONE] for the outside
  /// @param to the receiver
  /// @param messageId ties this to its [Received]; unique in the run
  /// @param label the message as shown, bounded in length
  record Sent(Pid subject, Pid to, long messageId, String label) implements RuntimeEvent {}

  /// A process took a message out of its mailbox and began to handle it.
  ///
  /// @param subject the receiver
  /// @param messageId the number of the [Sent]
  /// @param label the message as shown, bounded in length
  record Received(Pid subject, long messageId, String label) implements RuntimeEvent {}

  /// A process sent an exit signal by `exit/2`.
  ///
  /// @param subject the sender, [Pid#NONE] for the outside
  /// @param to the receiver
  /// @param reason the signal's reason
  record ExitSignalled(Pid subject, Pid to, ExitReason reason) implements RuntimeEvent {}

  /// A process began to supervise.
  ///
  /// @param subject the supervisor
  /// @param strategy its strategy as OTP writes it, for example `one_for_one`
  /// @param maxRestarts restarts allowed within the period
  /// @param periodSeconds the period
  record Supervising(Pid subject, String strategy, int maxRestarts, int periodSeconds)
      implements RuntimeEvent {}

  /// A supervisor created a child process, whose init has not returned yet.
  ///
  /// @param subject the supervisor
  /// @param id the child's id, unique under its supervisor: with the supervisor's own place it
  ///   names the slot, which a restart keeps; a dynamic supervisor, which knows no ids (DYN-01),
  ///   gives its specification's, with a number if that is taken (DYN-13)
  /// @param child the new process
  /// @param kind worker or supervisor
  /// @param restart its restart type
  /// @param incarnation 1 for the first start under this supervisor process, then 2, 3, ...
  record ChildStarting(
      Pid subject, String id, Pid child, ChildKind kind, RestartType restart, int incarnation)
      implements RuntimeEvent {}

  /// A child's start was acknowledged.
  ///
  /// @param subject the supervisor
  /// @param id the child's id
  /// @param child the process
  record ChildStarted(Pid subject, String id, Pid child) implements RuntimeEvent {}

  /// A child's start gave an error.
  ///
  /// @param subject the supervisor
  /// @param id the child's id
  /// @param reason the error
  record ChildStartFailed(Pid subject, String id, ExitReason reason) implements RuntimeEvent {}

  /// A child's init said `ignore`.
  ///
  /// @param subject the supervisor
  /// @param id the child's id
  record ChildIgnored(Pid subject, String id) implements RuntimeEvent {}

  /// A supervisor took notice of a child's death and decided.
  ///
  /// @param subject the supervisor
  /// @param id the child's id
  /// @param child the dead process
  /// @param reason its exit reason
  /// @param decision what follows
  /// @param restartsInWindow restarts counted in the period, this one included
  record ChildExited(
      Pid subject, String id, Pid child, ExitReason reason, Decision decision, int restartsInWindow)
      implements RuntimeEvent {}

  /// A supervisor began to stop a child.
  ///
  /// @param subject the supervisor
  /// @param id the child's id
  /// @param child the process
  /// @param reason the signal it is sent: `shutdown` or `kill`
  record ChildStopping(Pid subject, String id, Pid child, ExitReason reason)
      implements RuntimeEvent {}

  /// A child that was being stopped is dead.
  ///
  /// @param subject the supervisor
  /// @param id the child's id
  /// @param child the process
  /// @param reason its true exit reason
  record ChildStopped(Pid subject, String id, Pid child, ExitReason reason)
      implements RuntimeEvent {}

  /// A child's specification is gone; its slot is free.
  ///
  /// @param subject the supervisor
  /// @param id the child's id
  record ChildRemoved(Pid subject, String id) implements RuntimeEvent {}

  /// A restart waits (back-off, an extension that OTP has not got: BKO-02).
  ///
  /// @param subject the supervisor
  /// @param id the child's id
  /// @param delayMillis how long
  record RestartDelayed(Pid subject, String id, long delayMillis) implements RuntimeEvent {}

  /// A supervisor exceeded its restart intensity and will stop (INT-05).
  ///
  /// @param subject the supervisor
  /// @param id the child that died last
  /// @param restarts how many restarts would have been counted
  /// @param maxRestarts how many are allowed
  /// @param periodSeconds within this time
  record GaveUp(Pid subject, String id, int restarts, int maxRestarts, int periodSeconds)
      implements RuntimeEvent {}

  /// Events are missing here.
  ///
  /// @param subject [Pid#NONE]
  /// @param lost how many were dropped since the last event
  record Gap(Pid subject, long lost) implements RuntimeEvent {}
}
