package understudy.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.ArrangementText;

/// How the window was left, in one JSON file in the user's folder for settings.
///
/// @param path where the file is
record SettingsFile(Path path) {
  private static final long LARGEST = 64 * 1024;

  /// What the file said.
  ///
  /// @param arrangement what could be used of it
  /// @param complaint one line about what could not, empty if all could
  record Found(Arrangement arrangement, Optional<String> complaint) {}

  /// The file of this user on this system.
  static SettingsFile ofUser() {
    return new SettingsFile(
        folder(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")),
                System::getenv)
            .resolve("window.json"));
  }

  /// The list of recent files beside it.
  RecentFiles recent() {
    return new RecentFiles(Optional.of(path.resolveSibling("recent.txt")));
  }

  static Path folder(String system, Path home, UnaryOperator<@Nullable String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return under(environment.apply("APPDATA"), home.resolve("AppData/Roaming"), "Understudy");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library/Application Support/Understudy");
    }
    return under(environment.apply("XDG_CONFIG_HOME"), home.resolve(".config"), "understudy");
  }

  private static Path under(@Nullable String wanted, Path otherwise, String name) {
    boolean usable = wanted != null && !wanted.isBlank() && Path.of(wanted).isAbsolute();
    return (usable ? Path.of(wanted) : otherwise).resolve(name);
  }

  /// {@return what the file says; whatever it says, the window opens}
  Found read() {
    if (!Files.exists(path)) {
      return new Found(Arrangement.FIRST, Optional.empty());
    }
    try {
      if (Files.size(path) > LARGEST) {
        return broken("expected a small JSON object, got " + Files.size(path) + " bytes");
      }
      var values = values(Files.readAllBytes(path));
      if (values.isEmpty()) {
        return broken("expected a JSON object of names and values");
      }
      var reading = ArrangementText.read(values.get());
      return new Found(reading.arrangement(), complaint(reading.complaints()));
    } catch (JacksonException e) {
      var at = e.getLocation();
      return broken(
          at == null
              ? "it is not JSON"
              : "line %d, column %d: it is not JSON".formatted(at.getLineNr(), at.getColumnNr()));
    } catch (IOException e) {
      return broken("it cannot be read: " + e.getMessage());
    }
  }

  /// Token by token: a tree of values would take four hundred classes at each start.
  private static Optional<Map<String, String>> values(byte[] json) {
    try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Map<String, String> values = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        var value = parser.nextToken();
        values.put(name, value.isScalarValue() ? parser.getValueAsString("") : "");
        parser.skipChildren();
      }
      return parser.nextToken() == null ? Optional.of(values) : Optional.empty();
    }
  }

  private Optional<String> complaint(List<String> complaints) {
    return complaints.isEmpty()
        ? Optional.empty()
        : Optional.of("settings '%s': %s".formatted(path, String.join("; ", complaints)));
  }

  private Found broken(String why) {
    String line =
        "settings '%s': %s; the window opens as it did the first time".formatted(path, why);
    return new Found(
        Arrangement.FIRST.update(new Arrangement.Change.Welcome(true)), Optional.of(line));
  }

  /// Writes the file whole or not at all.
  void write(Arrangement arrangement) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    var next = path.resolveSibling(path.getFileName() + ".new");
    Files.writeString(
        next,
        JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(ArrangementText.write(arrangement))
            + "\n");
    Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
  }
}
