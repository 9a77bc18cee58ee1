package understudy.viewmodel;

import java.util.List;

/// The speed dial's scale, with the round numbers where a hand stops.
public final class Dial {
  /// Real time.
  public static final Tempo REAL = new Tempo.Times(1);

  /// The round ones, slowest first: the number keys.
  public static final List<Tempo> NOTCHES =
      List.of(
          new Tempo.Messages(1),
          new Tempo.Messages(3),
          new Tempo.Messages(10),
          new Tempo.Messages(30),
          new Tempo.Messages(100),
          REAL,
          new Tempo.Times(2),
          new Tempo.Times(5),
          new Tempo.Times(10));

  private Dial() {}

  /// {@return the tempo at a place of the dial, round where a hand stops near a round one}
  ///
  /// @param position -1 for the slowest, 0 for real time, 1 for the fastest
  public static Tempo at(double position) {
    for (var notch : NOTCHES) {
      if (Math.abs(notch.position() - position) < 0.035) {
        return notch;
      }
    }
    return position < 0
        ? new Tempo.Messages(round(Math.pow(Tempo.MOST_MESSAGES, 1 + Math.max(-1, position))))
        : new Tempo.Times(round(Math.pow(Tempo.MOST_TIMES, Math.min(1, position))));
  }

  private static double round(double value) {
    return value < 10 ? Math.rint(value * 10) / 10 : Math.rint(value);
  }
}
