package understudy.otp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Ref;
import understudy.event.Pid;
import understudy.runtime.DownMessage;
import understudy.runtime.Exit;
import understudy.runtime.Self;

/// Work that another process does for this one, and whose result it will fetch.
///
/// ```java
/// Task<Integer> task = Task.async(self, _ -> 6 * 7);
/// int answer = task.await(self);
/// ```
///
/// A task of [#async] is linked to its owner: if it crashes the owner dies as well, unless it traps
/// exits (TSK-03); [TaskSupervisor#asyncNolink] makes one that is not. The result arrives as a
/// [TaskResult] and after it DOWN with `normal` (TSK-01), which a server may take in `handleInfo`
/// instead of awaiting. Only the owner may await, yield, shut down or ignore, and gets the result
/// once: whoever awaits a second time waits in vain (TSK-06, TSK-07).
///
/// @param pid the task's process
/// @param reference the number of the owner's monitor, which the result carries
/// @param owner who gets the result
/// @param <T> the result
public record Task<T>(Pid pid, long reference, Pid owner) {
  /// How long an await takes at most unless told otherwise, and a shutdown before it kills.
  public static final Duration TIMEOUT = Duration.ofSeconds(5);

  /// What a task does.
  ///
  /// @param <T> the result
  @FunctionalInterface
  public interface Work<T> {
    /// Runs in the task's own process.
    ///
    /// @param self the task's own door
    /// @return the result, a value that nobody will change
    /// @throws Exception to crash the task
    T run(Self self) throws Exception;
  }

  // ---- starting ----

  /// Starts a task that is linked to this process and monitored by it (TSK-01).
  ///
  /// @param <T> the result
  /// @param self the owner
  /// @param work what the task does
  /// @return the task, at once
  public static <T> Task<T> async(Self self, Work<T> work) {
    return begin(self, self.spawnLink(TaskProcess.ordered(Optional.empty())), work);
  }

  /// Hands `work` to a process that waits for it.
  static <T> Task<T> begin(Self self, Pid pid, Work<T> work) {
    long reference = self.monitor(pid);
    self.send(pid, new TaskProcess.Order(self.pid(), reference, TaskProcess.lineOf(self), work));
    return new Task<>(pid, reference, self.pid());
  }

  /// Starts a linked process for the sake of what it does; no result is sent (TSK-11).
  ///
  /// @param self who starts it
  /// @param work what it does
  /// @return the process
  public static Pid startLink(Self self, Work<?> work) {
    return self.spawnLink(TaskProcess.running(TaskProcess.lineOf(self), work));
  }

  /// Starts a process for the sake of what it does, without link and result.
  ///
  /// @param self who starts it
  /// @param work what it does
  /// @return the process
  public static Pid start(Self self, Work<?> work) {
    return self.spawn(TaskProcess.running(TaskProcess.lineOf(self), work));
  }

  /// {@return who asked for what this task does, nearest first: its owner, the owner's owner and so
  /// on; empty in a process that is no task (TSK-18)}
  ///
  /// @param self a task
  public static List<Pid> callers(Self self) {
    return TaskProcess.callers(self);
  }

  // ---- one task ----

  /// Waits for the result, at most [#TIMEOUT].
  ///
  /// @param self the owner
  /// @return the result
  /// @throws Exit as for [#await(Self, Duration)]
  public T await(Self self) {
    return await(self, TIMEOUT);
  }

  /// Waits for the result and takes the monitor away (TSK-02).
  ///
  /// @param self the owner
  /// @param timeout how long
  /// @return the result
  /// @throws Exit with `{Reason, {Task, await, _}}` if the task crashed (TSK-04, TSK-21), or with
  ///   `{timeout, _}`; an owner that dies of it takes a linked task with it (TSK-05)
  public T await(Self self, Duration timeout) {
    checkOwner(self, "await");
    return switch (awaitEnd(self, timeout)) {
      case TaskEnd.Ok<T>(var value) -> value;
      case TaskEnd.Exited<T>(var reason) -> throw failure(reason, "await");
    };
  }

  private TaskEnd<T> awaitEnd(Self self, Duration timeout) {
    Optional<TaskEnd<T>> end = take(self, timeout);
    self.demonitor(reference);
    return end.orElseGet(() -> new TaskEnd.Exited<>(new Atom("timeout")));
  }

  /// Waits for the end for a while; nothing is lost where it does not come (TSK-08).
  ///
  /// @param self the owner
  /// @param timeout how long; zero takes what is there
  /// @return the end, nothing while the task runs; then it may be asked again
  @SuppressWarnings("NamedLikeContextualKeyword") // Elixir's word; always called on a task.
  public Optional<TaskEnd<T>> yield(Self self, Duration timeout) {
    checkOwner(self, "yield");
    Optional<TaskEnd<T>> end = take(self, timeout);
    end.ifPresent(_ -> self.demonitor(reference));
    return end;
  }

  /// Ends the task: unlinks it, asks it with `shutdown` or kills it, and waits until it is dead
  /// (TSK-09). Neither a result nor DOWN comes after this.
  ///
  /// @param self the owner
  /// @param how as for the child of a supervisor; a task that needs more than its time is killed
  /// @return the result if it had arrived, why the task failed if it ended by something else than
  ///   this request, nothing otherwise
  public Optional<TaskEnd<T>> shutdown(Self self, ShutdownTime how) {
    checkOwner(self, "shut down");
    Atom request = how instanceof ShutdownTime.BrutalKill ? Atom.KILL : Atom.SHUTDOWN;
    ExitReason asIntended = request.equals(Atom.KILL) ? Atom.KILLED : Atom.SHUTDOWN;
    long watch = self.monitor(pid);
    TaskEnforcer.exit(self, pid, request);
    ExitReason reason = awaitDeath(self, watch, how);
    Optional<Object> earlier = self.take(this::isDown);
    self.demonitor(reference);
    Optional<Object> result = self.take(this::isResult);
    if (result.isPresent()) {
      return result.map(this::endOf);
    }
    boolean wasDead = reason.equals(Atom.NOPROC);
    return (wasDead ? earlier.map(down -> ((DownMessage) down).reason()) : Optional.of(reason))
        .filter(end -> !end.equals(asIntended))
        .map(TaskEnd.Exited::new);
  }

  /// Ends the task, giving it [#TIMEOUT].
  ///
  /// @param self the owner
  /// @return as for [#shutdown(Self, ShutdownTime)]
  public Optional<TaskEnd<T>> shutdown(Self self) {
    return shutdown(self, new ShutdownTime.Within(TIMEOUT));
  }

  private ExitReason awaitDeath(Self self, long watch, ShutdownTime how) {
    var word =
        how instanceof ShutdownTime.Within(Duration time)
            ? self.receive(message -> isDownOf(watch, message), time)
            : Optional.of(self.receive(message -> isDownOf(watch, message)));
    if (word.isEmpty()) {
      self.exit(pid, Atom.KILL);
    }
    return ((DownMessage) word.orElseGet(() -> self.receive(one -> isDownOf(watch, one)))).reason();
  }

  /// Lets the task run on and forgets it: it is unlinked, its crash harms nobody, and its result is
  /// dropped (TSK-19).
  ///
  /// @param self the owner
  /// @return the end, if it had arrived
  public Optional<TaskEnd<T>> ignore(Self self) {
    checkOwner(self, "ignore");
    Optional<TaskEnd<T>> end = take(self, Duration.ZERO);
    self.unlink(pid);
    self.demonitor(reference);
    return end;
  }

  // ---- many tasks ----

  /// Waits for all results under one limit (TSK-14).
  ///
  /// @param <T> the result of each
  /// @param self the owner
  /// @param tasks the tasks, each once
  /// @param timeout how long in all
  /// @return the results in the order of `tasks`
  /// @throws Exit with `{Reason, {Task, await_many, _}}` as soon as one has crashed, or with
  ///   `{timeout, _}`
  public static <T> List<T> awaitMany(Self self, List<Task<T>> tasks, Duration timeout) {
    return TaskGroup.awaitAll(self, tasks, timeout);
  }

  /// Waits for the ends of many, at most `timeout` in all (TSK-15).
  ///
  /// @param <T> the result of each
  /// @param self the owner
  /// @param tasks the tasks
  /// @param timeout how long in all
  /// @return what [#yield] says of each, in the order of `tasks`
  public static <T> List<Optional<TaskEnd<T>>> yieldMany(
      Self self, List<Task<T>> tasks, Duration timeout) {
    return TaskGroup.yieldAll(self, tasks, timeout);
  }

  /// Works on many inputs, a task each, some at a time (TSK-16).
  ///
  /// @param <I> an input
  /// @param <T> a result
  /// @param self the owner
  /// @param inputs taken one by one as tasks become free
  /// @param each makes the work for an input
  /// @param options how many at once, how long each, in which order
  /// @return how each task ended
  /// @throws Exit with `{timeout, _}` if a task took too long and the options do not say to kill it
  public static <I, T> List<TaskEnd<T>> asyncStream(
      Self self, Iterable<I> inputs, TaskStream.Each<I, T> each, TaskStream.Options options) {
    var ends = new ArrayList<TaskEnd<T>>();
    asyncStream(self, inputs, each, options, ends::add);
    return ends;
  }

  /// Like the other, handing each end on as soon as its turn has come.
  ///
  /// @param <I> an input
  /// @param <T> a result
  /// @param self the owner
  /// @param inputs taken one by one as tasks become free
  /// @param each makes the work for an input
  /// @param options how many at once, how long each, in which order
  /// @param sink runs in the owner; if it throws, the tasks that still run are killed
  public static <I, T> void asyncStream(
      Self self,
      Iterable<I> inputs,
      TaskStream.Each<I, T> each,
      TaskStream.Options options,
      Consumer<TaskEnd<T>> sink) {
    new TaskStream<I, T>(self, options, each, work -> async(self, work), sink).run(inputs);
  }

  // ---- for the rest of the family ----

  /// Takes the end out of the mailbox, as soon as it is there.
  private Optional<TaskEnd<T>> take(Self self, Duration timeout) {
    return self.receive(message -> isResult(message) || isDown(message), timeout).map(this::endOf);
  }

  @SuppressWarnings("unchecked") // Only this task's process knows the alias to which it came.
  private TaskEnd<T> endOf(Object word) {
    return switch (word) {
      case TaskResult(_, var value) -> new TaskEnd.Ok<>((T) value);
      case DownMessage down -> new TaskEnd.Exited<>(down.reason());
      default -> throw new IllegalStateException("not the end of a task: " + word);
    };
  }

  private boolean isResult(Object message) {
    return message instanceof TaskResult result && result.reference() == reference;
  }

  private boolean isDown(Object message) {
    return isDownOf(reference, message);
  }

  private static boolean isDownOf(long monitor, Object message) {
    return message instanceof DownMessage down && down.reference() == monitor;
  }

  Exit failure(ExitReason reason, String function) {
    return new Exit(
        ExitReason.tuple(
            reason, ExitReason.tuple(new Atom("Task"), new Atom(function), new Ref(pid))));
  }

  void checkOwner(Self self, String wish) {
    if (!self.pid().equals(owner)) {
      throw new IllegalArgumentException(
          "task %s belongs to %s, and %s may not %s it; have the owner do it and send the result"
              .formatted(pid, owner, self.pid(), wish));
    }
  }
}
