package understudy.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import understudy.event.EventSink;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;

/// Where the stress cases play: one live system a JVM, and processes whose first turn is taken by
/// an actor of the case in place of a worker, so that the actors' races are the processes' races.
final class Stage {
  static final Vm VM = Vm.live(EventSink.NONE);
  static final ExitReason BOOM = new Atom("boom");
  static final AtomicLong NUMBERS = new AtomicLong();
  private static final long PATIENCE_NANOS = 3_000_000_000L;
  private static final ExecutorService ASIDE =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  private Stage() {}

  /// Runs `act` on a third thread: two actors are what a machine of two processors can race.
  static void aside(Runnable act) {
    ASIDE.execute(act);
  }

  /// Waits until everything before has run.
  static void asideDone() {
    var ran = new CountDownLatch(1);
    ASIDE.execute(ran::countDown);
    within(() -> ran.getCount() == 0);
  }

  /// A process that runs `body` in its start, and keeps what comes later.
  static final class Player implements Behaviour {
    final List<Object> heard = new CopyOnWriteArrayList<>();
    private final Body body;

    Player(Body body) {
      this.body = body;
    }

    @Override
    public void start(Self self) throws Exception {
      body.run(self);
    }

    @Override
    public void handle(Self self, Object message) {
      heard.add(message);
    }

    @Override
    public String name() {
      return "player";
    }
  }

  /// {@return a process that the caller must give its first turn, as a worker would which has taken
  /// it from the queue}
  static Cell waiting(Behaviour.Body body) {
    Cell cell = VM.newCell(understudy.event.Pid.NONE, new Player(body));
    VM.begin(cell);
    return cell;
  }

  /// {@return a process that has started and traps exits, between two messages}
  static Cell trapping() {
    Cell cell = idle();
    cell.interior.trapExit = true;
    return cell;
  }

  /// {@return a process that has started, between two messages}
  static Cell idle() {
    Cell cell = waiting(self -> {});
    cell.turn(1);
    return cell;
  }

  static List<Object> heard(Cell cell) {
    return ((Player) cell.behaviour).heard;
  }

  /// Makes the two linked, before anything runs.
  static void bond(Cell one, Cell other) {
    one.interior.link(other.pid);
    other.interior.link(one.pid);
  }

  /// Gives a process its turn on the calling thread.
  static void turn(Cell cell) {
    cell.turn(200);
  }

  static void kill(Cell cell) {
    VM.exit(cell.pid, Atom.KILL);
  }

  /// {@return whether `come` came true while there was patience}
  static boolean within(BooleanSupplier come) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!come.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.yield();
    }
    return true;
  }

  /// Waits until a process has taken in and handled what was sent to it.
  static boolean quiet(Cell cell) {
    return within(() -> {
      cell.settle();
      return cell.isDead() ? !cell.isRunning() : cell.isResting() && cell.depth() == 0;
    });
  }

  /// {@return `one` if `heard` is exactly one thing, else what it is}
  static String exactlyOne(Cell cell) {
    within(() -> !heard(cell).isEmpty());
    quiet(cell);
    return heard(cell).size() == 1 ? "one" : heard(cell).toString();
  }
}
