package understudy.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.text.Font;

/// The fonts that ship with the product.
final class Fonts {
  private static final List<String> FILES =
      List.of("Inter_400Regular.ttf", "Inter_600SemiBold.ttf", "JetBrainsMono_400Regular.ttf");

  private final Map<String, Font> made = new HashMap<>();

  /// Makes the families known to CSS; harmless the second time.
  static void load() {
    for (String file : FILES) {
      var url = Objects.requireNonNull(Fonts.class.getResource("fonts/" + file), file);
      Objects.requireNonNull(Font.loadFont(url.toExternalForm(), 12), file);
    }
  }

  Font text(double size) {
    return font("Inter", size);
  }

  Font strong(double size) {
    return font("Inter SemiBold", size);
  }

  Font mono(double size) {
    return font("JetBrains Mono", size);
  }

  private Font font(String family, double size) {
    double rounded = Math.rint(size * 4) / 4;
    return made.computeIfAbsent(family + rounded, _ -> Font.font(family, rounded));
  }
}
