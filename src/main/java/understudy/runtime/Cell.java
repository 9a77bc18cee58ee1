package understudy.runtime;

import java.lang.invoke.VarHandle;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

/// One process: what others can reach of it, and its turn, in which it takes messages one by one.
///
/// A turn runs on the thread that the scheduler gives it. A handler that waits for a message blocks
/// that thread; the next turn then only looks whether it may go on.
final class Cell extends Mortal {
  private final Self self;
  private boolean started;

  /// The alias to which the start is acknowledged; 0 once it is, or if nobody waits.
  long startReference;

  /// How often it held a worker for no good, for the live scheduler.
  byte strikes;

  /// Whether each message takes it a while; how long is known to the [Vm].
  volatile boolean slow;

  /// Below zero: so often it shall not wait for a moment before its thread is given away.
  byte luck;

  Cell(Vm vm, Pid pid, Pid parent, Behaviour behaviour, long spawnedNanos) {
    super(vm, pid, parent, behaviour, spawnedNanos);
    this.self = new Self(this);
  }

  // ---- its turn, on the thread that the scheduler gives it ----

  /// Runs this process for at most `budget` messages, or looks whether a thread that blocks in it
  /// may go on.
  void turn(int budget) {
    if (blocked) {
      wakeBlocked();
      return;
    }
    if (!started) {
      started = true;
      begin();
    }
    int left = budget;
    while (next()) {
      if (--left == 0) {
        pause();
        return;
      }
    }
  }

  /// {@return whether its next turn needs a thread of its own}
  boolean blocks() {
    return !started && behaviour.blocks();
  }

  private interface Code {
    void run() throws Exception;
  }

  private void begin() {
    lock();
    try {
      enter();
      receiveAll();
    } finally {
      unlock();
    }
    sendLast();
    if (!isDead()) {
      run(() -> behaviour.start(self));
    }
  }

  /// Takes and handles one message.
  ///
  /// @return false if there was none: it rests then
  private boolean next() {
    Object message = null;
    Wait over = null;
    lock();
    try {
      enter();
      do {
        if (hasSignal() || !interior.hasNext()) {
          receiveAll(); // Else what has come is not looked at before what is here has been taken.
        }
        if (!isDead()) {
          over = interior.takeWaitOver();
          message = over != null ? over.met : interior.hasNext() ? interior.takeOldest() : null;
        }
      } while (message == null && over == null && !leave());
    } finally {
      unlock();
    }
    sendLast();
    if (over != null && over.then != null) {
      var then = over.then;
      Object body = message == null ? null : taken(message);
      run(() -> then.accept(body));
      return true;
    }
    if (message == null) {
      return false;
    }
    Object body = taken(message);
    handle(body);
    return true;
  }

  /// With few frames on the way: whoever throws in it pays for each when its stack is taken.
  private void handle(Object body) {
    try {
      if (slow) {
        self.sleep(vm.slowness(pid));
      }
      behaviour.handle(self, body);
    } catch (Throwable thrown) {
      failed(thrown);
    }
  }

  private void run(Code code) {
    try {
      code.run();
    } catch (Throwable thrown) {
      failed(thrown);
    }
  }

  private void failed(Throwable thrown) {
    unlockAll(); // A full stack can tear the code out of a guarded section.
    if (!(thrown instanceof ProcessDead)) { // Else everything has been said already.
      die(Reasons.of(thrown));
    }
  }

  private void enter() {
    if (runner() == null) {
      runs(Thread.currentThread());
      if (isEmpty()) {
        VarHandle.fullFence(); // Who pushes from now on must see that it runs.
      }
    }
  }

  /// Ends a turn for lack of work.
  ///
  /// @return false if something has come meanwhile
  private boolean leave() {
    runs(null);
    if (rest()) {
      return true;
    }
    enter();
    return false;
  }

  /// Ends a turn for the sake of others.
  private void pause() {
    boolean more;
    lock();
    try {
      runs(null);
      do {
        receiveAll();
        more = !isDead() && (interior.isWaitOver() || interior.hasNext());
      } while (!more && !rest());
    } finally {
      unlock();
    }
    sendLast();
    if (more) {
      vm.scheduler.readyLast(this);
    }
  }

  /// To be asked under the lock before whatever a process does to others.
  void ensureAlive() {
    self.ensureAlive();
  }

  void send(Pid to, Object message) {
    lock();
    try {
      ensureAlive();
      vm.send(pid, to, message);
    } finally {
      unlock();
    }
  }

  boolean trapExit(boolean on) {
    lock();
    try {
      ensureAlive();
      boolean before = interior.trapExit;
      interior.trapExit = on;
      if (before != on) {
        vm.emit(new RuntimeEvent.TrapExit(pid, on));
      }
      return before;
    } finally {
      unlock();
    }
  }

  /// Does `act` as one step with the question whether this process is alive: what a process does to
  /// others is before its death or not at all (MSG-13, EXI-15).
  void whileAlive(Runnable act) {
    lock();
    try {
      ensureAlive();
      act.run();
    } finally {
      unlock();
    }
  }

  // ---- waiting ----

  /// Blocks the calling handler until a message matches or `nanos` have passed; negative: for ever,
  /// zero: only what is already there (MSG-08).
  @Nullable Object takeBlocking(Predicate<Object> accepts, long nanos) {
    var waiting = new Wait(accepts, null);
    lock();
    try {
      receiveAll();
      if (!isDead()) {
        waiting.met = interior.take(accepts);
        if (waiting.met == null && nanos != 0) {
          interior.wait = waiting;
          startTimer(waiting, nanos);
        }
      }
    } finally {
      unlock();
    }
    sendLast();
    self.ensureAlive();
    if (waiting.met == null && nanos != 0) {
      if (block()) {
        vm.scheduler.block(this);
      }
      endWait();
      self.ensureAlive();
    }
    return waiting.met == null ? null : taken(waiting.met);
  }

  /// Has `waiting` met by the next message after `mark` that it accepts, instead of the behaviour.
  void await(Wait waiting, long mark, long nanos) {
    lock();
    try {
      interior.await(waiting, mark);
      if (interior.waits()) {
        startTimer(waiting, nanos);
      }
    } finally {
      unlock();
    }
  }

  private void startTimer(Wait waiting, long nanos) {
    if (nanos >= 0) {
      waiting.limit(this, nanos);
    }
  }

  private void endWait() {
    lock();
    try {
      interior.wait = null;
      receiveAll();
    } finally {
      unlock();
    }
    sendLast();
  }

  /// Says that the runner blocks here, and rests.
  ///
  /// @return false if the wait is over already
  private boolean block() {
    lock();
    try {
      blocked = true;
      boolean rests = restsUntilOver();
      blocked = rests;
      return rests;
    } finally {
      unlock();
    }
  }

  /// Lets the thread that blocks here go on if its wait is over; else rests again.
  private void wakeBlocked() {
    boolean rests;
    lock();
    try {
      rests = restsUntilOver();
      blocked = rests;
    } finally {
      unlock();
    }
    sendLast();
    if (!rests) {
      vm.scheduler.unblock(this);
    }
  }

  private boolean restsUntilOver() {
    do {
      receiveAll();
      if (isOver()) {
        return false;
      }
    } while (!rest());
    return true;
  }

  /// @param what a message, or only its body where nobody watched when it was sent
  private Object taken(Object what) {
    Signal.Message message = what instanceof Signal.Message full ? full : null;
    if (vm.wants(RuntimeEvent.Received.class)) {
      vm.tellReceived(pid, message == null ? new Signal.Message(what) : message);
    }
    return message == null ? what : message.body;
  }
}
