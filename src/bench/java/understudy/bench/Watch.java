package understudy.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Times one repetition after another, by the wall and by the processors, and prints what counts.
///
/// Used by one thread.
public final class Watch {
  /// One measured value; `cpu` and `bytes`, both of an operation, are NaN where only the value has
  /// a meaning; `lost` is the share of the events made meanwhile that nobody heard.
  record Sample(double value, double cpu, double bytes, double lost) {
    static Sample of(double value) {
      return new Sample(value, Double.NaN, Double.NaN, Double.NaN);
    }
  }

  private static final com.sun.management.OperatingSystemMXBean MACHINE =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Audience audience;
  private final List<Sample> samples = new ArrayList<>();
  private long wall;
  private long cpu;
  private long bytes;
  private long made;
  private long missed;

  Watch(Audience audience) {
    this.audience = audience;
  }

  /// Begins the timed part.
  public void start() {
    made = audience.made();
    missed = audience.missed();
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

  /// What the audience has still to hear costs processor time as well.
  private void note(double value, long operations) {
    audience.catchUp();
    double used = MACHINE.getProcessCpuTime() - cpu;
    double allocated = THREADS.getTotalThreadAllocatedBytes() - bytes;
    double lost = audience.missed() - missed;
    samples.add(
        new Sample(
            value,
            used / operations,
            allocated / operations,
            lost / Math.max(1, audience.made() - made)));
  }

  /// {@return the mean of all samples, which are of equal weight}
  Sample takeMean() {
    List<Sample> taken = takeSamples();
    return new Sample(
        mean(taken, Sample::value),
        mean(taken, Sample::cpu),
        mean(taken, Sample::bytes),
        mean(taken, Sample::lost));
  }

  private static double mean(List<Sample> samples, ToDoubleFunction<Sample> part) {
    return samples.stream().mapToDouble(part).average().orElse(Double.NaN);
  }

  List<Sample> takeSamples() {
    List<Sample> taken = List.copyOf(samples);
    samples.clear();
    return taken;
  }
}
