package understudy.viewmodel;

import java.util.List;
import java.util.stream.DoubleStream;

/// A way down between those who stand in the upper rows of a family, for the line to a lower row: a
/// line that ran behind a card would come out under it like the line to a child of that card.
final class Aisle {
  /// So far it keeps from everybody.
  private static final double CLEAR = 5;

  /// From where to where somebody stands, from the left.
  record Span(double left, double right) {}

  private Aisle() {}

  /// {@return where the way is, from the left: the nearest to `wanted` that is free}
  ///
  /// @param above all who stand in its way
  static double through(List<Span> above, double wanted) {
    return above.stream()
        .flatMapToDouble(each -> DoubleStream.of(each.left - CLEAR, each.right + CLEAR))
        .filter(x -> isFree(above, x))
        .reduce(
            isFree(above, wanted) ? wanted : Double.POSITIVE_INFINITY,
            (a, b) -> Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a);
  }

  private static boolean isFree(List<Span> above, double x) {
    double close = CLEAR - 0.01;
    return above.stream().allMatch(each -> x <= each.left - close || x >= each.right + close);
  }
}
