package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.ChildStarted;
import understudy.event.RuntimeEvent.Exited;
import understudy.event.RuntimeEvent.Haunting;
import understudy.event.RuntimeEvent.Rested;
import understudy.otp.ChildSpec;
import understudy.otp.ShutdownTime;
import understudy.otp.Strategy;
import understudy.otp.Supervisor;
import understudy.otp.SupervisorFlags;

/// A kill takes effect at once on whoever is stuck in a handler, and nothing comes of it after.
@Timeout(120)
class IsolationKillTest {
  private final IsolationRig rig = new IsolationRig();
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void close() {
    release.countDown();
    rig.close();
  }

  /// Ways not to return from a handler; each tells that it has begun and ends when released.
  enum Stuck {
    COMPUTES {
      @Override
      void hold(CountDownLatch begun, CountDownLatch release) {
        begun.countDown();
        while (release.getCount() > 0) {
          Thread.onSpinWait();
        }
      }
    },
    SWALLOWS_ITS_INTERRUPT {
      @Override
      void hold(CountDownLatch begun, CountDownLatch release) {
        begun.countDown();
        boolean over = false;
        while (!over) {
          try {
            release.await();
            over = true;
          } catch (InterruptedException _) {
            over = false;
          }
        }
      }
    },
    WAITS_AND_SWALLOWS {
      @Override
      void hold(CountDownLatch begun, CountDownLatch release) {
        var monitor = new Object();
        int swallowed = 0;
        begun.countDown();
        synchronized (monitor) {
          while (release.getCount() > 0) {
            try {
              monitor.wait(1);
            } catch (InterruptedException _) {
              swallowed++;
            }
          }
        }
        assertThat(swallowed).isLessThanOrEqualTo(1);
      }
    };

    abstract void hold(CountDownLatch begun, CountDownLatch release);
  }

  private Pid stuck(Stuck way, IsolationRig.Code before) throws InterruptedException {
    var begun = new CountDownLatch(1);
    Pid pid =
        rig.run(self -> {
          before.run(self);
          way.hold(begun, release);
        });
    IsolationRig.await(begun);
    return pid;
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("EXI-15 LNK-04 MON-05 NAM-04 links, monitors, mailbox and name see a kill at once")
  void everybodyKnows(Stuck way) throws InterruptedException {
    Pid victim = stuck(way, self -> self.register("till"));
    var heard = new LinkedBlockingQueue<Object>();
    var ready = new CountDownLatch(1);
    rig.vm.spawn(
        Behaviour.of(
            "watcher",
            self -> {
              self.trapExit(true);
              self.link(victim);
              self.monitor(victim);
              ready.countDown();
              heard.add(self.receive(ExitMessage.class::isInstance));
              heard.add(self.receive(DownMessage.class::isInstance));
              heard.add("till is free: " + self.register("till").isEmpty());
              self.receive(_ -> false);
            }));
    Pid linked =
        rig.vm.spawn(
            Behaviour.of(
                "linked",
                self -> {
                  self.link(victim);
                  self.register("linked");
                  self.receive(_ -> false);
                }));
    IsolationRig.await(ready);
    rig.log.await(
        1, event -> event instanceof RuntimeEvent.Registered said && said.subject().equals(linked));
    rig.vm.send(victim, "never read");
    rig.vm.send(victim, "never read");
    rig.vm.exit(victim, Atom.KILL);

    assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new ExitMessage(victim, Atom.KILLED));
    assertThat(heard.poll(30, TimeUnit.SECONDS)).isInstanceOf(DownMessage.class);
    assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("till is free: true");
    rig.awaitExit(linked);
    assertThat(rig.reasonOf(linked)).isEqualTo(Atom.KILLED);
    assertThat(release.getCount()).as("the handler has not returned").isEqualTo(1);
    assertThat(rig.vm.isAlive(victim)).isFalse();
    assertThat(rig.vm.table().depth(victim)).isEqualTo(-1);
    assertThat(rig.vm.table().info(victim)).isEmpty();
    assertThat(rig.after(victim)).containsExactly(new Haunting(victim));
    rig.vm.send(victim, "to the dead");
    rig.othersGoOn();

    release.countDown();
    rig.awaitRest(victim);
    assertThat(rig.after(victim)).containsExactly(new Haunting(victim), new Rested(victim));
    rig.othersGoOn();
  }

  private void awaitStarted(int count, List<Pid> started) throws InterruptedException {
    rig.log.await(count, ChildStarted.class::isInstance);
    started.clear();
    rig.log.all().stream()
        .filter(ChildStarted.class::isInstance)
        .forEach(event -> started.add(((ChildStarted) event).child()));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RST-04 NAM-04 a supervisor replaces who is stuck and killed, under the same name")
  void replaced(Stuck way) throws InterruptedException {
    var begun = new CountDownLatch(1);
    var answered = new CountDownLatch(1);
    var incarnations = new AtomicInteger();
    var child =
        ChildSpec.worker(
            "till",
            () -> {
              boolean first = incarnations.incrementAndGet() == 1;
              return IsolationRig.handling(self -> {
                self.register("till");
                if (first) {
                  way.hold(begun, release);
                } else {
                  answered.countDown();
                }
              });
            });
    Pid top =
        rig.vm.spawn(Supervisor.process(SupervisorFlags.of(Strategy.ONE_FOR_ONE), List.of(child)));
    List<Pid> started = new ArrayList<>();
    awaitStarted(1, started);
    Pid first = started.getFirst();
    rig.vm.send(first, "go");
    IsolationRig.await(begun);
    rig.vm.exit(first, Atom.KILL);
    awaitStarted(2, started);
    Pid second = started.getLast();
    rig.vm.send(second, "go");
    IsolationRig.await(answered);
    assertThat(rig.vm.whereis("till")).contains(second);
    assertThat(release.getCount()).as("the first handler has not returned").isEqualTo(1);
    release.countDown();
    rig.awaitRest(first);
    assertThat(rig.vm.whereis("till")).contains(second);
    assertThat(rig.vm.isAlive(top)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("SHD-05 a supervisor whose child is stuck stops by killing it and waits for no code")
  void stopped(Stuck way) throws InterruptedException {
    var begun = new CountDownLatch(1);
    var child =
        ChildSpec.worker("till", () -> IsolationRig.handling(_ -> way.hold(begun, release)))
            .stopped(new ShutdownTime.BrutalKill());
    Pid top =
        rig.vm.spawn(Supervisor.process(SupervisorFlags.of(Strategy.ONE_FOR_ONE), List.of(child)));
    List<Pid> started = new ArrayList<>();
    awaitStarted(1, started);
    rig.vm.send(started.getFirst(), "go");
    IsolationRig.await(begun);
    rig.vm.exit(top, Atom.SHUTDOWN);
    rig.awaitExit(top);
    assertThat(rig.reasonOf(started.getFirst())).isEqualTo(Atom.KILLED);
    assertThat(rig.reasonOf(top)).isEqualTo(Atom.SHUTDOWN);
    assertThat(release.getCount()).isEqualTo(1);
  }

  private static Map<String, IsolationRig.Code> deeds(Pid other) {
    Map<String, IsolationRig.Code> deeds = new LinkedHashMap<>();
    deeds.put("send", self -> self.send(other, "late"));
    deeds.put("send by name", self -> self.send("other", "late"));
    deeds.put("send to alias", self -> self.sendToAlias(other, 1, "late"));
    deeds.put("receive", self -> self.receive(_ -> true, Duration.ZERO));
    deeds.put("receive for ever", Self::receive);
    deeds.put("sleep", self -> self.sleep(Duration.ofDays(1)));
    deeds.put("await", self -> self.await(0, _ -> true, java.util.Optional.empty(), _ -> {}));
    deeds.put("exit", self -> self.exit(other, Atom.KILL));
    deeds.put("trap exits", self -> self.trapExit(true));
    deeds.put("link", self -> self.link(other));
    deeds.put("unlink", self -> self.unlink(other));
    deeds.put("monitor", self -> self.monitor(other));
    deeds.put("demonitor", self -> self.demonitor(1));
    deeds.put("spawn", self -> self.spawn(Behaviour.of("late", _ -> {})));
    deeds.put("spawn linked", self -> self.spawnLink(Behaviour.of("late", _ -> {})));
    deeds.put(
        "spawn monitored", self -> self.spawnMonitor(Behaviour.of("late", _ -> {}), true, _ -> {}));
    deeds.put("acknowledge", self -> self.acknowledge("late"));
    deeds.put("acknowledge that it started", self -> self.acknowledgeStarted("late"));
    deeds.put("initialized", Self::initialized);
    deeds.put("terminating", self -> self.terminating(Atom.NORMAL));
    deeds.put("register", self -> self.register("late"));
    deeds.put("unregister", Self::unregister);
    deeds.put("send after", self -> self.sendAfter(Duration.ZERO, other, "late"));
    deeds.put("start timer", self -> self.startTimer(Duration.ZERO, other, "late"));
    deeds.put("cancel timer", self -> self.cancelTimer(1));
    deeds.put("publish", self -> Shared.publish(self, "late", "late"));
    deeds.put("emit", self -> self.emit(new RuntimeEvent.Initialized(other)));
    return deeds;
  }

  @Test
  @DisplayName("EXI-15 MSG-13 whatever a zombie does throws and has no effect")
  void fenced() throws InterruptedException {
    var mail = new LinkedBlockingQueue<Object>();
    var named = new CountDownLatch(1);
    Pid other =
        rig.vm.spawn(
            Behaviour.of(
                "other",
                self -> {
                  self.register("other");
                  named.countDown();
                  while (true) {
                    mail.add(self.receive());
                  }
                }));
    IsolationRig.await(named);
    var deeds = deeds(other);
    Map<String, String> outcomes = Collections.synchronizedMap(new LinkedHashMap<>());
    var tried = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    Pid victim =
        rig.run(self -> {
          Stuck.SWALLOWS_ITS_INTERRUPT.hold(begun, release);
          deeds.forEach((name, deed) -> outcomes.put(name, tell(self, deed)));
          tried.countDown();
        });
    IsolationRig.await(begun);
    rig.vm.exit(victim, Atom.KILL);
    rig.awaitHaunting(victim);
    int before = rig.log.all().size();
    release.countDown();
    IsolationRig.await(tried);
    rig.awaitRest(victim);
    rig.vm.send(other, "last");

    assertThat(outcomes.keySet()).isEqualTo(deeds.keySet());
    assertThat(outcomes)
        .allSatisfy(
            (name, outcome) -> assertThat(outcome).as(name).isEqualTo("was refused by an error"));
    assertThat(mail.poll(30, TimeUnit.SECONDS)).isEqualTo("last");
    assertThat(rig.vm.whereis("late")).isEmpty();
    assertThat(rig.vm.isAlive(other)).isTrue();
    var late = rig.log.all();
    assertThat(late.subList(before, late.size())).containsExactly(new Rested(victim));
    assertThat(rig.vm.table().alive()).isEqualTo(1);
    assertThat(rig.vm.table().info(other).orElseThrow())
        .satisfies(info -> assertThat(info.links()).isEmpty())
        .satisfies(info -> assertThat(info.monitoredBy()).isEmpty());
  }

  private static String tell(Self self, IsolationRig.Code deed) {
    try {
      deed.run(self);
      return "was done";
    } catch (Throwable thrown) {
      return thrown instanceof Error ? "was refused by an error" : "threw " + thrown;
    }
  }

  @Test
  @DisplayName("EXI-15 a zombie that ends by an error dies no second time")
  void onceOnly() throws InterruptedException {
    Pid victim =
        rig.run(self -> {
          register(self);
          Stuck.SWALLOWS_ITS_INTERRUPT.hold(new CountDownLatch(1), release);
          throw new IllegalStateException("too late");
        });
    rig.log.await(1, RuntimeEvent.Registered.class::isInstance);
    rig.vm.exit(victim, Atom.KILL);
    rig.awaitHaunting(victim);
    release.countDown();
    rig.awaitRest(victim);
    assertThat(rig.log.all())
        .filteredOn(event -> event instanceof Exited && event.subject().equals(victim))
        .containsExactly(new Exited(victim, Atom.KILLED));
  }

  private static void register(Self self) {
    self.register("victim");
  }

  @Test
  @DisplayName("a kill that comes as the handler returns interrupts nobody else")
  void lateInterrupt() throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      var begun = new CountDownLatch(1);
      Pid victim = rig.run(_ -> begun.countDown());
      IsolationRig.await(begun);
      rig.vm.exit(victim, Atom.KILL);
      rig.awaitExit(victim);
    }
    for (int i = 0; i < 20; i++) {
      rig.othersGoOn();
    }
  }
}
