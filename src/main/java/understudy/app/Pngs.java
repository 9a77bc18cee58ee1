package understudy.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;
import understudy.ui.Drawn;

/// Writes pictures as PNG files, without JavaFX's Swing module.
final class Pngs {
  private Pngs() {}

  static void write(Drawn.Pixels pixels, Path target) throws IOException {
    write(pixels.width(), pixels.height(), pixels.argb(), target);
  }

  static void write(Image image, Path target) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    write(width, height, argb, target);
  }

  private static void write(int width, int height, int[] argb, Path target) throws IOException {
    var buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    buffered.setRGB(0, 0, width, height, argb, 0, width);
    try (var stream = Files.newOutputStream(target)) {
      if (!ImageIO.write(buffered, "png", stream)) {
        throw new IOException("this Java cannot write PNG files");
      }
    }
  }
}
