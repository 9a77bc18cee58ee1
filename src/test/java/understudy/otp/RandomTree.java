package understudy.otp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.runtime.Behaviour;
import understudy.runtime.DownMessage;
import understudy.runtime.Exit;
import understudy.runtime.ExitMessage;
import understudy.runtime.Rig;
import understudy.runtime.Self;

/// A random supervision tree, random faults on it, and three who look on: one that links to its
/// processes, one that monitors them, and one that they talk to. All chance is the seed's.
final class RandomTree {
  private static final List<ExitReason> REASONS =
      List.of(Atom.NORMAL, Atom.SHUTDOWN, new Atom("boom"), Atom.KILL);

  private static final List<RestartType> TYPES = List.of(RestartType.values());
  private static final List<Strategy> STRATEGIES = List.of(Strategy.values());

  record Die(ExitReason reason) {}

  record Work(long millis) {}

  record Talk(int times) {}

  record Said(Pid from, int number) {}

  record Look(Pid at) {}

  private static final class Fool extends GenServer<Integer> {
    private final boolean traps;
    private final Pid ear;

    Fool(boolean traps, Pid ear) {
      this.traps = traps;
      this.ear = ear;
    }

    @Override
    protected Init<Integer> init() {
      self().trapExit(traps);
      boolean shy = self().nanos() > 0 && self().random().nextInt(12) == 0;
      return shy ? new Init.Stop<>(new Atom("shy")) : Init.ok(0);
    }

    @Override
    protected Outcome<Integer> handleInfo(Object message, Integer said) {
      return switch (message) {
        case Die(var reason) -> throw new Exit(reason);
        case Work(var millis) -> {
          self().sleep(Rig.ms(millis));
          yield Outcome.noReply(said);
        }
        case Talk(var times) -> {
          for (int i = 1; i <= times; i++) {
            self().send(ear, new Said(self().pid(), said + i));
          }
          yield Outcome.noReply(said + times);
        }
        default -> Outcome.noReply(said);
      };
    }

    @Override
    protected void terminate(ExitReason reason, Integer said) {
      self().sleep(Rig.ms(self().random().nextInt(80)));
    }
  }

  final Rig rig;
  final List<Said> heard = new ArrayList<>();
  final Map<Pid, List<ExitReason>> exits = new HashMap<>();
  final Map<Long, List<ExitReason>> downs = new HashMap<>();
  final Map<Long, Pid> monitors = new HashMap<>();

  /// Where each child stands among its siblings, by its id.
  final Map<String, Integer> places = new HashMap<>();

  private final SplittableRandom random;
  private final Pid ear;
  private final Pid linker;
  private final Pid monitorer;
  private int ids;

  RandomTree(long seed) {
    rig = new Rig(seed);
    random = new SplittableRandom(seed * 31);
    ear = rig.spawn(this::listen);
    linker = rig.spawn(this::link);
    monitorer = rig.spawn(this::monitor);
    rig.idle();
  }

  private void listen(Self self) {
    while (true) {
      heard.add((Said) self.receive(message -> message instanceof Said));
    }
  }

  private void link(Self self) {
    self.trapExit(true);
    while (true) {
      switch (self.receive()) {
        case Look(var at) -> {
          if (!exits.containsKey(at)) {
            exits.put(at, new ArrayList<>());
            self.link(at);
          }
        }
        case ExitMessage(var from, var reason) ->
            exits.computeIfAbsent(from, _ -> new ArrayList<>()).add(reason);
        default -> {}
      }
    }
  }

  private void monitor(Self self) {
    while (true) {
      switch (self.receive()) {
        case Look(var at) -> monitors.put(self.monitor(at), at);
        case DownMessage(var reference, _, var reason) ->
            downs.computeIfAbsent(reference, _ -> new ArrayList<>()).add(reason);
        default -> {}
      }
    }
  }

  // ---- the tree ----

  private ChildSpec child(int depth, int place) {
    String id = "c" + ids++;
    places.put(id, place);
    ChildSpec spec =
        depth > 0 && random.nextInt(3) == 0
            ? ChildSpec.supervisor(id, supervisor(depth - 1)::get)
            : worker(id);
    return spec.restarted(TYPES.get(random.nextInt(TYPES.size())))
        .stopped(
            switch (random.nextInt(4)) {
              case 0 -> new ShutdownTime.BrutalKill();
              case 1 -> new ShutdownTime.Within(Rig.ms(40));
              case 2 -> new ShutdownTime.Infinity();
              default -> new ShutdownTime.Within(Rig.ms(5_000));
            });
  }

  private ChildSpec worker(String id) {
    boolean traps = random.nextBoolean();
    return random.nextInt(4) == 0
        ? ChildSpec.worker(id, () -> GenServer.process("name of " + id, () -> new Fool(traps, ear)))
        : ChildSpec.worker(id, () -> GenServer.process(() -> new Fool(traps, ear)));
  }

  private interface Making {
    Behaviour get();
  }

  private Making supervisor(int depth) {
    SupervisorFlags flags =
        SupervisorFlags.of(STRATEGIES.get(random.nextInt(STRATEGIES.size())))
            .tolerating(random.nextInt(9), random.nextInt(1, 6));
    List<ChildSpec> children = new ArrayList<>();
    int count = random.nextInt(depth == 3 ? 3 : 0, 6);
    for (int i = 0; i < count; i++) {
      children.add(child(depth, i));
    }
    return () -> Supervisor.process(flags, children);
  }

  // ---- the play ----

  /// Starts a tree, lets `faults` happen, and ends it.
  RandomTree play(int faults) {
    Behaviour root = supervisor(3).get();
    Pid holder =
        rig.spawn(self -> {
          self.trapExit(true);
          Supervisor.startLink(self, root);
          self.receive(message -> message.equals("end"));
          throw new Exit(new Atom("over"));
        });
    rig.idle();
    for (int i = 0; i < faults; i++) {
      fault();
    }
    rig.advance(60_000);
    rig.vm.send(holder, "end");
    rig.settle();
    return this;
  }

  private void fault() {
    List<Pid> alive = members().stream().filter(pid -> rig.end(pid).isEmpty()).toList();
    if (alive.isEmpty()) {
      return;
    }
    Pid pid = alive.get(random.nextInt(alive.size()));
    ExitReason reason = REASONS.get(random.nextInt(REASONS.size()));
    switch (random.nextInt(9)) {
      case 0, 1 -> rig.vm.send(pid, new Die(reason));
      case 2 -> rig.vm.exit(pid, reason.equals(Atom.NORMAL) ? Atom.KILL : reason);
      case 3 -> rig.vm.send(pid, new Work(random.nextLong(200)));
      case 4 -> rig.vm.send(linker, new Look(pid));
      case 5 -> rig.vm.send(monitorer, new Look(pid));
      case 6 -> rig.vm.send(pid, new Talk(random.nextInt(1, 20)));
      case 7 -> rig.advance(random.nextLong(1_500));
      default -> rig.vm.steps().step();
    }
  }

  /// {@return every process that a supervisor ever created}
  List<Pid> members() {
    return rig.events(RuntimeEvent.ChildStarting.class).stream()
        .map(RuntimeEvent.ChildStarting::child)
        .toList();
  }

  /// {@return those who live on by design}
  List<Pid> onlookers() {
    return List.of(ear, linker, monitorer);
  }
}
