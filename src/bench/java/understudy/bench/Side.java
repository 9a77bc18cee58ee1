package understudy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who is measured, and how a process of that side is started.
enum Side {
  OURS("ours", "understudy.bench.ours.OursMain"),
  BEAM("beam", ""),
  PEKKO("pekko", "understudy.bench.pekko.PekkoMain"),
  PEKKO_TUNED("pekko, tuned", "understudy.bench.pekko.PekkoMain"),
  THREADS("vt", "understudy.bench.threads.ThreadsMain");

  /// How many messages an actor of the tuned dispatcher may take a turn; Pekko's default is 5.
  private static final String TUNED_THROUGHPUT = "-Dbench.throughput=512";

  private static final String PROCESSES = "4000000";

  final String label;
  private final String main;

  Side(String label, String main) {
    this.label = label;
    this.main = main;
  }

  /// {@return the command line of one fork, or nothing where this side is not installed}
  ///
  /// @param machine where things are
  /// @param javaOptions more options for a JVM
  /// @param arguments those of [Fork]
  Optional<List<String>> command(
      Machine machine, List<String> javaOptions, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (this == BEAM) {
      if (machine.erlang().isEmpty()) {
        return Optional.empty();
      }
      command.addAll(
          List.of("erl", "-noinput", "+P", PROCESSES, "-kernel", "logger_level", "none"));
      command.addAll(List.of("-pa", machine.erlang().get(), "-run", "bench", "main"));
    } else {
      command.add(machine.java());
      command.addAll(machine.javaOptions());
      command.addAll(javaOptions);
      if (this == PEKKO || this == PEKKO_TUNED) {
        command.add("--sun-misc-unsafe-memory-access=allow");
      }
      if (this == PEKKO_TUNED) {
        command.add(TUNED_THROUGHPUT);
      }
      command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=off");
      command.addAll(List.of("-cp", machine.classPath(), main));
    }
    command.addAll(arguments);
    return Optional.of(command);
  }
}
