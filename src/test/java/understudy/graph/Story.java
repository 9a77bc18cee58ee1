package understudy.graph;

import java.util.stream.Collectors;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

/// Tells a graph, in a supervised system's own order, what happened.
public final class Story {
  public final Graph graph = new Graph();
  private long sequence;
  private long nanos;
  private long nextPid = 1;

  public Story tell(RuntimeEvent event) {
    graph.apply(new Stamped(++sequence, nanos, 0, event));
    return this;
  }

  public Story later(double seconds) {
    nanos += Math.round(seconds * 1e9);
    return this;
  }

  long now() {
    return nanos;
  }

  Pid fresh() {
    return new Pid(nextPid++);
  }

  public Pid root(String name) {
    Pid pid = fresh();
    tell(new RuntimeEvent.Spawned(pid, Pid.NONE, "Supervisor"));
    tell(new RuntimeEvent.Registered(pid, name));
    tell(new RuntimeEvent.Supervising(pid, "one_for_one", 3, 5));
    tell(new RuntimeEvent.Initialized(pid));
    return pid;
  }

  public Pid loose(String behaviour) {
    Pid pid = fresh();
    tell(new RuntimeEvent.Spawned(pid, Pid.NONE, behaviour));
    tell(new RuntimeEvent.Initialized(pid));
    return pid;
  }

  public Pid worker(Pid supervisor, String id) {
    Pid pid = starting(supervisor, id, ChildKind.WORKER, 1);
    ready(supervisor, id, pid);
    return pid;
  }

  public Pid supervisor(Pid above, String id) {
    Pid pid = starting(above, id, ChildKind.SUPERVISOR, 1);
    tell(new RuntimeEvent.Supervising(pid, "one_for_all", 3, 5));
    ready(above, id, pid);
    return pid;
  }

  Pid starting(Pid supervisor, String id, ChildKind kind, int incarnation) {
    Pid pid = fresh();
    tell(new RuntimeEvent.Spawned(pid, supervisor, "Behaviour of " + id));
    tell(
        new RuntimeEvent.ChildStarting(
            supervisor, id, pid, kind, RestartType.PERMANENT, incarnation));
    return pid;
  }

  void ready(Pid supervisor, String id, Pid pid) {
    tell(new RuntimeEvent.Initialized(pid));
    tell(new RuntimeEvent.ChildStarted(supervisor, id, pid));
  }

  void dies(Pid pid, ExitReason reason) {
    tell(new RuntimeEvent.Exited(pid, reason));
  }

  void noticed(Pid supervisor, String id, Pid pid, Decision decision, int counted) {
    tell(
        new RuntimeEvent.ChildExited(
            supervisor, id, pid, ExitReason.atom("oops"), decision, counted));
  }

  public Pid crashAndRestart(Pid supervisor, String id, Pid pid, int counted) {
    dies(pid, ExitReason.atom("oops"));
    noticed(supervisor, id, pid, Decision.RESTART, counted);
    Pid next = starting(supervisor, id, ChildKind.WORKER, counted + 1);
    ready(supervisor, id, next);
    return next;
  }

  public void stopAndRemove(Pid supervisor, String id, Pid pid) {
    tell(new RuntimeEvent.ChildStopping(supervisor, id, pid, Atom.SHUTDOWN));
    dies(pid, Atom.SHUTDOWN);
    tell(new RuntimeEvent.ChildStopped(supervisor, id, pid, Atom.SHUTDOWN));
    tell(new RuntimeEvent.ChildRemoved(supervisor, id));
  }

  Vertex at(Pid pid) {
    return graph.vertex(pid).orElseThrow(() -> new AssertionError(pid + " is unknown"));
  }

  /// The whole forest as text: `root(a b(c))`, dead ones with a `-`, then loose ones after `|`.
  String picture() {
    String trees = graph.roots().stream().map(Story::draw).collect(Collectors.joining(" "));
    String loose =
        graph.loose().stream().map(Vertex::id).collect(Collectors.joining(" ", " | ", ""));
    return graph.loose().isEmpty() ? trees : trees + loose;
  }

  private static String draw(Vertex vertex) {
    String mark = vertex.alive() ? "" : "-";
    return vertex.children().isEmpty()
        ? mark + vertex.id()
        : vertex.children().stream()
            .map(Story::draw)
            .collect(Collectors.joining(" ", mark + vertex.id() + "(", ")"));
  }
}
