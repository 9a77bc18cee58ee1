package understudy.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import understudy.bus.Detail;
import understudy.bus.EventBus;
import understudy.event.Stamped;
import understudy.player.Play;
import understudy.recording.Recording;
import understudy.recording.RecordingFailed;
import understudy.recording.Replay;
import understudy.scenario.Scenario;
import understudy.ui.Drawn;
import understudy.viewmodel.Studio;

/// Draws the tree of a lesson or a recording at one moment into a file.
@Command(
    name = "picture",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Draws the tree at one moment of a lesson, a scenario or a recording, as the window does.",
      "The name of OUT decides the format: .png for pixels, .svg for shapes and text."
    })
final class PictureCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{2,5})x(\\d{2,5})");
  private static final int SMALLEST = 64;
  private static final int LARGEST = 8192;
  private static final int A_TIME = 20_000;
  private static final Duration OPEN_END = Duration.ofSeconds(10);

  private enum Theme {
    DARK,
    LIGHT
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "a lesson, a scenario or a recording")
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "the file to write, .png or .svg")
  private Path out = Path.of("");

  @Option(names = "--size", paramLabel = "WxH", description = "in pixels (default: 1280x800)")
  private String size = "1280x800";

  @Option(names = "--theme", paramLabel = "dark|light", description = "colours (default: dark)")
  private Theme theme = Theme.DARK;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "the moment, in seconds or as m:ss (default: 10 s into a lesson, the end of a recording)")
  private @Nullable String at;

  @Option(names = "--seed", paramLabel = "N", description = "decides who runs next (default: 1)")
  private long seed = Main.DEFAULT_SEED;

  @Override
  public Integer call() throws Exception {
    int[] extent = extent(size);
    Optional<Duration> moment = Optional.ofNullable(at).map(PictureCommand::moment);
    boolean shapes = isShapes(out);
    var folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new BadInput("picture: the folder of '%s' is not there; make it first".formatted(out));
    }
    int drawn =
        switch (Opened.read(file)) {
          case Opened.Refused(var line) -> throw new BadInput(line);
          case Opened.Lesson(var scenario) ->
              lesson(scenario, moment.orElse(OPEN_END), extent, shapes);
          case Opened.Recorded(var recording, _) -> recording(recording, moment, extent, shapes);
        };
    spec.commandLine()
        .getOut()
        .println("%s: %d processes, %dx%d".formatted(out, drawn, extent[0], extent[1]));
    spec.commandLine().getOut().flush();
    return Main.DONE;
  }

  static int[] extent(String text) {
    var found = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (found.matches()) {
      int width = Integer.parseInt(found.group(1));
      int height = Integer.parseInt(found.group(2));
      if (Math.min(width, height) >= SMALLEST && Math.max(width, height) <= LARGEST) {
        return new int[] {width, height};
      }
    }
    throw new BadInput(
        "--size: expected WxH with %d to %d pixels each, for example 1280x800, got '%s'"
            .formatted(SMALLEST, LARGEST, text));
  }

  static Duration moment(String text) {
    return Moment.parse("--at", text);
  }

  private static boolean isShapes(Path target) {
    String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.endsWith(".svg") && !name.endsWith(".png")) {
      throw new BadInput(
          "-o: expected a file that ends in .png or .svg, got '%s'".formatted(target));
    }
    return name.endsWith(".svg");
  }

  private int lesson(Scenario scenario, Duration until, int[] extent, boolean shapes)
      throws IOException, InterruptedException {
    var studio = new Studio(System::nanoTime);
    try (var bus = new EventBus(Detail.MESSAGES, RunCommand.MESSAGES_KEPT, EventBus.NO_CLOCK);
        var play = new Play(scenario, seed, bus)) {
      bus.subscribe(batch -> studio.accept(batch.events()));
      play.begin();
      play.vm().steps().advance(until);
      bus.pump();
      try (var photographer = Photographer.ofTree(extent[0], extent[1], theme == Theme.DARK)) {
        return write(photographer.draw(studio, play.vm().table(), shapes));
      }
    }
  }

  private int recording(Recording recording, Optional<Duration> until, int[] extent, boolean shapes)
      throws IOException, InterruptedException {
    var studio = new Studio(System::nanoTime);
    var replay = new Replay();
    long last = until.map(Duration::toNanos).orElse(Long.MAX_VALUE);
    try {
      var cursor = recording.cursor();
      List<Stamped> batch = new ArrayList<>();
      for (var next = cursor.next();
          next.isPresent() && next.get().nanos() <= last;
          next = cursor.next()) {
        replay.accept(next.get());
        batch.add(next.get());
        if (batch.size() == A_TIME) {
          studio.accept(batch);
          batch.clear();
        }
      }
      studio.accept(batch);
    } catch (RecordingFailed e) {
      throw new BadInput(e.line());
    }
    try (var photographer = Photographer.ofTree(extent[0], extent[1], theme == Theme.DARK)) {
      return write(photographer.draw(studio, replay, shapes));
    }
  }

  private int write(Photographer.Taken taken) throws IOException {
    Drawn picture = taken.picture();
    try {
      WindowKeeper.write(out, picture);
    } catch (IOException e) {
      throw new BadInput("picture: '%s' cannot be written: %s".formatted(out, e.getMessage()));
    }
    return taken.processes();
  }
}
