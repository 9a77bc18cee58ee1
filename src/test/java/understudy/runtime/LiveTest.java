package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.runtime.Rig.BOOM;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.Exited;

/// The rules that only a system which runs by itself can break.
@Timeout(90)
class LiveTest {
  private final LiveLog log = new LiveLog();
  private final Vm vm = Vm.live(log);

  @AfterEach
  void close() {
    vm.close();
  }

  private interface Code {
    void run() throws Exception;
  }

  /// Runs `code` for its first message, in an event-driven process.
  private static Behaviour once(Code code) {
    return new Behaviour() {
      @Override
      public void start(Self self) {
        self.initialized();
      }

      @Override
      public void handle(Self self, Object message) throws Exception {
        code.run();
      }

      @Override
      public String name() {
        return "once";
      }
    };
  }

  private void awaitExit(Pid pid) throws InterruptedException {
    log.await(1, event -> event instanceof Exited exited && exited.subject().equals(pid));
  }

  private Exited exit(Pid pid) {
    return log.all().stream()
        .filter(Exited.class::isInstance)
        .map(Exited.class::cast)
        .filter(exited -> exited.subject().equals(pid))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("PRC-03 PRC-11 whatever is thrown ends its own process and no other")
  void diesAlone() throws InterruptedException {
    Pid bystander = vm.spawn(Behaviour.of("bystander", self -> self.receive(_ -> false)));
    List<Code> crashes =
        List.of(
            () -> {
              throw new StackOverflowError();
            },
            () -> {
              throw new OutOfMemoryError("by hand");
            },
            () -> {
              throw new InterruptedException("by hand");
            },
            () -> {
              throw new NoClassDefFoundError("Gone");
            });
    List<Pid> victims = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Code crash = crashes.get(i % crashes.size());
      Pid handling = vm.spawn(once(crash));
      vm.send(handling, "go");
      victims.add(handling);
      victims.add(vm.spawn(Behaviour.of("crashes", _ -> crash.run())));
    }
    log.await(victims.size(), Exited.class::isInstance);
    assertThat(victims).noneMatch(vm::isAlive);
    assertThat(vm.isAlive(bystander)).isTrue();
    assertThat(exit(victims.get(2)).reason().toString())
        .isEqualTo("{\"OutOfMemoryError: by hand\", stack}");
  }

  @Test
  @DisplayName("MSG-03 two processes answer each other ten thousand times, in order")
  void pingPong() throws InterruptedException {
    int rounds = 10_000;
    Pid echo =
        vm.spawn(
            Behaviour.of(
                "echo",
                self -> {
                  while (true) {
                    if (self.receive() instanceof DownMessage ask) {
                      self.send(ask.target(), ask.reference());
                    }
                  }
                }));
    Pid asking =
        vm.spawn(
            Behaviour.of(
                "asking",
                self -> {
                  for (long i = 0; i < rounds; i++) {
                    self.send(echo, new DownMessage(i, self.pid(), BOOM));
                    if (!self.receive().equals(i)) {
                      throw new Exit(BOOM);
                    }
                  }
                }));
    awaitExit(asking);
    assertThat(exit(asking).reason()).isEqualTo(Atom.NORMAL);
    assertThat(vm.isAlive(echo)).isTrue();
  }

  private Pid watcherOf(Pid target, ConcurrentLinkedQueue<Object> heard, CountDownLatch both) {
    return vm.spawn(
        Behaviour.of(
            "watcher",
            self -> {
              self.trapExit(true);
              self.link(target);
              self.monitor(target);
              heard.add("ready");
              for (int i = 0; i < 2; i++) {
                heard.add(self.receive());
                both.countDown();
              }
            }));
  }

  @Test
  @DisplayName("EXI-14 EXI-15 kill ends a process whose code computes; links and monitors see it")
  void killsTheSpinning() throws InterruptedException {
    var release = new AtomicBoolean();
    var spins = new CountDownLatch(1);
    Pid spinning =
        vm.spawn(
            once(() -> {
              spins.countDown();
              while (!release.get()) {
                Thread.onSpinWait();
              }
            }));
    var heard = new ConcurrentLinkedQueue<Object>();
    var both = new CountDownLatch(2);
    Pid watcher = watcherOf(spinning, heard, both);
    log.await(
        1, event -> event instanceof RuntimeEvent.Monitored one && one.subject().equals(watcher));
    vm.send(spinning, "go");
    spins.await();
    vm.exit(spinning, Atom.KILL);
    both.await();
    assertThat(release).isFalse();
    assertThat(vm.isAlive(spinning)).isFalse();
    assertThat(exit(spinning).reason()).isEqualTo(Atom.KILLED);
    assertThat(heard).contains(new ExitMessage(spinning, Atom.KILLED));
    log.await(1, RuntimeEvent.Haunting.class::isInstance);
    release.set(true);
    log.await(1, RuntimeEvent.Rested.class::isInstance);
  }

  @Test
  @DisplayName("EXI-14 MSG-14 kill ends a process whose code blocks, in receive and elsewhere")
  void killsTheBlocked() throws InterruptedException {
    var never = new CountDownLatch(1);
    var blocks = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    Pid blocked =
        vm.spawn(
            once(() -> {
              blocks.countDown();
              try {
                never.await();
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
            }));
    Pid receiving = vm.spawn(Behaviour.of("receiving", self -> self.receive(_ -> false)));
    vm.send(blocked, "go");
    blocks.await();
    vm.exit(blocked, Atom.KILL);
    vm.exit(receiving, BOOM);
    awaitExit(blocked);
    awaitExit(receiving);
    interrupted.await();
    assertThat(exit(receiving).reason()).isEqualTo(BOOM);
  }

  @Test
  @DisplayName("more handlers that compute than processors do not keep others from running")
  void fair() throws InterruptedException {
    var release = new AtomicBoolean();
    int held = Runtime.getRuntime().availableProcessors() + 2;
    var spins = new CountDownLatch(held);
    for (int i = 0; i < held; i++) {
      Pid spinning =
          vm.spawn(
              once(() -> {
                spins.countDown();
                while (!release.get()) {
                  Thread.onSpinWait();
                }
              }));
      vm.send(spinning, "go");
    }
    spins.await();
    Pid other = vm.spawn(Behaviour.of("other", _ -> {}));
    awaitExit(other);
    release.set(true);
  }

  @Test
  @DisplayName("PRC-09 ten thousand processes come and go, and nothing of them stays")
  void tenThousand() throws InterruptedException {
    int count = 10_000;
    var handled = new AtomicInteger();
    for (int i = 0; i < count; i++) {
      if (i % 2 == 0) {
        vm.spawn(Behaviour.of("brief", _ -> handled.incrementAndGet()));
      } else {
        Pid pid =
            vm.spawn(
                once(() -> {
                  handled.incrementAndGet();
                  throw new Exit(Atom.NORMAL);
                }));
        vm.send(pid, "go");
      }
    }
    log.await(count, Exited.class::isInstance);
    assertThat(handled).hasValue(count);
    assertThat(vm.table().alive()).isZero();
    assertThat(log.all()).filteredOn(Exited.class::isInstance).hasSize(count);
  }

  @Test
  @DisplayName("NAM-01 NAM-04 many want one name: it is never held twice, and each gets its turn")
  void names() throws InterruptedException {
    int count = 100;
    var holders = new AtomicInteger();
    for (int i = 0; i < count; i++) {
      vm.spawn(
          Behaviour.of(
              "wants",
              self -> {
                while (true) {
                  var holder = self.register("till");
                  if (holder.isEmpty()) {
                    int now = holders.incrementAndGet();
                    Thread.onSpinWait();
                    holders.decrementAndGet();
                    throw new Exit(now == 1 ? Atom.NORMAL : BOOM);
                  }
                  self.monitor(holder.get());
                  self.receive();
                }
              }));
    }
    log.await(count, Exited.class::isInstance);
    assertThat(vm.whereis("till")).isEmpty();
    assertThat(log.all()).filteredOn(RuntimeEvent.Registered.class::isInstance).hasSize(count);
    assertThat(log.all())
        .filteredOn(Exited.class::isInstance)
        .allSatisfy(event -> assertThat(((Exited) event).reason()).isEqualTo(Atom.NORMAL));
  }

  @Test
  @DisplayName("LNK-06 a chain of a thousand links dies from end to end")
  void chain() throws InterruptedException {
    int count = 1_000;
    List<Pid> chain = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Pid before = chain.isEmpty() ? Pid.NONE : chain.getLast();
      chain.add(
          vm.spawn(
              Behaviour.of(
                  "link",
                  self -> {
                    if (!before.isNone()) {
                      self.link(before);
                    }
                    self.register("link " + self.pid()); // Tells that the link has been sent.
                    self.receive(_ -> false);
                  })));
    }
    log.await(count, RuntimeEvent.Registered.class::isInstance);
    vm.exit(chain.get(count / 2), BOOM);
    log.await(count, Exited.class::isInstance);
    assertThat(chain).allSatisfy(pid -> assertThat(exit(pid).reason()).isEqualTo(BOOM));
  }

  @Test
  @DisplayName("closing a system ends the threads of all who wait in it")
  void closes() throws InterruptedException {
    int count = 20;
    var waits = new CountDownLatch(count);
    var ended = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      vm.spawn(
          Behaviour.of(
              "waits",
              self -> {
                waits.countDown();
                try {
                  self.receive();
                } finally {
                  ended.countDown();
                }
              }));
    }
    assertThat(waits.await(60, TimeUnit.SECONDS)).isTrue();
    vm.close();
    assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
  }
}
