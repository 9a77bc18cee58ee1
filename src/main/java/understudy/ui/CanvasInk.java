package understudy.ui;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws on a canvas.
///
/// @param g the canvas's
record CanvasInk(GraphicsContext g) implements Ink {
  CanvasInk {
    g.setTextBaseline(VPos.CENTER);
  }

  @Override
  public void setFill(Paint paint) {
    g.setFill(paint);
  }

  @Override
  public void setStroke(Color color) {
    g.setStroke(color);
  }

  @Override
  public void setLineWidth(double width) {
    g.setLineWidth(width);
  }

  @Override
  public void setLineDashes(double... dashes) {
    g.setLineDashes(dashes);
  }

  @Override
  public void setFont(Font font) {
    g.setFont(font);
  }

  @Override
  public void setTextAlign(TextAlignment align) {
    g.setTextAlign(align);
  }

  @Override
  public void fillText(String text, double x, double y) {
    g.fillText(text, x, y);
  }

  @Override
  public void fillRect(double x, double y, double w, double h) {
    g.fillRect(x, y, w, h);
  }

  @Override
  public void fillRoundRect(double x, double y, double w, double h, double aw, double ah) {
    g.fillRoundRect(x, y, w, h, aw, ah);
  }

  @Override
  public void strokeRoundRect(double x, double y, double w, double h, double aw, double ah) {
    g.strokeRoundRect(x, y, w, h, aw, ah);
  }

  @Override
  public void strokeLine(double x1, double y1, double x2, double y2) {
    g.strokeLine(x1, y1, x2, y2);
  }

  @Override
  public void drawImage(Image image, double x, double y) {
    g.drawImage(image, x, y);
  }

  @Override
  public void drawPixels(Image image, double x, double y, double w, double h, boolean smooth) {
    g.setImageSmoothing(smooth);
    g.drawImage(image, x, y, w, h);
    g.setImageSmoothing(true);
  }

  @Override
  public void beginPath() {
    g.beginPath();
  }

  @Override
  public void moveTo(double x, double y) {
    g.moveTo(x, y);
  }

  @Override
  public void lineTo(double x, double y) {
    g.lineTo(x, y);
  }

  @Override
  public void quadraticCurveTo(double xc, double yc, double x1, double y1) {
    g.quadraticCurveTo(xc, yc, x1, y1);
  }

  @Override
  public void appendSVGPath(String path) {
    g.appendSVGPath(path);
  }

  @Override
  public void closePath() {
    g.closePath();
  }

  @Override
  public void stroke() {
    g.stroke();
  }

  @Override
  public void fill() {
    g.fill();
  }

  @Override
  public void save() {
    g.save();
  }

  @Override
  public void restore() {
    g.restore();
  }

  @Override
  public void translate(double x, double y) {
    g.translate(x, y);
  }

  @Override
  public void scale(double x, double y) {
    g.scale(x, y);
  }
}
