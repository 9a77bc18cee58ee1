package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import understudy.event.Pid;
import understudy.graph.Graph;
import understudy.graph.Vertex;
import understudy.probe.ProcessInfo;
import understudy.probe.ProcessTable;
import understudy.probe.Status;

/// Asks for all that is known of the selected process, and remembers its mailbox for a minute.
///
/// Owned by the pump's thread.
final class Interview {
  private static final int MOST_PEERS = 100;

  private final List<Integer> history = new ArrayList<>();
  private final List<Integer> restarts = new ArrayList<>();
  private final Letters letters = new Letters();
  private int slot = -1;
  private int restartsBefore;
  private int depthBefore;
  private long sampled;

  Letters letters() {
    return letters;
  }

  Facts facts(Vertex vertex, Survey survey, Graph graph, ProcessTable table) {
    long now = Math.max(graph.nanos(), table.nanos());
    sample(vertex, now);
    letters.watch(vertex.pid());
    Optional<ProcessInfo> info = table.info(vertex.pid(), MOST_PEERS);
    var pid = vertex.pid();
    var phase = Phases.of(vertex.state());
    return new Facts(
        vertex.slot(),
        survey.box(vertex),
        survey.block(vertex),
        pid,
        vertex.previousPid().orElse(Pid.NONE),
        Labels.name(vertex),
        vertex.name().orElse(""),
        vertex.behaviour().isEmpty()
            ? info.map(ProcessInfo::behaviour).orElse("")
            : vertex.behaviour(),
        phase,
        Phases.now(vertex, info.map(ProcessInfo::status).orElse(Status.DOWN)),
        vertex
            .parent()
            .map(p -> new Peer(p.pid(), p.slot(), Labels.name(p)))
            .orElse(new Peer(Pid.NONE, -1, "")),
        vertex.strategy().orElse(""),
        vertex.restartsInWindow(now),
        vertex.maxRestarts(),
        vertex.periodSeconds(),
        vertex.restart().map(r -> r.name().toLowerCase(Locale.ROOT)).orElse(""),
        vertex.restarts(),
        vertex.depth(),
        info.map(ProcessInfo::trapExit).orElse(vertex.trapExit()),
        peers(graph, info.map(ProcessInfo::links).orElse(List.of()), graph.linkCount(pid)),
        peers(graph, info.map(ProcessInfo::monitors).orElse(List.of()), graph.monitorCount(pid)),
        peers(graph, info.map(ProcessInfo::monitoredBy).orElse(List.of()), graph.watcherCount(pid)),
        phase.isAlive() ? Math.max(0, now - vertex.spawnedNanos()) : 0,
        vertex.lastExit().map(Reasons::plain).orElse(""),
        Ghosts.words(graph.zombies(vertex.slot()), now),
        info.map(ProcessInfo::state).orElse(""),
        info.map(ProcessInfo::mailbox).orElse(List.of()),
        info.map(i -> letters.ages(i.mailbox().size(), i.mailboxDepth(), now)).orElse(List.of()),
        info.map(ProcessInfo::understands).orElse(List.of()),
        List.copyOf(history),
        List.copyOf(restarts),
        vertex.lastExit().map(Traces::of).orElse(List.of()));
  }

  /// Notes how full a mailbox is, for the time since it was noted last.
  void sample(Vertex vertex, long now) {
    if (slot != vertex.slot() || now < sampled) {
      slot = vertex.slot();
      history.clear();
      restarts.clear();
      restartsBefore = vertex.restarts();
      depthBefore = vertex.depth();
      sampled = now - Facts.SAMPLE_NANOS;
    }
    for (; sampled + Facts.SAMPLE_NANOS <= now; sampled += Facts.SAMPLE_NANOS) {
      if (now - sampled > Facts.SAMPLES * Facts.SAMPLE_NANOS) {
        sampled = now - Facts.SAMPLES * Facts.SAMPLE_NANOS;
      }
      boolean newest = sampled + 2 * Facts.SAMPLE_NANOS > now;
      history.add(newest ? vertex.depth() : depthBefore);
      restarts.add(newest ? Math.max(0, vertex.restarts() - restartsBefore) : 0);
      if (history.size() > Facts.SAMPLES) {
        history.removeFirst();
        restarts.removeFirst();
      }
      if (newest) {
        restartsBefore = vertex.restarts();
      }
    }
    depthBefore = vertex.depth();
  }

  private static Peers peers(Graph graph, List<Pid> asked, int all) {
    var first =
        asked.stream().distinct().limit(MOST_PEERS).map(pid -> Labels.peer(graph, pid)).toList();
    boolean cut = asked.size() >= MOST_PEERS;
    return new Peers(first, cut ? Math.max(0, Math.max(asked.size(), all) - first.size()) : 0);
  }

  static List<Tie> ties(Facts facts, Vertex vertex, Graph graph) {
    List<Tie> ties = new ArrayList<>();
    facts.links().first().stream()
        .filter(p -> p.slot() >= 0)
        .filter(p ->
            graph.vertex(p.slot()).filter(other -> Bonds.areOfTheTree(vertex, other)).isEmpty())
        .forEach(p -> ties.add(new Tie(facts.slot(), p.slot(), false)));
    facts.monitors().first().stream()
        .filter(p -> p.slot() >= 0)
        .forEach(p -> ties.add(new Tie(facts.slot(), p.slot(), true)));
    facts.monitoredBy().first().stream()
        .filter(p -> p.slot() >= 0)
        .forEach(p -> ties.add(new Tie(p.slot(), facts.slot(), true)));
    return ties;
  }
}
