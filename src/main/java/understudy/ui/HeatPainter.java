package understudy.ui;

import java.nio.IntBuffer;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import understudy.viewmodel.Camera;
import understudy.viewmodel.Heat;
import understudy.viewmodel.Phase;

/// Puts the many on the canvas by pixels of its own: only lines that changed are made again.
///
/// While the camera travels the last pixels are stretched until those of the new place arrive.
final class HeatPainter {
  private final int[] colors = new int[256];
  private Optional<Palette> palette = Optional.empty();
  private Heat made = Heat.NONE;
  private Optional<PixelBuffer<IntBuffer>> buffer = Optional.empty();
  private Optional<WritableImage> image = Optional.empty();

  void paint(Brush brush, Heat heat) {
    if (heat.isEmpty()) {
      return;
    }
    boolean anew = palette.filter(brush.palette::equals).isEmpty();
    if (anew) {
      palette = Optional.of(brush.palette);
      mix(brush.palette);
    }
    if (buffer.isEmpty() || heat.width() != made.width() || heat.height() != made.height()) {
      var pixels = IntBuffer.allocate(heat.width() * heat.height());
      var next =
          new PixelBuffer<>(
              heat.width(), heat.height(), pixels, PixelFormat.getIntArgbPreInstance());
      buffer = Optional.of(next);
      image = Optional.of(new WritableImage(next));
      anew = true;
    }
    if (anew || !heat.equals(made)) {
      boolean all = anew;
      buffer.get().updateBuffer(target -> update(target.getBuffer().array(), heat, all));
      made = heat;
    }
    draw(brush, heat.camera());
  }

  private void draw(Brush brush, Camera from) {
    double grown = brush.scale() / from.scale();
    double x = brush.sx(from.x());
    double y = brush.sy(from.y());
    boolean still = Math.abs(grown - 1) < 1e-9;
    brush.g.drawPixels(
        image.orElseThrow(),
        still ? Math.rint(x) : x,
        still ? Math.rint(y) : y,
        made.width() * grown,
        made.height() * grown,
        !still);
  }

  private Rectangle2D update(int[] pixels, Heat heat, boolean all) {
    int first = heat.height();
    int last = -1;
    for (int line = 0; line < heat.height(); line++) {
      if (all || !heat.sameLine(line, made)) {
        int end = (line + 1) * heat.width();
        for (int pixel = line * heat.width(); pixel < end; pixel++) {
          pixels[pixel] = colors[heat.level(pixel) & 0xff];
        }
        first = Math.min(first, line);
        last = line;
      }
    }
    return last < first
        ? Rectangle2D.EMPTY
        : new Rectangle2D(0, first, heat.width(), (double) last - first + 1);
  }

  private void mix(Palette from) {
    for (int i = 0; i < Heat.RAMP; i++) {
      colors[i] = Sheet.argb(from.ramp().get(i * (from.ramp().size() - 1) / (Heat.RAMP - 1)));
    }
    for (Phase phase : Phase.values()) {
      if (phase != Phase.RUNNING) {
        colors[Heat.level(phase)] = Sheet.argb(from.phase(phase));
      }
    }
    colors[Heat.BORN] = Sheet.argb(from.restart());
    colors[Heat.NOTHING & 0xff] = 0;
  }
}
