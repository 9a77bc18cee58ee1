package understudy.player;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.runtime.Behaviour;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// Trouble that a person makes for a running scenario: kills at random, messages without end, slow
/// processes.
///
/// Who kills and who sends are processes like others, though hands from outside, so on the stepped
/// system the same seed gives the same trouble at the same moments. Traffic and slowness belong to
/// a place in the tree and outlive its process. Used by the thread that lets time pass.
public final class Mischief {
  private static final long NANOS = 1_000_000_000L;
  private static final int MOST_BURSTS = 1_000;

  /// Kills at random.
  ///
  /// @param scope the path of the subtree, empty for all but the root
  /// @param perSecond kills a second
  /// @param seed decides who and when
  /// @param kills how many so far
  public record Chaos(String scope, double perSecond, long seed, long kills) {}

  /// Messages without end.
  ///
  /// @param path whereto
  /// @param perSecond messages a second
  /// @param sent how many so far
  public record Load(String path, double perSecond, long sent) {}

  private record Hand(Pid pid, AtomicLong done) {}

  private record Killing(Hand hand, String scope, double perSecond, long seed) {}

  private record Sending(Hand hand, double perSecond) {}

  private final Vm vm;
  private final Roster roster;
  private final Map<String, Duration> slow = new TreeMap<>();
  private final Map<String, Sending> loads = new TreeMap<>();
  private Optional<Killing> killing = Optional.empty();

  Mischief(Vm vm, Trace trace) {
    this.vm = vm;
    this.roster = trace.roster();
    trace.whenBegun(this::begun);
  }

  private void begun(String path, Pid pid) {
    Duration each;
    synchronized (slow) {
      each = slow.getOrDefault(path, Duration.ZERO);
    }
    if (!each.isZero()) {
      vm.slow(pid, each);
    }
  }

  /// Kills at random from now on, in place of any chaos so far.
  ///
  /// @param scope only this process and what stands under it; [Pid#NONE] for all but the root
  /// @param perSecond kills a second, above 0
  /// @param seed decides who and when
  public void chaos(Pid scope, double perSecond, long seed) {
    endChaos();
    String path = scope.isNone() ? "" : roster.path(scope).orElse("");
    var kills = new AtomicLong();
    var pid = vm.spawn(Behaviour.of("(chaos)", self -> kill(self, path, perSecond, seed, kills)));
    killing = Optional.of(new Killing(new Hand(pid, kills), path, perSecond, seed));
  }

  private void kill(Self self, String path, double perSecond, long seed, AtomicLong kills) {
    var random = new SplittableRandom(seed);
    while (true) {
      double seconds = random.nextDouble(0.5, 1.5) / perSecond;
      self.sleep(Duration.ofNanos(Math.max(1, Math.round(seconds * NANOS))));
      var victims = roster.under(path);
      if (!victims.isEmpty()) {
        self.exit(victims.get(random.nextInt(victims.size())), Atom.KILL);
        kills.incrementAndGet();
      }
    }
  }

  /// Kills no more.
  public void endChaos() {
    killing.ifPresent(one -> vm.exit(one.hand().pid(), Atom.KILL));
    killing = Optional.empty();
  }

  /// {@return the chaos that goes on, if any}
  public Optional<Chaos> chaos() {
    return killing.map(
        one -> new Chaos(one.scope(), one.perSecond(), one.seed(), one.hand().done().get()));
  }

  /// Sends a message over and over from now on.
  ///
  /// @param to the process in the place that is meant
  /// @param perSecond messages a second, above 0
  /// @param message what is sent
  public void load(Pid to, double perSecond, ExitReason message) {
    roster
        .path(to)
        .ifPresent(path -> {
          endLoad(path);
          var sent = new AtomicLong();
          var pid =
              vm.spawn(
                  Behaviour.of("(traffic)", self -> send(self, path, perSecond, message, sent)));
          loads.put(path, new Sending(new Hand(pid, sent), perSecond));
        });
  }

  private void send(Self self, String path, double perSecond, ExitReason message, AtomicLong sent) {
    double bursts = Math.min(perSecond, MOST_BURSTS);
    var pause = Duration.ofNanos(Math.round(NANOS / bursts));
    double owed = 0;
    while (true) {
      self.sleep(pause);
      var to = roster.find(path, 0).filter(roster::isAlive);
      for (owed += perSecond / bursts; owed >= 1; owed--) {
        to.ifPresent(pid -> {
          self.send(pid, message);
          sent.incrementAndGet();
        });
      }
    }
  }

  /// Sends no more.
  ///
  /// @param path of the target
  public void endLoad(String path) {
    var gone = loads.remove(path);
    if (gone != null) {
      vm.exit(gone.hand().pid(), Atom.KILL);
    }
  }

  /// {@return all traffic that goes on, by path}
  public List<Load> loads() {
    return loads.entrySet().stream()
        .map(e -> new Load(e.getKey(), e.getValue().perSecond(), e.getValue().hand().done().get()))
        .toList();
  }

  /// Has whoever is in a place take its time over each message from now on.
  ///
  /// @param pid the process that is there
  /// @param each how long, more than zero
  public void slow(Pid pid, Duration each) {
    roster.path(pid).ifPresent(path -> slow(path, each));
  }

  private void slow(String path, Duration each) {
    synchronized (slow) {
      if (each.isZero()) {
        slow.remove(path);
      } else {
        slow.put(path, each);
      }
    }
    roster.find(path, 0).ifPresent(pid -> vm.slow(pid, each));
  }

  /// Has it be quick again.
  ///
  /// @param path the place
  public void endSlow(String path) {
    slow(path, Duration.ZERO);
  }

  /// {@return who is slow, and how slow, by path}
  public Map<String, Duration> slow() {
    synchronized (slow) {
      return new TreeMap<>(slow);
    }
  }

  /// Has a process and all under it die at this moment.
  ///
  /// @param pid the process
  public void killTree(Pid pid) {
    String path = roster.path(pid).orElse("");
    vm.exit(pid, Atom.KILL);
    if (!path.isEmpty()) {
      roster.under(path).stream()
          .filter(each -> !each.equals(pid))
          .forEach(each -> vm.exit(each, Atom.KILL));
    }
  }
}
