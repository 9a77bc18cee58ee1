package understudy.ui;

import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// What painters draw with: a canvas, or a file of shapes.
///
/// Named as [javafx.scene.canvas.GraphicsContext] names it, so that a painter reads the same.
/// Dashes, line width, fill and stroke stay as they were set last; text stands with its middle on
/// its ordinate.
interface Ink {
  void setFill(Paint paint);

  void setStroke(Color color);

  void setLineWidth(double width);

  void setLineDashes(double... dashes);

  void setFont(Font font);

  void setTextAlign(TextAlignment align);

  void fillText(String text, double x, double y);

  void fillRect(double x, double y, double w, double h);

  void fillRoundRect(double x, double y, double w, double h, double arcWidth, double arcHeight);

  void strokeRoundRect(double x, double y, double w, double h, double arcWidth, double arcHeight);

  void strokeLine(double x1, double y1, double x2, double y2);

  void drawImage(Image image, double x, double y);

  /// Draws a picture of pixels.
  ///
  /// @param smooth whether its pixels run into each other where it is not drawn in its own size
  void drawPixels(Image image, double x, double y, double w, double h, boolean smooth);

  void beginPath();

  void moveTo(double x, double y);

  void lineTo(double x, double y);

  void quadraticCurveTo(double xc, double yc, double x1, double y1);

  void appendSVGPath(String path);

  void closePath();

  void stroke();

  void fill();

  void save();

  void restore();

  void translate(double x, double y);

  void scale(double x, double y);
}
