package understudy.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What this machine has to run benchmarks with, as `src/bench/run` found it.
///
/// @param java the Java launcher that runs every JVM
/// @param classPath everything that a JVM of any side needs
/// @param javaOptions for every JVM: those of the product's own start script, and the user's
/// @param erlang the folder of the compiled Erlang modules; empty where there is no BEAM
record Machine(String java, String classPath, List<String> javaOptions, Optional<String> erlang) {
  static Machine fromProperties() {
    return new Machine(
        System.getProperty("java.home") + "/bin/java",
        System.getProperty("java.class.path"),
        Arrays.stream(System.getProperty("bench.options", "").split(" ", -1))
            .filter(option -> !option.isBlank())
            .toList(),
        Optional.ofNullable(System.getProperty("bench.erlang"))
            .filter(folder -> !folder.isEmpty()));
  }

  /// {@return one line about it, for whoever reads the table}
  String describe() {
    return "%d processors, %s %s, Java %s%s%s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version(),
            javaOptions.isEmpty() ? "" : ", " + String.join(" ", javaOptions),
            erlang.isEmpty() ? ", no BEAM" : "");
  }
}
