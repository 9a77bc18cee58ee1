package understudy.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// Times one repetition after another, by the wall and by the processors, and prints what counts.
///
/// Used by one thread.
public final class Watch {
  /// One measured value; `cpu` and `bytes`, both of an operation, are NaN where only the value has
  /// a meaning.
  record Sample(double value, double cpu, double bytes) {
    static Sample of(double value) {
      return new Sample(value, Double.NaN, Double.NaN);
    }
  }

  private static final com.sun.management.OperatingSystemMXBean MACHINE =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<Sample> samples = new ArrayList<>();
  private long wall;
  private long cpu;
  private long bytes;

  Watch() {}

  /// Begins the timed part.
  public void start() {
    bytes = THREADS.getTotalThreadAllocatedBytes();
    cpu = MACHINE.getProcessCpuTime();
    wall = System.nanoTime();
  }

  /// Ends the timed part.
  ///
  /// @param operations how many were done since [#start]; the sample is nanoseconds for one
  public void stop(long operations) {
    double took = System.nanoTime() - wall;
    note(took / operations, operations);
  }

  /// Ends the timed part of a row whose value is a rate.
  ///
  /// @param operations how many were done since [#start]; the sample is operations in a second
  public void stopRate(long operations) {
    double took = System.nanoTime() - wall;
    note(operations * 1e9 / took, operations);
  }

  /// Notes a value that the benchmark measured by itself.
  ///
  /// @param value in the row's unit
  public void value(double value) {
    samples.add(Sample.of(value));
  }

  private void note(double value, long operations) {
    double used = MACHINE.getProcessCpuTime() - cpu;
    double allocated = THREADS.getTotalThreadAllocatedBytes() - bytes;
    samples.add(new Sample(value, used / operations, allocated / operations));
  }

  List<Sample> takeSamples() {
    List<Sample> taken = List.copyOf(samples);
    samples.clear();
    return taken;
  }
}
