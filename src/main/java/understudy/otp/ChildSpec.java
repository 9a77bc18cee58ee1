package understudy.otp;

import java.time.Duration;
import java.util.function.Supplier;
import understudy.event.ChildKind;
import understudy.event.RestartType;
import understudy.runtime.Behaviour;

/// What a supervisor knows of a child: how to start it, when to start it again, how to stop it.
///
/// @param id unique under one supervisor (SUP-16)
/// @param start makes the process's code at each start (SUP-14); it must acknowledge its start, as
///   GenServer and Supervisor do and [#task] sees to
/// @param restart when it is started again
/// @param shutdown how it is stopped
/// @param kind worker or supervisor
/// @param significant whether its end may end the supervisor (AUT rules)
public record ChildSpec(
    String id,
    Supplier<Behaviour> start,
    RestartType restart,
    ShutdownTime shutdown,
    ChildKind kind,
    boolean significant) {
  private static final Duration WORKER_SHUTDOWN = Duration.ofSeconds(5);

  /// {@return a permanent worker, stopped within 5 s (SUP-07)}
  ///
  /// @param id unique under one supervisor
  /// @param start makes the process's code at each start
  public static ChildSpec worker(String id, Supplier<Behaviour> start) {
    return new ChildSpec(
        id,
        start,
        RestartType.PERMANENT,
        new ShutdownTime.Within(WORKER_SHUTDOWN),
        ChildKind.WORKER,
        false);
  }

  /// {@return a permanent supervisor, stopped however long it takes (SHD-06)}
  ///
  /// @param id unique under one supervisor
  /// @param start makes the process's code at each start
  public static ChildSpec supervisor(String id, Supplier<Behaviour> start) {
    return new ChildSpec(
        id, start, RestartType.PERMANENT, new ShutdownTime.Infinity(), ChildKind.SUPERVISOR, false);
  }

  /// {@return a temporary worker that runs `body` once}
  ///
  /// @param id unique under one supervisor
  /// @param body its code
  public static ChildSpec task(String id, Behaviour.Body body) {
    return worker(
            id,
            () ->
                Behaviour.of(
                    id,
                    self -> {
                      self.acknowledgeStarted(new StartResult.Started(self.pid()));
                      body.run(self);
                    }))
        .restarted(RestartType.TEMPORARY);
  }

  /// {@return the same child with another restart type}
  ///
  /// @param type when it is started again
  public ChildSpec restarted(RestartType type) {
    return new ChildSpec(id, start, type, shutdown, kind, significant);
  }

  /// {@return the same child, stopped in another way}
  ///
  /// @param time how it is stopped
  public ChildSpec stopped(ShutdownTime time) {
    return new ChildSpec(id, start, restart, time, kind, significant);
  }

  /// {@return the same child, whose end may end the supervisor}
  public ChildSpec asSignificant() {
    return new ChildSpec(id, start, restart, shutdown, kind, true);
  }
}
