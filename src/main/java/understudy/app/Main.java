package understudy.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command line: without a subcommand, the window.
@Command(
    name = "understudy",
    version = "Understudy " + Session.VERSION,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {
      RunCommand.class,
      CompareCommand.class,
      TraceCommand.class,
      CheckCommand.class,
      PictureCommand.class,
      ExportCommand.class,
      ChatCommand.class
    },
    description = {
      "Watch software heal itself: when an actor falls, the understudy steps in.",
      "Without a subcommand it opens the window; where there is no display it says so, plays the"
          + " default lesson and leaves pictures and a recording."
    })
public final class Main implements Callable<Integer> {
  static final int DONE = 0;
  static final int DOES_NOT_HOLD = 1;
  static final int BAD_INPUT = 2;
  static final long DEFAULT_SEED = 1;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "a lesson, a scenario or a recording to open")
  private @Nullable Path file;

  @Option(names = "--seed", paramLabel = "N", description = "decides who runs next (default: 1)")
  private long seed = DEFAULT_SEED;

  private Main() {}

  /// Starts Understudy; ends the JVM with 0 (done), 1 (what was checked does not hold) or 2 (bad
  /// usage or input).
  ///
  /// @param args the command line; without any there is nothing to be parsed, and the window is
  ///   there a little sooner
  /// @throws Exception if the default lesson cannot be played where there is no display
  public static void main(String[] args) throws Exception {
    System.exit(args.length == 0 ? new Main().call() : run(args));
  }

  static int run(String... args) {
    var line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Main::badUsage);
    line.setExecutionExceptionHandler((failure, command, _) -> {
      if (failure instanceof BadInput) {
        return refuse(command.getErr(), failure.getMessage());
      }
      throw failure;
    });
    return line.execute(args);
  }

  private static int badUsage(CommandLine.ParameterException wrong, String[] args) {
    String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
    return refuse(
        wrong.getCommandLine().getErr(),
        "%s; see '%s --help'".formatted(firstLine(wrong.getMessage()), name));
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "bad usage" : text.lines().findFirst().orElse("bad usage");
  }

  private static int refuse(PrintWriter err, @Nullable String line) {
    err.println("understudy: " + line);
    err.flush();
    return BAD_INPUT;
  }

  @Override
  public Integer call() throws Exception {
    var chosen = Optional.ofNullable(file);
    if (chosen.isPresent() && Opened.read(chosen.get()) instanceof Opened.Refused(var line)) {
      throw new BadInput(line);
    }
    if (FirstFrame.isRehearsal()) {
      Display.none();
    }
    if (FirstFrame.isRehearsal() || Display.isThere()) {
      WindowApp.open(chosen, seed);
      return DONE;
    }
    return HeadlessPlay.play(seed);
  }
}
