package understudy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Runs a benchmark in a process of its own and reads what it measured.
final class Forks {
  private static final long MOST_SECONDS = 600;
  private static final int COMPLAINT_LENGTH = 2000;

  private final Machine machine;
  private volatile Optional<Process> running = Optional.empty();

  Forks(Machine machine) {
    this.machine = machine;
    Thread ender = new Thread(() -> running.ifPresent(Process::destroyForcibly));
    Runtime.getRuntime().addShutdownHook(ender);
  }

  /// {@return the samples of one fresh process, none where the side is not installed or failed; a
  /// failure is told on standard error}
  List<Watch.Sample> run(Row row, Side side, Load load, Effort effort, List<String> javaOptions)
      throws IOException, InterruptedException {
    List<String> arguments =
        List.of(
            row.name(),
            Integer.toString(load.processes()),
            Long.toString(load.operations()),
            Long.toString(row.once() ? 0 : effort.warm().toMillis()),
            Long.toString(row.once() ? 0 : effort.measured().toMillis()),
            Integer.toString(row.once() ? 1 : effort.repetitions()));
    var command = side.command(machine, javaOptions, arguments);
    return command.isPresent() ? run(row.name() + " on " + side.label, command.get()) : List.of();
  }

  private List<Watch.Sample> run(String what, List<String> command)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile("bench", ".err");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      running = Optional.of(process);
      List<Watch.Sample> samples = new ArrayList<>();
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        var killer = killAfter(process);
        out.lines()
            .filter(line -> line.startsWith("sample\t"))
            .map(Forks::sample)
            .forEach(samples::add);
        killer.interrupt();
      }
      int status = process.waitFor();
      if (status != 0) {
        String told = Files.readString(errors);
        System.err.printf(
            "bench: %s failed with status %d: %s%n",
            what, status, told.substring(0, Math.min(told.length(), COMPLAINT_LENGTH)).strip());
      }
      return samples;
    } finally {
      Files.delete(errors);
    }
  }

  /// Most of a fork's time is bounded by itself; this is for one that hangs.
  private static Thread killAfter(Process process) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
              process.destroyForcibly();
            }
          } catch (InterruptedException _) {
            // It has ended by itself.
          }
        });
  }

  /// Starts a fresh process that does a repetition whenever it is told to.
  Turns turns(Row row, Side side, Load load, List<String> javaOptions) throws IOException {
    List<String> arguments =
        List.of(
            row.name(),
            Integer.toString(load.processes()),
            Long.toString(load.operations()),
            Fork.BY_TURNS,
            "0",
            "0");
    var command = side.command(machine, javaOptions, arguments).orElseThrow();
    return new Turns(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  static Watch.Sample sample(String line) {
    String[] parts = line.split("\t", -1);
    return new Watch.Sample(number(parts, 1), number(parts, 2), number(parts, 3), number(parts, 4));
  }

  private static double number(String[] parts, int at) {
    return at >= parts.length || parts[at].equals("-") ? Double.NaN : Double.parseDouble(parts[at]);
  }
}
