package understudy.otp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.runtime.Behaviour;
import understudy.runtime.Exit;
import understudy.runtime.Self;

/// Where tasks live that somebody else starts: a dynamic supervisor of tasks, and how it is found.
///
/// ```java
/// TaskSupervisor tasks = TaskSupervisor.named("Tasks");
/// Task<Page> page = tasks.asyncNolink(self, _ -> fetch(address));
/// ```
///
/// Its children are temporary and stopped within 5 s unless told otherwise (TSK-12). A method of a
/// supervisor that is not there exits with `{noproc, _}`.
///
/// @param server how it is found
public record TaskSupervisor(Via server) {
  // ---- the supervisor itself ----

  /// {@return the tasks' supervisor that holds `name`, running or not}
  ///
  /// @param name a registered name
  public static TaskSupervisor named(String name) {
    return new TaskSupervisor(Via.name(name));
  }

  /// {@return the tasks' supervisor `pid`}
  ///
  /// @param pid a process of [#process]
  public static TaskSupervisor at(Pid pid) {
    return new TaskSupervisor(Via.pid(pid));
  }

  /// {@return the process code of a supervisor of tasks}
  ///
  /// @param flags how it behaves; `maxChildren` limits the tasks at one time (TSK-20)
  public static Behaviour process(DynamicFlags flags) {
    return Supervisor.dynamic(flags);
  }

  /// {@return a supervisor of tasks as a child, under its name}
  ///
  /// @param name its id and its registered name
  /// @param flags how it behaves
  public static ChildSpec child(String name, DynamicFlags flags) {
    return ChildSpec.supervisor(name, () -> Supervisor.dynamic(name, flags));
  }

  // ---- its tasks ----

  /// Starts a task under this supervisor, linked to the caller: each dies of the other's crash
  /// (TSK-03, TSK-13).
  ///
  /// @param <T> the result
  /// @param self the owner
  /// @param work what the task does
  /// @return the task
  /// @throws IllegalStateException if there are `maxChildren` already (TSK-20)
  public <T> Task<T> async(Self self, Task.Work<T> work) {
    Pid pid = place(self);
    self.link(pid);
    return Task.begin(self, pid, work);
  }

  /// Starts a task under this supervisor, without link: its crash reaches the owner as DOWN only
  /// (TSK-10), and once it has begun it outlives the owner (TSK-13).
  ///
  /// @param <T> the result
  /// @param self the owner
  /// @param work what the task does
  /// @return the task
  /// @throws IllegalStateException if there are `maxChildren` already (TSK-20)
  public <T> Task<T> asyncNolink(Self self, Task.Work<T> work) {
    return Task.begin(self, place(self), work);
  }

  private Pid place(Self self) {
    Pid owner = self.pid();
    ChildSpec spec = spec(() -> TaskProcess.ordered(Optional.of(owner)));
    return switch (start(self, spec)) {
      case ChildResult.Ok(var pid) -> pid;
      case ChildResult.Failed(var reason) when reason.equals(new Atom("max_children")) ->
          throw new IllegalStateException(
              "task supervisor %s has as many tasks as it may; raise max_children or wait for some"
                  .formatted(server));
      case ChildResult.Failed(var reason) -> throw new Exit(reason);
      case ChildResult.Ignored _, ChildResult.Undefined _ ->
          throw new IllegalStateException("task supervisor " + server + " ignored a task");
    };
  }

  /// Starts a task whose result nobody wants, temporary.
  ///
  /// @param self who starts it
  /// @param work what it does
  /// @return `{ok, Pid}`, or `{error, max_children}` (TSK-20)
  public ChildResult startChild(Self self, Task.Work<?> work) {
    return startChild(self, work, RestartType.TEMPORARY);
  }

  /// Starts a task whose result nobody wants; a transient or permanent one does its work again when
  /// the supervisor restarts it (TSK-17).
  ///
  /// @param self who starts it
  /// @param work what it does
  /// @param restart when it does so again
  /// @return `{ok, Pid}`, or `{error, max_children}`
  public ChildResult startChild(Self self, Task.Work<?> work, RestartType restart) {
    List<Pid> callers = TaskProcess.lineOf(self);
    return start(self, spec(() -> TaskProcess.running(callers, work)).restarted(restart));
  }

  /// Stops a task.
  ///
  /// @param self who asks
  /// @param task its process
  /// @return `ok` or `{error, not_found}`
  public ChildResult terminateChild(Self self, Pid task) {
    return (ChildResult) ask(self, new SupervisorRequest.TerminatePid(task));
  }

  /// {@return the tasks that run now}
  ///
  /// @param self who asks
  @SuppressWarnings("unchecked")
  public List<Pid> children(Self self) {
    return ((List<ChildInfo>) ask(self, new SupervisorRequest.WhichChildren()))
        .stream().map(ChildInfo::pid).toList();
  }

  /// Works on many inputs like [Task#asyncStream], each task under this supervisor and linked to
  /// the caller.
  ///
  /// @param <I> an input
  /// @param <T> a result
  /// @param self the owner
  /// @param inputs taken one by one as tasks become free
  /// @param each what a task does with its input
  /// @param options how many at once, how long each, in which order
  /// @return how each task ended
  public <I, T> List<TaskEnd<T>> asyncStream(
      Self self, Iterable<I> inputs, TaskStream.Each<I, T> each, TaskStream.Options options) {
    var ends = new ArrayList<TaskEnd<T>>();
    Consumer<TaskEnd<T>> sink = ends::add;
    new TaskStream<I, T>(self, options, each, work -> async(self, work), sink).run(inputs);
    return ends;
  }

  /// Like [#asyncStream], without links: a crash is one `{exit, Reason}` among the ends and harms
  /// nobody.
  ///
  /// @param <I> an input
  /// @param <T> a result
  /// @param self the owner
  /// @param inputs taken one by one as tasks become free
  /// @param each what a task does with its input
  /// @param options how many at once, how long each, in which order
  /// @return how each task ended
  public <I, T> List<TaskEnd<T>> asyncStreamNolink(
      Self self, Iterable<I> inputs, TaskStream.Each<I, T> each, TaskStream.Options options) {
    var ends = new ArrayList<TaskEnd<T>>();
    Consumer<TaskEnd<T>> sink = ends::add;
    new TaskStream<I, T>(self, options, each, work -> asyncNolink(self, work), sink).run(inputs);
    return ends;
  }

  private static ChildSpec spec(Supplier<Behaviour> start) {
    return ChildSpec.worker("task", start).restarted(RestartType.TEMPORARY);
  }

  private ChildResult start(Self self, ChildSpec spec) {
    return (ChildResult) ask(self, new SupervisorRequest.StartChild(spec));
  }

  private Object ask(Self self, SupervisorRequest request) {
    return Calls.call(self, server, request, Supervisor.WITHOUT_LIMIT);
  }
}
