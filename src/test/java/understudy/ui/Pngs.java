package understudy.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/// Writes pictures as PNG files.
final class Pngs {
  private Pngs() {}

  static void write(Image image, Path target) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    var format = PixelFormat.getIntArgbInstance();
    image.getPixelReader().getPixels(0, 0, width, height, format, argb, 0, width);
    var buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    buffered.setRGB(0, 0, width, height, argb, 0, width);
    if (!ImageIO.write(buffered, "png", target.toFile())) {
      throw new IOException("no PNG writer for " + target);
    }
  }
}
