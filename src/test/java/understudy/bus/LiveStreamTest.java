package understudy.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.Exited;
import understudy.event.RuntimeEvent.Gap;
import understudy.event.RuntimeEvent.Received;
import understudy.event.RuntimeEvent.Sent;
import understudy.event.RuntimeEvent.Spawned;
import understudy.event.Stamped;
import understudy.runtime.Behaviour;
import understudy.runtime.DownMessage;
import understudy.runtime.Exit;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// A live system whose every event is heard, while its workers take processes from each other.
@Timeout(120)
class LiveStreamTest {
  private static final int PLAYERS = 16;
  private static final int ROUNDS = 500;

  private static final int WORDS = 3;

  private record Count(long next) {}

  private record Bear(long number) {}

  /// Passes counts on to others, who bear children; each child that ends has its parent count on.
  private static final class Player extends Starter {
    private final List<Pid> players;
    private final CountDownLatch done;
    private int left = ROUNDS;

    Player(List<Pid> players, CountDownLatch done) {
      this.players = players;
      this.done = done;
    }

    @Override
    public void handle(Self self, Object message) {
      switch (message) {
        case Count(long next) -> self.send(players.get((int) (next * 7 % PLAYERS)), new Bear(next));
        case Bear(long number) when number % 8 == 0 ->
            self.spawnMonitor(Behaviour.of("blocking", talk(self.pid())::accept), false, _ -> {});
        case Bear _ -> self.spawnMonitor(new Child(self.pid()), false, _ -> {});
        case DownMessage _ -> {
          Pid other = players.get(Math.floorMod(left, PLAYERS));
          if (--left > 0) {
            self.send(other, new Count(left));
          } else {
            done.countDown();
          }
        }
        default -> {}
      }
    }
  }

  private static final class Child extends Starter {
    private final Pid parent;

    Child(Pid parent) {
      this.parent = parent;
    }

    @Override
    public void start(Self self) {
      talk(parent).accept(self);
      throw new Exit(ExitReason.Atom.NORMAL);
    }

    @Override
    public void handle(Self self, Object message) {}
  }

  private static Consumer<Self> talk(Pid parent) {
    return self -> {
      for (int i = 1; i <= WORDS; i++) {
        self.send(parent, self.pid() + " says " + i);
      }
    };
  }

  private abstract static class Starter implements Behaviour {
    @Override
    public void start(Self self) {}

    @Override
    public String name() {
      return getClass().getSimpleName();
    }
  }

  /// What the stream has said so far, and what it said against the order of things.
  private static final class Judge implements Subscriber {
    private final Set<Long> sent = new HashSet<>();
    private final Set<Pid> born = new HashSet<>();
    private final Set<Pid> dead = new HashSet<>();
    private final Set<String> down = new HashSet<>();
    private final Map<String, Integer> spoken = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long sequence;
    private long nanos;
    private long received;
    private long downs;
    private long lost;

    @Override
    public void accept(Batch batch) {
      for (Stamped stamped : batch.events()) {
        if (stamped.sequence() != ++sequence || stamped.nanos() < nanos) {
          wrong.add("the stream goes back or has a hole: " + stamped);
        }
        nanos = stamped.nanos();
        judge(stamped.event());
      }
      lost = batch.lostSoFar();
    }

    private void judge(RuntimeEvent event) {
      Pid subject = event.subject();
      if (!(event instanceof Gap || event instanceof Spawned || subject.equals(Pid.NONE))) {
        if (!born.contains(subject)) {
          wrong.add("not born yet: " + event);
        }
        if (dead.contains(subject)) {
          wrong.add("dead already: " + event);
        }
      }
      switch (event) {
        case Spawned(Pid child, Pid parent, String _) -> {
          if (!parent.equals(Pid.NONE) && !born.contains(parent)) {
            wrong.add("a parent not born yet: " + event);
          }
          born.add(child);
        }
        case Exited(Pid gone, ExitReason _) -> {
          dead.add(gone);
          down.add(gone.toString());
        }
        case Sent(Pid _, Pid to, long id, String label) -> {
          sent.add(id);
          hear("sent", label);
          if (!born.contains(to)) {
            wrong.add("to somebody not born yet: " + event);
          }
        }
        case Received(Pid _, long id, String label) -> hear(id, label);
        default -> {}
      }
    }

    private void hear(long id, String label) {
      received++;
      hear("received", label);
      if (label.startsWith("{DOWN")) {
        downs++;
        if (!down.contains(label.split(", ", -1)[3])) {
          wrong.add("down before its death: " + label);
        }
      } else if (!sent.contains(id)) {
        wrong.add("received before it was sent: " + label);
      }
    }

    /// A child's words are numbered.
    private void hear(String how, String label) {
      int says = label.indexOf(" says ");
      if (says > 0) {
        int word = Integer.parseInt(label.substring(says + " says ".length()));
        if (spoken.merge(how + label.substring(0, says), 1, Integer::sum) != word) {
          wrong.add("not in its sender's order: " + how + " " + label);
        }
      }
    }
  }

  @Test
  void causesStandBeforeEffectsAndEachProcessKeepsItsOrder() throws Exception {
    var judge = new Judge();
    var bus = new EventBus(Detail.MESSAGES, Integer.MAX_VALUE, EventBus.NO_CLOCK);
    bus.subscribe(judge);
    bus.start();
    try (Vm vm = Vm.live(bus)) {
      var done = new CountDownLatch(PLAYERS);
      List<Pid> players = new ArrayList<>();
      for (int i = 0; i < PLAYERS; i++) {
        players.add(vm.spawn(new Player(players, done)));
      }
      for (int i = 0; i < PLAYERS; i++) {
        vm.send(players.get(i), new Bear(i));
      }
      done.await();
    }
    bus.close();
    assertThat(judge.wrong).isEmpty();
    assertThat(judge.downs).isGreaterThanOrEqualTo((long) ROUNDS);
    assertThat(judge.received).isGreaterThan(2 * judge.downs);
    assertThat(judge.lost).isZero();
    assertThat(bus.stats().emitted()).isEqualTo(bus.stats().delivered());
  }
}
