package understudy.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import understudy.player.Repertoire;
import understudy.scenario.Diagnostic;
import understudy.scenario.Reading;
import understudy.scenario.ScenarioReader;

/// The lessons that come with the product.
final class Lessons {
  /// The lesson that opens first.
  static final String DEFAULT = "chat";

  private static final List<String> NAMES =
      List.of(DEFAULT, "one_for_one", "one_for_all", "rest_for_one", "escalation");

  private Lessons() {}

  static List<String> names() {
    return NAMES;
  }

  static Reading read(String name) {
    String file = name + ".yaml";
    try (var stream = Lessons.class.getResourceAsStream("/lessons/" + file)) {
      if (stream == null) {
        return new Reading.Bad(
            List.of(
                new Diagnostic(file, 0, 0, "no lesson of this name; expected one of " + NAMES)));
      }
      return ScenarioReader.read(file, stream.readAllBytes(), Repertoire.names());
    } catch (IOException e) {
      throw new UncheckedIOException("the lesson '" + name + "' that comes with Understudy", e);
    }
  }
}
