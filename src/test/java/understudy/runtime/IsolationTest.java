package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;

/// Whatever the code of one process does to itself, no other process is hurt.
@Timeout(120)
class IsolationTest {
  private final IsolationRig rig = new IsolationRig();

  @AfterEach
  void close() {
    rig.close();
  }

  private static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("this message cannot be told");
    }
  }

  private static final class OnPurpose extends Error {
    private static final long serialVersionUID = 1;

    OnPurpose() {
      super("on purpose", null, false, false);
    }
  }

  private static int deeper(int depth) {
    return depth < 0 ? 0 : deeper(depth + 1) + depth;
  }

  /// More of them than there are workers: should each take one along, none is left.
  private List<Pid> many(IsolationRig.Code code) {
    List<Pid> rogues = new ArrayList<>();
    for (int i = 0; i < 3 * IsolationRig.PROCESSORS; i++) {
      rogues.add(rig.run(code));
      rogues.add(rig.vm.spawn(Behaviour.of("rogue", code::run)));
    }
    return rogues;
  }

  private void diesOf(IsolationRig.Code code, String reason) throws InterruptedException {
    List<Pid> rogues = many(code);
    for (Pid rogue : rogues) {
      rig.awaitExit(rogue);
    }
    rig.othersGoOn();
    assertThat(rogues)
        .allSatisfy(rogue -> assertThat(rig.reasonOf(rogue).toString()).contains(reason));
  }

  @Nested
  class Throwing {
    @Test
    @DisplayName("PRC-11 a stack that truly overflows ends its own process only")
    void overflow() throws InterruptedException {
      diesOf(_ -> deeper(0), "StackOverflowError");
    }

    @Test
    @DisplayName("PRC-11 an array too large for the memory ends its own process only")
    void memory() throws InterruptedException {
      diesOf(
          self -> self.dictionary().put("large", new long[Integer.MAX_VALUE]), "OutOfMemoryError");
    }

    @Test
    @DisplayName("PRC-11 an error of one's own making ends its own process only")
    void error() throws InterruptedException {
      diesOf(
          _ -> {
            throw new OnPurpose();
          },
          "OnPurpose");
    }

    @Test
    @DisplayName("PRC-11 an exception whose message cannot be asked for ends its own process only")
    void unspeakable() throws InterruptedException {
      diesOf(
          _ -> {
            throw new Unspeakable();
          },
          "Unspeakable");
    }

    @Test
    @DisplayName("MSG-06 a pattern that throws an error ends its own process only")
    void pattern() throws InterruptedException {
      List<Pid> choosy = new ArrayList<>();
      for (int i = 0; i < 3 * IsolationRig.PROCESSORS; i++) {
        var waits = new CountDownLatch(1);
        choosy.add(
            rig.vm.spawn(
                Behaviour.of(
                    "choosy",
                    self -> {
                      waits.countDown();
                      self.receive(_ -> {
                        throw new OnPurpose();
                      });
                    })));
        IsolationRig.await(waits);
      }
      // Whoever sends and asks must not be the one whose code the pattern becomes.
      Pid asking =
          rig.run(self -> {
            for (Pid each : choosy) {
              self.send(each, "hello");
              self.isAlive(each);
            }
            throw new Exit(Atom.NORMAL);
          });
      rig.awaitExit(asking);
      assertThat(rig.reasonOf(asking)).isEqualTo(Atom.NORMAL);
      for (Pid each : choosy) {
        rig.awaitExit(each);
        assertThat(rig.reasonOf(each).toString()).contains("OnPurpose");
      }
      rig.othersGoOn();
    }

    @Test
    @DisplayName("a state that cannot be told hurts nobody who asks for it")
    void state() throws InterruptedException {
      var ready = new CountDownLatch(1);
      var secret =
          new Behaviour() {
            @Override
            public void start(Self self) {
              ready.countDown();
            }

            @Override
            public void handle(Self self, Object message) {}

            @Override
            public String name() {
              return "secret";
            }

            @Override
            public String state() {
              throw new OnPurpose();
            }
          };
      Pid pid = rig.vm.spawn(secret);
      IsolationRig.await(ready);
      assertThat(rig.vm.table().info(pid).orElseThrow().state()).contains("on purpose");
      assertThat(rig.vm.isAlive(pid)).isTrue();
    }
  }

  @Nested
  class Leaking {
    @Test
    @DisplayName(
        "a lock that is never given back holds only those who want it, and they can be killed")
    void lock() throws InterruptedException {
      var lock = new StampedLock();
      var stamps = new ArrayList<Long>();
      Pid leaking =
          rig.run(_ -> {
            stamps.add(lock.writeLock());
            throw new OnPurpose();
          });
      rig.awaitExit(leaking);
      var wanting = new CountDownLatch(IsolationRig.PROCESSORS + 1);
      List<Pid> stuck = new ArrayList<>();
      for (long i = wanting.getCount(); i > 0; i--) {
        stuck.add(
            rig.run(_ -> {
              wanting.countDown();
              lock.unlockWrite(lock.writeLock());
            }));
      }
      IsolationRig.await(wanting);
      rig.othersGoOn();
      for (Pid each : stuck) {
        rig.vm.exit(each, Atom.KILL);
        rig.awaitExit(each);
        assertThat(rig.vm.isAlive(each)).isFalse();
      }
      rig.othersGoOn();
      lock.unlockWrite(stamps.getFirst());
      for (Pid each : stuck) {
        rig.awaitRest(each);
      }
    }

    @Test
    @DisplayName(
        "a monitor that is held for ever holds only those who want it, and they can be killed")
    void monitor() throws InterruptedException {
      var monitor = new Object();
      var held = new CountDownLatch(1);
      var release = new CountDownLatch(1);
      Pid holding =
          rig.run(_ -> {
            synchronized (monitor) {
              held.countDown();
              awaitWhatever(release);
            }
          });
      IsolationRig.await(held);
      var wanting = new CountDownLatch(IsolationRig.PROCESSORS + 1);
      List<Pid> stuck = new ArrayList<>();
      for (long i = wanting.getCount(); i > 0; i--) {
        stuck.add(
            rig.run(_ -> {
              wanting.countDown();
              synchronized (monitor) {
                wanting.countDown();
              }
            }));
      }
      IsolationRig.await(wanting);
      rig.othersGoOn();
      stuck.add(holding);
      for (Pid each : stuck) {
        rig.vm.exit(each, Atom.KILL);
        rig.awaitExit(each);
      }
      rig.othersGoOn();
      release.countDown();
      for (Pid each : stuck) {
        rig.awaitRest(each);
      }
    }

    @Test
    @DisplayName("an interrupt of one's own thread stays with the handler that asked for it")
    void interrupt() throws InterruptedException {
      var done = new CountDownLatch(20 * IsolationRig.PROCESSORS);
      for (long i = done.getCount(); i > 0; i--) {
        rig.run(_ -> {
          Thread.currentThread().interrupt();
          done.countDown();
        });
      }
      IsolationRig.await(done);
      for (int i = 0; i < 20; i++) {
        rig.othersGoOn();
      }
    }
  }

  @Nested
  class NeverReturning {
    @Test
    @DisplayName("code in the blocking style that computes for ever lets others of its kind run")
    void bodies() throws InterruptedException {
      var release = new CountDownLatch(1);
      var spins = new CountDownLatch(IsolationRig.PROCESSORS + 2);
      for (long i = spins.getCount(); i > 0; i--) {
        rig.vm.spawn(
            Behaviour.of(
                "spinning",
                _ -> {
                  spins.countDown();
                  while (release.getCount() > 0) {
                    Thread.onSpinWait();
                  }
                }));
      }
      try {
        IsolationRig.await(spins);
        rig.othersGoOn();
      } finally {
        release.countDown();
      }
    }

    @Test
    @DisplayName("more handlers that wait in a plain Object.wait than processors let others run")
    void waiting() throws InterruptedException {
      var monitor = new Object();
      var waits = new CountDownLatch(IsolationRig.PROCESSORS + 2);
      List<Pid> waiting = new ArrayList<>();
      for (long i = waits.getCount(); i > 0; i--) {
        waiting.add(
            rig.run(_ -> {
              waits.countDown();
              synchronized (monitor) {
                while (true) {
                  monitor.wait();
                }
              }
            }));
      }
      IsolationRig.await(waits);
      rig.othersGoOn();
      for (Pid each : waiting) {
        rig.vm.exit(each, Atom.KILL);
        rig.awaitExit(each);
        rig.awaitRest(each);
      }
    }
  }

  /// Waits and takes no interrupt for an answer.
  private static void awaitWhatever(CountDownLatch latch) {
    boolean over = false;
    while (!over) {
      try {
        latch.await();
        over = true;
      } catch (InterruptedException _) {
        over = false;
      }
    }
  }
}
