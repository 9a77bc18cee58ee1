package understudy.ui;

/// The speed dial's scale: a logarithm, with the round numbers where a hand stops.
final class Pace {
  private static final double[] ROUND = {0.1, 0.25, 0.5, 1, 2, 4, 10};

  private Pace() {}

  static double factor(double position) {
    double free = Math.pow(10, position);
    double nearest = free;
    for (double round : ROUND) {
      if (Math.abs(Math.log10(round) - position) < 0.06) {
        nearest = round;
      }
    }
    return nearest;
  }

  static double position(double factor) {
    return Math.clamp(Math.log10(Math.max(factor, 1e-6)), -1, 1);
  }
}
