package understudy.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// Small discs and rings as pictures: four times cheaper to put on a canvas than the shapes.
final class Sprites {
  /// @param size how many pixels it is wide and high
  /// @param argb its pixels, colours times opacity
  @SuppressWarnings("ArrayRecordComponent")
  record Sprite(Image image, int size, int[] argb) {}

  private final Map<SvgInk.Disc, Sprite> made = new HashMap<>();
  private final Map<Image, SvgInk.Disc> meant = new HashMap<>();

  Sprite disc(Color color, int size) {
    return picture(new SvgInk.Disc(color, size, 0));
  }

  /// {@return a ring with a line of 1.5 to 2 pixels}
  Sprite ring(Color color, int size) {
    return picture(new SvgInk.Disc(color, size, size / 2.0 - Math.max(1.4, size * 0.13)));
  }

  /// {@return what one of these pictures stands for}
  SvgInk.Disc meaning(Image image) {
    return Objects.requireNonNull(meant.get(image), "a picture that is no disc");
  }

  private Sprite picture(SvgInk.Disc key) {
    return made.computeIfAbsent(
        key,
        _ -> {
          var sprite = draw(key);
          meant.put(sprite.image(), key);
          return sprite;
        });
  }

  private static Sprite draw(SvgInk.Disc key) {
    int n = key.size();
    var image = new WritableImage(n, n);
    double middle = (n - 1) / 2.0;
    double radius = n / 2.0 - 0.3;
    for (int y = 0; y < n; y++) {
      for (int x = 0; x < n; x++) {
        double distance = Math.hypot(x - middle, y - middle);
        double outer = Math.clamp(radius - distance + 0.5, 0, 1);
        double inner = key.hole() <= 0 ? 1 : Math.clamp(distance - key.hole() + 0.5, 0, 1);
        image
            .getPixelWriter()
            .setColor(x, y, key.color().deriveColor(0, 1, 1, Math.min(outer, inner)));
      }
    }
    int[] argb = new int[n * n];
    image.getPixelReader().getPixels(0, 0, n, n, PixelFormat.getIntArgbPreInstance(), argb, 0, n);
    return new Sprite(image, n, argb);
  }
}
