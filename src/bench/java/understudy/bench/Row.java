package understudy.bench;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One line of the table: what it is called, what it is counted in, how much is done.
///
/// @param name as on the command line
/// @param unit of the value
/// @param moreIsBetter whether a higher value is the better one
/// @param quick how much a repetition does under `--quick`
/// @param full how much it does otherwise
/// @param sides who is measured
/// @param slowness by how much fewer operations Pekko does in a repetition, so that it ends in
///   reasonable time
/// @param once whether a JVM can do it only once, as what it starts cannot be stopped
record Row(
    String name,
    String unit,
    boolean moreIsBetter,
    Load quick,
    Load full,
    Set<Side> sides,
    int slowness,
    boolean once) {
  private static final Set<Side> ALL = EnumSet.allOf(Side.class);

  /// What the table has unless rows are named.
  static final List<Row> TABLE =
      List.of(
          time("spawn", new Load(50_000, 0), new Load(1_000_000, 0)),
          time("memory", new Load(100_000, 0), new Load(1_000_000, 0)).inBytes().onceAJvm(),
          time("pingpong", new Load(2, 200_000), new Load(2, 1_000_000)),
          time("pairs", new Load(2000, 1_000_000), new Load(2000, 4_000_000)),
          time("ring", new Load(1000, 500_000), new Load(1000, 1_000_000)),
          time("fanin", new Load(100, 1_000_000), new Load(100, 10_000_000)),
          time("fanout", new Load(1000, 1_000_000), new Load(1000, 5_000_000)),
          time("skynet", new Load(100_000, 0), new Load(1_000_000, 0)),
          time("big", new Load(500, 0), new Load(1000, 0)),
          time("call", new Load(1, 100_000), new Load(1, 400_000)).slowerOnPekkoBy(10),
          time("restart_p50", new Load(10, 2000), new Load(10, 20_000)),
          time("restart_rate", new Load(100, 10_000), new Load(100, 50_000)).inASecond(),
          time("hog_spin_p99", new Load(4, 1500), new Load(4, 4000)).onceAJvm(),
          time("hog_block_p99", new Load(1000, 1500), new Load(1000, 4000)).onceAJvm(),
          time("names", new Load(10_000, 1_000_000), new Load(10_000, 10_000_000))
              .slowerOnPekkoBy(20),
          time("timers", new Load(10_000, 200_000), new Load(10_000, 2_000_000)));

  /// What runs only where it is named.
  static final List<Row> ON_DEMAND =
      List.of(
          time("recording_write", new Load(1000, 500_000), new Load(1000, 10_000_000))
              .on(Side.OURS),
          time("recording_open", new Load(1000, 500_000), new Load(1000, 10_000_000))
              .inMillis()
              .on(Side.OURS),
          time("recording_seek", new Load(1000, 500_000), new Load(1000, 10_000_000))
              .inMillis()
              .on(Side.OURS),
          time("recording_loss", new Load(200, 1_600), new Load(200, 1_600))
              .inPerCent()
              .on(Side.OURS),
          time("call_blocking", new Load(1, 100_000), new Load(1, 400_000)).on(Side.OURS),
          time("call_inside", new Load(1, 100_000), new Load(1, 400_000)).on(Side.OURS),
          time("ask", new Load(1, 100_000), new Load(1, 400_000))
              .slowerOnPekkoBy(10)
              .on(Side.PEKKO, Side.PEKKO_TUNED));

  private static Row time(String name, Load quick, Load full) {
    return new Row(name, "ns", false, quick, full, ALL, 1, false);
  }

  /// {@return a row outside the table}
  static Row of(String name, String unit, boolean once) {
    var none = new Load(0, 0);
    return new Row(name, unit, false, none, none, ALL, 1, once);
  }

  private Row inBytes() {
    return new Row(name, "bytes", false, quick, full, sides, slowness, once);
  }

  private Row inMillis() {
    return new Row(name, "ms", moreIsBetter, quick, full, sides, slowness, once);
  }

  private Row inPerCent() {
    return new Row(name, "%", moreIsBetter, quick, full, sides, slowness, once);
  }

  private Row inASecond() {
    return new Row(name, "1/s", true, quick, full, sides, slowness, once);
  }

  private Row onceAJvm() {
    return new Row(name, unit, moreIsBetter, quick, full, sides, slowness, true);
  }

  private Row on(Side... these) {
    return new Row(name, unit, moreIsBetter, quick, full, Set.of(these), slowness, once);
  }

  private Row slowerOnPekkoBy(int factor) {
    return new Row(name, unit, moreIsBetter, quick, full, sides, factor, once);
  }

  static Optional<Row> named(String name) {
    return TABLE.stream()
        .filter(row -> row.name.equals(name))
        .findFirst()
        .or(() -> ON_DEMAND.stream().filter(row -> row.name.equals(name)).findFirst());
  }

  Load load(boolean quickly, Side side) {
    Load load = quickly ? quick : full;
    return side == Side.PEKKO || side == Side.PEKKO_TUNED
        ? new Load(load.processes(), load.operations() / slowness)
        : load;
  }

  /// {@return how many times better `ours` is than `peer`; above 1 we win}
  double ratio(double ours, double peer) {
    return moreIsBetter ? ours / peer : peer / ours;
  }

  /// {@return whether `one` is better than `other`}
  boolean better(double one, double other) {
    return moreIsBetter ? one > other : one < other;
  }
}
