package understudy.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// Times one repetition after another, by the wall and by the processors, and prints what counts.
///
/// Used by one thread.
public final class Watch {
  /// One measured value; `cpu` is NaN where only the value has a meaning.
  record Sample(double value, double cpu) {}

  private static final com.sun.management.OperatingSystemMXBean MACHINE =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final List<Sample> samples = new ArrayList<>();
  private long wall;
  private long cpu;

  Watch() {}

  /// Begins the timed part.
  public void start() {
    cpu = MACHINE.getProcessCpuTime();
    wall = System.nanoTime();
  }

  /// Ends the timed part.
  ///
  /// @param operations how many were done since [#start]; the sample is nanoseconds for one
  public void stop(long operations) {
    double took = System.nanoTime() - wall;
    double used = MACHINE.getProcessCpuTime() - cpu;
    samples.add(new Sample(took / operations, used / operations));
  }

  /// Ends the timed part of a row whose value is a rate.
  ///
  /// @param operations how many were done since [#start]; the sample is operations in a second
  public void stopRate(long operations) {
    double took = System.nanoTime() - wall;
    double used = MACHINE.getProcessCpuTime() - cpu;
    samples.add(new Sample(operations * 1e9 / took, used / operations));
  }

  /// Notes a value that the benchmark measured by itself.
  ///
  /// @param value in the row's unit
  public void value(double value) {
    samples.add(new Sample(value, Double.NaN));
  }

  List<Sample> takeSamples() {
    List<Sample> taken = List.copyOf(samples);
    samples.clear();
    return taken;
  }
}
