package understudy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// All samples of one row on one side, fork by fork.
final class Figures {
  private final List<List<Watch.Sample>> forks = new ArrayList<>();

  void add(List<Watch.Sample> fork) {
    if (!fork.isEmpty()) {
      forks.add(fork);
    }
  }

  boolean isEmpty() {
    return forks.isEmpty();
  }

  /// {@return the median of the forks' medians}
  double value() {
    return middle(Watch.Sample::value);
  }

  /// {@return the median processor time an operation in nanoseconds, NaN where it has no meaning}
  double cpu() {
    return middle(Watch.Sample::cpu);
  }

  /// {@return the median of bytes allocated an operation, NaN where it has no meaning}
  double bytes() {
    return middle(Watch.Sample::bytes);
  }

  private double middle(Function<Watch.Sample, Double> part) {
    return quantile(
        forks.stream().map(fork -> quantile(fork.stream().map(part).toList(), 0.5)).toList(), 0.5);
  }

  /// {@return half the distance between the quartiles of all samples, as a share of the median}
  double spread() {
    List<Double> all = forks.stream().flatMap(fork -> values(fork).stream()).toList();
    return (quantile(all, 0.75) - quantile(all, 0.25)) / 2 / value();
  }

  private static List<Double> values(List<Watch.Sample> fork) {
    return fork.stream().map(Watch.Sample::value).toList();
  }

  /// Between two samples the value is taken in proportion.
  static double quantile(List<Double> values, double fraction) {
    if (values.isEmpty() || values.contains(Double.NaN)) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    double place = fraction * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }
}
