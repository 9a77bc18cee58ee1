package understudy.otp;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import understudy.event.ExitReason;
import understudy.runtime.Behaviour;
import understudy.runtime.Exit;
import understudy.runtime.Self;

/// Several processes of one kind, so that no single one is the bottleneck, and the way from a key
/// to one of them.
///
/// ```java
/// static final PartitionSupervisor COUNTERS =
///     PartitionSupervisor.of("Counters", ChildSpec.worker("counter", Counter::start));
///
/// GenServer.cast(self, COUNTERS.via("alice"), new Add(1));
/// ```
///
/// This object only names it, and may be a constant. Partitions have the ids 0 to N-1, restart one
/// by one (PSV-01), and a restart does not change where a key leads (PSV-03).
public final class PartitionSupervisor {
  private final String name;
  private final IntFunction<ChildSpec> child;
  private final OptionalInt partitions;
  private final int maxRestarts;
  private final int periodSeconds;

  private PartitionSupervisor(
      String name,
      IntFunction<ChildSpec> child,
      OptionalInt partitions,
      int maxRestarts,
      int periodSeconds) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a partition supervisor needs a name, got '" + name + "'");
    }
    this.name = name;
    this.child = child;
    this.partitions = partitions;
    this.maxRestarts = maxRestarts;
    this.periodSeconds = periodSeconds;
  }

  /// {@return partitions of one child, as many as there are schedulers: the processors of a live
  /// system, one on a stepped system}
  ///
  /// @param name the supervisor's name, which it must have (PSV-05)
  /// @param child what each partition is; its id is replaced by the partition's number
  public static PartitionSupervisor of(String name, ChildSpec child) {
    return of(name, _ -> child);
  }

  /// {@return the same, each partition with arguments of its own (PSV-04)}
  ///
  /// @param name the supervisor's name
  /// @param child what the partition of a number is
  public static PartitionSupervisor of(String name, IntFunction<ChildSpec> child) {
    return new PartitionSupervisor(name, child, OptionalInt.empty(), 3, 5);
  }

  /// {@return the same with a number of partitions}
  ///
  /// @param count 1 or more
  public PartitionSupervisor partitioned(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "partition supervisor '" + name + "' needs 1 partition or more, got " + count);
    }
    return new PartitionSupervisor(name, child, OptionalInt.of(count), maxRestarts, periodSeconds);
  }

  /// {@return the same with another restart intensity}
  ///
  /// @param restarts tolerated within the period
  /// @param seconds the period
  public PartitionSupervisor tolerating(int restarts, int seconds) {
    return new PartitionSupervisor(name, child, partitions, restarts, seconds);
  }

  /// {@return the process code of the supervisor}
  public Behaviour process() {
    SupervisorFlags flags =
        SupervisorFlags.of(Strategy.ONE_FOR_ONE).tolerating(maxRestarts, periodSeconds);
    return new PartitionProcess(name, flags, child, partitions);
  }

  /// {@return the supervisor as a child}
  public ChildSpec child() {
    return ChildSpec.supervisor(name, this::process);
  }

  /// {@return the partition of a key: |k| mod N for a whole number, hash mod N for any other;
  /// always the same (PSV-02). It cannot be used to take a name (PSV-06)}
  ///
  /// @param key equal keys have equal hash codes, the same in every run: text, numbers and records
  ///   of these, but no enum
  public Via via(Object key) {
    return new PartitionKey(name, key);
  }

  /// {@return how many partitions there are, 0 if the supervisor does not run}
  ///
  /// @param self who asks
  public int partitions(Self self) {
    return PartitionRoutes.of(self, name).map(PartitionRoutes::count).orElse(0);
  }

  /// {@return the partitions, in reverse order}
  ///
  /// @param self who asks
  /// @throws Exit with `{noproc, _}` if the supervisor does not run (PSV-07)
  @SuppressWarnings("unchecked")
  public List<ChildInfo> whichChildren(Self self) {
    return (List<ChildInfo>) ask(self, new SupervisorRequest.WhichChildren());
  }

  /// {@return how many partitions there are and run}
  ///
  /// @param self who asks
  /// @throws Exit with `{noproc, _}` if the supervisor does not run
  public ChildCounts countChildren(Self self) {
    return (ChildCounts) ask(self, new SupervisorRequest.CountChildren());
  }

  /// Stops the supervisor and all partitions and waits until it is dead.
  ///
  /// @param self who stops it
  /// @param reason what it shall exit with
  /// @throws Exit with `noproc` if the supervisor does not run
  public void stop(Self self, ExitReason reason) {
    Calls.stop(self, Via.name(name), reason);
  }

  private Object ask(Self self, SupervisorRequest request) {
    return Calls.call(self, Via.name(name), request, Supervisor.WITHOUT_LIMIT);
  }
}
