package understudy.app;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import understudy.export.ExportRefused;
import understudy.export.Exported;
import understudy.export.Exports;
import understudy.export.Filter;
import understudy.export.Format;
import understudy.export.Kind;
import understudy.export.Order;
import understudy.export.Run;
import understudy.scenario.Scenario;

/// Writes a recording in an outside format.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a recording in a format that other programs read.",
      "What is missing of the recording is said on standard error, and in the output where its"
          + " format has a place for it. docs/exports.md has every format."
    })
final class ExportCommand implements Callable<Integer> {
  private static final Path STDOUT = Path.of("-");

  private enum Table {
    EVENTS,
    PROCESSES
  }

  /// The formats with what each is good for, as help shows them.
  static final class Formats extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Formats() {
      super(Format.ids());
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "RECORDING",
      description = {
        "a recording, or a lesson (by name or file), which is then played; several for shiviz,",
        "which shows them side by side"
      })
  private List<String> sources = List.of();

  @Option(
      names = {"--format", "--to"},
      paramLabel = "FORMAT",
      required = true,
      completionCandidates = Formats.class,
      description = "one of ${COMPLETION-CANDIDATES}")
  private String to = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "the file to write; - or nothing for standard output")
  private Path out = STDOUT;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "decides who runs next where a lesson is played (default: 1)")
  private long seed = Main.DEFAULT_SEED;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "nothing before this time, in seconds or as m:ss")
  private @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "nothing after it; a tree is shown as it was then (default: the end)")
  private @Nullable String until;

  @Option(
      names = "--under",
      paramLabel = "NAME|PID|PATH",
      description = "only what concerns this process, whoever took its place, and those below it")
  private String under = "";

  @Option(
      names = "--kinds",
      paramLabel = "KIND,...",
      split = ",",
      description = "only these kinds of events, for example sent,received,exited")
  private Set<String> kinds = new TreeSet<>();

  @Option(
      names = "--table",
      paramLabel = "events|processes",
      description = "what csv has a row for (default: events)")
  private Table table = Table.EVENTS;

  @Override
  public Integer call() throws Exception {
    Format format =
        Format.of(to.strip().toLowerCase(Locale.ROOT))
            .orElseThrow(() ->
                new BadInput(
                    "--format: there is no format '%s'; those there are: %s"
                        .formatted(to, String.join(", ", Format.ids()))));
    Filter filter = filter();
    Optional<Path> target = Optional.of(out).filter(path -> !path.equals(STDOUT));
    target.ifPresent(ExportCommand::checkFolder);
    List<Run> runs = sources.stream().map(this::run).toList();
    Order order = new Order(format, runs, filter, table == Table.PROCESSES);
    try {
      Exported done = Exports.export(order, target, standardOutput());
      say(done);
      return Main.DONE;
    } catch (ExportRefused e) {
      throw new BadInput("export: " + e.line());
    } catch (IOException e) {
      throw new BadInput(
          "export: '%s' cannot be made: %s".formatted(target.isPresent() ? out : to, why(e)));
    }
  }

  static String why(IOException e) {
    return e.getClass() == IOException.class && e.getMessage() != null
        ? e.getMessage()
        : Recorder.reason(e);
  }

  private Run run(String source) {
    if (ScenarioSource.isLesson(source)) {
      return played(ScenarioSource.read(source));
    }
    return switch (Opened.read(ScenarioSource.file(source))) {
      case Opened.Refused(var line) -> throw new BadInput(line);
      case Opened.Lesson(var scenario) -> played(scenario);
      case Opened.Recorded(var recording, var damage) -> RecordedRun.of(recording, damage);
    };
  }

  private Run played(Scenario scenario) {
    return PlayedRun.of(understudy.player.Run.untouched(scenario, seed), Optional.empty());
  }

  private Filter filter() {
    Set<String> wanted =
        kinds.stream()
            .map(each -> each.strip().toLowerCase(Locale.ROOT).replace('-', '_'))
            .collect(Collectors.toCollection(TreeSet::new));
    wanted.stream()
        .filter(each -> !Kind.all().contains(each))
        .findFirst()
        .ifPresent(wrong -> {
          throw new BadInput(
              "--kinds: there is no kind of event '%s'; those there are: %s"
                  .formatted(wrong, String.join(", ", Kind.all())));
        });
    return new Filter(
        from == null ? Filter.EVERYTHING.fromNanos() : nanos("--from", from),
        until == null ? Filter.EVERYTHING.untilNanos() : nanos("--until", until),
        under.strip(),
        wanted);
  }

  private static long nanos(String option, String text) {
    Duration moment = Moment.parse(option, text);
    return moment.toNanos();
  }

  private static void checkFolder(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    if (Files.isDirectory(target) || folder == null || !Files.isDirectory(folder)) {
      throw new BadInput(
          Files.isDirectory(target)
              ? "-o: '%s' is a folder; name a file".formatted(target)
              : "-o: the folder of '%s' is not there; make it first".formatted(target));
    }
  }

  private static Writer standardOutput() {
    return new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
  }

  private void say(Exported done) {
    PrintWriter err = spec.commandLine().getErr();
    Stream.concat(
            done.remarks().stream(),
            done.files().isEmpty() ? Stream.empty() : Stream.of(written(done)))
        .forEach(line -> err.println("export: " + line));
    err.flush();
  }

  static String written(Exported done) {
    Path first = done.files().getFirst();
    Path last = done.files().getLast();
    return first.equals(last)
        ? "%s: %s".formatted(first, done.summary())
        : "%s to %s, %d files: %s"
            .formatted(first, last.getFileName(), done.files().size(), done.summary());
  }
}
