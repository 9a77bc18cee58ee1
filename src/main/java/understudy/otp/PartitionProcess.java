package understudy.otp;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import understudy.runtime.Behaviour;
import understudy.runtime.Self;
import understudy.runtime.Shared;

/// The supervisor of partitions: knows how many there are when it starts.
final class PartitionProcess implements Behaviour {
  /// A child that puts itself on the route before its own start.
  private record Routed(Behaviour inner, PartitionRoutes routes, int number) implements Behaviour {
    @Override
    public void start(Self self) throws Exception {
      routes.lead(number, self.pid());
      inner.start(self);
    }

    @Override
    public void handle(Self self, Object message) throws Exception {
      inner.handle(self, message);
    }

    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public String state() {
      return inner.state();
    }

    @Override
    public List<String> understands() {
      return inner.understands();
    }

    @Override
    public boolean blocks() {
      return inner.blocks();
    }
  }

  private final String name;
  private final SupervisorFlags flags;
  private final IntFunction<ChildSpec> child;
  private final OptionalInt partitions;
  private volatile Behaviour supervisor;

  PartitionProcess(
      String name, SupervisorFlags flags, IntFunction<ChildSpec> child, OptionalInt partitions) {
    this.name = name;
    this.flags = flags;
    this.child = child;
    this.partitions = partitions;
    this.supervisor = Supervisor.process(name, flags, List.of());
  }

  @Override
  public void start(Self self) throws Exception {
    var routes = new PartitionRoutes(partitions.orElseGet(() -> Shared.schedulers(self)));
    supervisor =
        new SupervisorProcess(
            Optional.of(name),
            flags,
            IntStream.range(0, routes.count()).mapToObj(i -> routed(i, routes)).toList(),
            _ -> Shared.publish(self, name, routes));
    supervisor.start(self);
  }

  private ChildSpec routed(int number, PartitionRoutes routes) {
    ChildSpec spec = child.apply(number);
    return new ChildSpec(
        Integer.toString(number),
        () -> new Routed(spec.start().get(), routes, number),
        spec.restart(),
        spec.shutdown(),
        spec.kind(),
        spec.significant());
  }

  @Override
  public void handle(Self self, Object message) throws Exception {
    supervisor.handle(self, message);
  }

  @Override
  public String name() {
    return supervisor.name();
  }

  @Override
  public String state() {
    return supervisor.state();
  }
}
