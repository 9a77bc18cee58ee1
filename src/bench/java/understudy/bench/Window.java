package understudy.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What the window costs: a frame of it, and the runtime beside it. The lines are those of the
/// table of all rows; no peer has a window. Its processes get the options that the application's
/// start script has for the window.
final class Window {
  private static final List<String> HEADER =
      List.of("benchmark", "unit", "ours", "beam", "pekko", "vs_beam", "vs_pekko");
  private static final List<Integer> SIZES = List.of(100, 1000, 10_000, 100_000, 1_000_000);

  private final Forks forks;
  private final Effort effort;

  Window(Forks forks, Effort effort) {
    this.forks = forks;
    this.effort = effort;
  }

  List<List<String>> frames() throws IOException, InterruptedException {
    List<List<String>> lines = new ArrayList<>(List.of(HEADER));
    for (int size : SIZES) {
      lines.add(
          line("frame_p99_ms", "@" + size, "ms", new Load(size, effort.quick() ? 300 : 1200)));
    }
    int most = SIZES.getLast();
    for (String name : List.of("frame_gc_pause_max", "table_frame_p99_ms", "table_answer_p99_ms")) {
      lines.add(line(name, "@" + most, "ms", new Load(most, effort.quick() ? 300 : 1200)));
    }
    return lines;
  }

  List<List<String>> cost() throws IOException, InterruptedException {
    return List.of(HEADER, line("window_cost", "", "%", new Load(2000, effort.quick() ? 5 : 15)));
  }

  private List<String> line(String name, String suffix, String unit, Load load)
      throws IOException, InterruptedException {
    Figures figures = new Figures();
    List<String> options =
        new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED", "-Dbench.frames.told=true"));
    Stream.of(System.getProperty("bench.window", "").split(" ", -1))
        .filter(option -> !option.isBlank())
        .forEach(options::add);
    figures.add(forks.run(Row.of(name, unit, true), Side.OURS, load, effort, options));
    String value = figures.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", figures.value());
    System.err.println("bench: " + name + suffix + "  " + value + " " + unit);
    return List.of(name + suffix, unit, value, "", "", "", "");
  }
}
