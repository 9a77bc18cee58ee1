package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the picture command takes and refuses; that it draws is tested with the application folder.
class PictureCommandTest {
  @TempDir Path folder;

  @Test
  void aSizeIsWidthByHeight() {
    assertThat(PictureCommand.extent("1920x1080")).containsExactly(1920, 1080);
    assertThat(PictureCommand.extent("640X480")).containsExactly(640, 480);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "big", "10x10", "99999x10", "1280", "1280x", "-1x5"})
  void anotherSizeIsRefused(String text) {
    assertThatThrownBy(() -> PictureCommand.extent(text))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("got '" + text + "'");
  }

  @Test
  void aMomentIsSecondsOrMinutesAndSeconds() {
    assertThat(PictureCommand.moment("12.5")).isEqualTo(Duration.ofMillis(12_500));
    assertThat(PictureCommand.moment("1:30")).isEqualTo(Duration.ofSeconds(90));
    assertThatThrownBy(() -> PictureCommand.moment("noon"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("got 'noon'");
  }

  @Test
  void badInputEndsWith2() {
    assertThat(Main.run("picture")).isEqualTo(Main.BAD_INPUT);
    assertThat(Main.run("picture", "no.yaml", "-o", "x.gif")).isEqualTo(Main.BAD_INPUT);
    assertThat(Main.run("picture", "no.yaml", "-o", folder.resolve("no/x.png").toString()))
        .isEqualTo(Main.BAD_INPUT);
    assertThat(Main.run("picture", "no.yaml", "-o", folder.resolve("x.png").toString()))
        .isEqualTo(Main.BAD_INPUT);
    assertThat(Main.run("picture", "--help")).isEqualTo(Main.DONE);
  }
}
