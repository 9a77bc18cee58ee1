package understudy.ui;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import understudy.viewmodel.Extent;

/// Pixels of our own that thousands of small things are put on, to go on the canvas as one picture:
/// there each of them would cost three microseconds on the thread that renders.
///
/// Two buffers take turns, as JavaFX may still be rendering the one before.
final class Sheet {
  private record Page(PixelBuffer<IntBuffer> buffer, WritableImage image) {}

  private final List<Page> pages = new ArrayList<>();
  private int width;
  private int height;
  private int turn;
  private int[] pixels = new int[0];

  /// Takes the next buffer, and clears it.
  void begin(Extent size) {
    int w = (int) Math.ceil(size.width());
    int h = (int) Math.ceil(size.height());
    if (w != width || h != height) {
      width = w;
      height = h;
      pages.clear();
    }
    if (pages.size() < 2) {
      var buffer =
          new PixelBuffer<>(w, h, IntBuffer.allocate(w * h), PixelFormat.getIntArgbPreInstance());
      pages.add(new Page(buffer, new WritableImage(buffer)));
    }
    turn = (turn + 1) % pages.size();
    pixels = pages.get(turn).buffer().getBuffer().array();
    Arrays.fill(pixels, 0);
  }

  void fill(double left, double top, double w, double h, Color color) {
    int argb = argb(color);
    int x0 = (int) Math.max(0, left);
    int x1 = (int) Math.min(width, left + w);
    int y1 = (int) Math.min(height, top + h);
    for (int y = (int) Math.max(0, top); y < y1; y++) {
      if (x0 < x1) {
        Arrays.fill(pixels, y * width + x0, y * width + x1, argb);
      }
    }
  }

  /// Puts a picture where nothing was put before.
  void put(Sprites.Sprite sprite, int left, int top) {
    int from = Math.max(0, -left);
    int across = Math.min(sprite.size(), width - left) - from;
    int end = Math.min(sprite.size(), height - top);
    for (int y = Math.max(0, -top); y < end && across > 0; y++) {
      int at = (top + y) * width + left + from;
      System.arraycopy(sprite.argb(), y * sprite.size() + from, pixels, at, across);
    }
  }

  void draw(Ink g) {
    var page = pages.get(turn);
    page.buffer().updateBuffer(_ -> new Rectangle2D(0, 0, width, height));
    g.drawPixels(page.image(), 0, 0, width, height, false);
  }

  static int argb(Color color) {
    return 0xff000000
        | (int) Math.round(color.getRed() * 255) << 16
        | (int) Math.round(color.getGreen() * 255) << 8
        | (int) Math.round(color.getBlue() * 255);
  }
}
