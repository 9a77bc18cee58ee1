package understudy.player;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import understudy.event.ChildKind;
import understudy.event.RestartType;
import understudy.otp.AutoShutdown;
import understudy.otp.Backoff;
import understudy.otp.ChildSpec;
import understudy.otp.DynamicFlags;
import understudy.otp.GenServer;
import understudy.otp.ShutdownTime;
import understudy.otp.Strategy;
import understudy.otp.Supervisor;
import understudy.otp.SupervisorFlags;
import understudy.runtime.Behaviour;
import understudy.scenario.Restart;
import understudy.scenario.Shutdown;
import understudy.scenario.SupervisorNode;
import understudy.scenario.TreeNode;
import understudy.scenario.WorkerNode;

/// Makes child specifications and process code of a scenario's tree.
final class Casting {
  private final Trace trace;
  private final InitPlans plans;

  Casting(Trace trace, InitPlans plans) {
    this.trace = trace;
    this.plans = plans;
  }

  ChildSpec spec(TreeNode node) {
    return new ChildSpec(
        node.id(),
        () -> process(node),
        restart(node.restart()),
        shutdown(node.shutdown()),
        switch (node) {
          case WorkerNode _ -> ChildKind.WORKER;
          case SupervisorNode _ -> ChildKind.SUPERVISOR;
        },
        node.significant());
  }

  Behaviour process(TreeNode node) {
    return switch (node) {
      case WorkerNode worker -> server(worker);
      case SupervisorNode supervisor -> supervisor(supervisor);
    };
  }

  private Behaviour server(WorkerNode node) {
    Supplier<GenServer<?>> callbacks =
        node.behaviour().equals(WorkerNode.SCRIPTED)
            ? () -> new ScriptedWorker(node, trace, plans)
            : Repertoire.server(node);
    return node.name()
        .map(name -> GenServer.process(name, callbacks))
        .orElseGet(() -> GenServer.process(callbacks));
  }

  private Behaviour supervisor(SupervisorNode node) {
    return switch (node.strategy()) {
      case ONE_FOR_ONE -> fixed(node, Strategy.ONE_FOR_ONE);
      case ONE_FOR_ALL -> fixed(node, Strategy.ONE_FOR_ALL);
      case REST_FOR_ONE -> fixed(node, Strategy.REST_FOR_ONE);
      case DYNAMIC -> dynamic(node, DynamicFlags.Flavour.DYNAMIC);
      case SIMPLE_ONE_FOR_ONE -> dynamic(node, DynamicFlags.Flavour.SIMPLE_ONE_FOR_ONE);
    };
  }

  private Behaviour fixed(SupervisorNode node, Strategy strategy) {
    var flags =
        new SupervisorFlags(
            strategy,
            node.intensity(),
            node.periodSeconds(),
            autoShutdown(node),
            node.backoff().map(Casting::backoff));
    var children = node.children().stream().map(this::spec).toList();
    return node.name()
        .map(name -> Supervisor.process(name, flags, children))
        .orElseGet(() -> Supervisor.process(flags, children));
  }

  private static AutoShutdown autoShutdown(SupervisorNode node) {
    return switch (node.autoShutdown()) {
      case NEVER -> AutoShutdown.NEVER;
      case ANY_SIGNIFICANT -> AutoShutdown.ANY_SIGNIFICANT;
      case ALL_SIGNIFICANT -> AutoShutdown.ALL_SIGNIFICANT;
    };
  }

  private static Backoff backoff(understudy.scenario.Backoff written) {
    return new Backoff(
        Duration.ofMillis(written.baseMillis()),
        written.factor(),
        Duration.ofMillis(written.capMillis()),
        Duration.ofMillis(written.resetMillis()),
        0);
  }

  private Behaviour dynamic(SupervisorNode node, DynamicFlags.Flavour flavour) {
    var flags =
        new DynamicFlags(
            node.intensity(),
            node.periodSeconds(),
            node.maxChildren().orElse(DynamicFlags.UNLIMITED),
            flavour,
            autoShutdown(node),
            node.template().map(this::spec));
    Optional<String> name = node.name();
    return name.map(one -> Supervisor.dynamic(one, flags))
        .orElseGet(() -> Supervisor.dynamic(flags));
  }

  private static RestartType restart(Restart written) {
    return switch (written) {
      case PERMANENT -> RestartType.PERMANENT;
      case TRANSIENT -> RestartType.TRANSIENT;
      case TEMPORARY -> RestartType.TEMPORARY;
    };
  }

  private static ShutdownTime shutdown(Shutdown written) {
    return switch (written) {
      case Shutdown.BrutalKill _ -> new ShutdownTime.BrutalKill();
      case Shutdown.Infinity _ -> new ShutdownTime.Infinity();
      case Shutdown.Within(var millis) -> new ShutdownTime.Within(Duration.ofMillis(millis));
    };
  }
}
