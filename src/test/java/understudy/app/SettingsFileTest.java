package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.Arrangement.Change;

/// The file that remembers the window.
class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void aFirstStartFindsNothingAndSaysNothing() {
    var found = new SettingsFile(folder.resolve("none/window.json")).read();
    assertThat(found.arrangement()).isEqualTo(Arrangement.FIRST);
    assertThat(found.complaint()).isEmpty();
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    var file = new SettingsFile(folder.resolve("deep/er/window.json"));
    var left = Arrangement.FIRST.update(new Change.ScaleTo(150)).update(new Change.ToggleStrip());
    file.write(left);
    assertThat(file.read().arrangement()).isEqualTo(left);
    assertThat(file.read().complaint()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{\"scale\": ", "{\"scale\": \"150\"} {}", "[1, 2]", "\u0000\u0001", "null"})
  void aBrokenFileIsSaidInOneLineAndIgnored(String text) throws Exception {
    var path = folder.resolve("window.json");
    Files.writeString(path, text);
    var found = new SettingsFile(path).read();
    assertThat(found.arrangement().scale()).isEqualTo(100);
    assertThat(found.complaint().orElseThrow())
        .startsWith("settings '" + path + "': ")
        .endsWith("; the window opens as it did the first time")
        .doesNotContain("\n");
  }

  @Test
  void oneWrongValueCostsOnlyItself() throws Exception {
    var path = folder.resolve("window.json");
    Files.writeString(path, "{\"scale\": \"150\", \"view\": \"sideways\"}");
    var found = new SettingsFile(path).read();
    assertThat(found.arrangement().scale()).isEqualTo(150);
    assertThat(found.complaint().orElseThrow())
        .contains("view: expected one of tree, table, both, got 'sideways'");
  }

  @Test
  void everySystemHasItsOwnFolder() {
    var home = Path.of("home").toAbsolutePath();
    assertThat(SettingsFile.folder("Linux", home, Map.<String, String>of()::get))
        .isEqualTo(home.resolve(".config/understudy"));
    assertThat(SettingsFile.folder("Mac OS X", home, Map.<String, String>of()::get))
        .isEqualTo(home.resolve("Library/Application Support/Understudy"));
    var elsewhere = folder.toAbsolutePath();
    assertThat(
            SettingsFile.folder(
                "Linux", home, Map.of("XDG_CONFIG_HOME", elsewhere.toString())::get))
        .isEqualTo(elsewhere.resolve("understudy"));
  }
}
