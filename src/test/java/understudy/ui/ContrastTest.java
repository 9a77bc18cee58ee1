package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Our own colours of text can be read: at least 4.5 to 1, as WCAG 2 asks of normal text.
class ContrastTest {
  private static final double ENOUGH = 4.5;
  private static final Pattern COLOR =
      Pattern.compile("(-us-[a-z-]+): (#[0-9a-f]{6}|rgba\\([^)]*\\));");

  private static Map<String, Color> theme(boolean dark) throws IOException {
    try (var stream =
        Objects.requireNonNull(MainWindow.class.getResourceAsStream("theme.css"), "theme.css")) {
      String css = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      int light = css.indexOf(".app:light");
      Map<String, Color> colors = new HashMap<>();
      COLOR
          .matcher(dark ? css.substring(0, light) : css.substring(light))
          .results()
          .forEach(each -> colors.put(each.group(1), Color.web(each.group(2))));
      return colors;
    }
  }

  private static double light(double part) {
    return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static double luminance(Color color) {
    return 0.2126 * light(color.getRed())
        + 0.7152 * light(color.getGreen())
        + 0.0722 * light(color.getBlue());
  }

  private static Color over(Color top, Color ground) {
    return ground.interpolate(
        Color.color(top.getRed(), top.getGreen(), top.getBlue()), top.getOpacity());
  }

  private static double contrast(Color text, Color ground) {
    double a = luminance(text);
    double b = luminance(ground);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  @ParameterizedTest
  @CsvSource({"true, #0d1117", "true, #161b22", "false, #ffffff", "false, #f6f8fa"})
  void whatHappenedCanBeReadOnTheGroundAndOnEveryPanel(boolean dark, String panel)
      throws IOException {
    var theme = theme(dark);
    for (String kind : new String[] {"restart", "crash", "taken"}) {
      var text = Objects.requireNonNull(theme.get("-us-" + kind), kind);
      assertThat(contrast(text, Color.web(panel))).as(kind).isGreaterThanOrEqualTo(ENOUGH);
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void andOnItsBadge(boolean dark) throws IOException {
    var theme = theme(dark);
    var ground = Objects.requireNonNull(theme.get("-us-ground"));
    for (String kind : new String[] {"restart", "crash", "taken"}) {
      var text = Objects.requireNonNull(theme.get("-us-" + kind), kind);
      var badge = over(Objects.requireNonNull(theme.get("-us-" + kind + "-subtle"), kind), ground);
      assertThat(contrast(text, badge)).as(kind).isGreaterThanOrEqualTo(ENOUGH);
    }
  }
}
