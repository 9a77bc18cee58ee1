package understudy.ui;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws into an SVG file: shapes as shapes, text as text.
///
/// Small pictures that stand for discs and rings become circles again; other pictures are left out.
final class SvgInk implements Ink {
  /// What a small picture stands for.
  ///
  /// @param color of the disc or ring
  /// @param size its diameter, in pixels
  /// @param hole radius of what is left free, 0 for a disc
  record Disc(Color color, int size, double hole) {}

  private record Pen(
      Paint fill,
      Color stroke,
      double width,
      List<Double> dashes,
      Font font,
      TextAlignment align) {}

  private final StringBuilder body = new StringBuilder();
  private final StringBuilder path = new StringBuilder();
  private final Deque<Pen> pens = new ArrayDeque<>();
  private final Deque<Integer> groups = new ArrayDeque<>();
  private final Function<Image, Disc> discs;
  private final double width;
  private final double height;
  private final String title;
  private Pen pen =
      new Pen(Color.BLACK, Color.BLACK, 1, List.of(), Font.getDefault(), TextAlignment.LEFT);
  private int open;

  /// @param title what the picture shows, for who cannot see it
  /// @param discs says what a small picture stands for
  SvgInk(double width, double height, String title, Function<Image, Disc> discs) {
    this.width = width;
    this.height = height;
    this.title = title;
    this.discs = discs;
  }

  /// {@return the whole file}
  String text() {
    String w = number(width);
    String h = number(height);
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img">
    <title>%s</title>
    %s</svg>
    """
        .formatted(w, h, w, h, escaped(title), body);
  }

  static String escaped(String text) {
    var safe = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '&' -> safe.append("&amp;");
            case '"' -> safe.append("&quot;");
            case '\t', '\n', '\r' -> safe.append(' ');
            default -> safe.appendCodePoint(isXml(c) ? c : 0xFFFD);
          }
        });
    return safe.toString();
  }

  private static boolean isXml(int c) {
    return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }

  private static String number(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e9
        ? Long.toString((long) rounded)
        : String.format(Locale.ROOT, "%.2f", rounded);
  }

  private static String paint(String what, Paint paint) {
    if (!(paint instanceof Color color)) {
      return "";
    }
    String hex =
        String.format(
            Locale.ROOT,
            "#%02x%02x%02x",
            Math.round(color.getRed() * 255),
            Math.round(color.getGreen() * 255),
            Math.round(color.getBlue() * 255));
    String opacity =
        color.getOpacity() >= 1
            ? ""
            : " %s-opacity=\"%s\"".formatted(what, number(color.getOpacity()));
    return " %s=\"%s\"%s".formatted(what, hex, opacity);
  }

  private String line() {
    var dashes = new StringBuilder();
    for (double each : pen.dashes()) {
      dashes.append(dashes.isEmpty() ? " stroke-dasharray=\"" : " ").append(number(each));
    }
    return " fill=\"none\"%s stroke-width=\"%s\"%s"
        .formatted(
            paint("stroke", pen.stroke()),
            number(pen.width()),
            dashes.isEmpty() ? "" : dashes + "\"");
  }

  private void add(String element) {
    body.append(element).append('\n');
  }

  @Override
  public void setFill(Paint paint) {
    pen = new Pen(paint, pen.stroke, pen.width, pen.dashes, pen.font, pen.align);
  }

  @Override
  public void setStroke(Color color) {
    pen = new Pen(pen.fill, color, pen.width, pen.dashes, pen.font, pen.align);
  }

  @Override
  public void setLineWidth(double wide) {
    pen = new Pen(pen.fill, pen.stroke, wide, pen.dashes, pen.font, pen.align);
  }

  @Override
  public void setLineDashes(double... dashes) {
    pen =
        new Pen(
            pen.fill,
            pen.stroke,
            pen.width,
            Arrays.stream(dashes).boxed().toList(),
            pen.font,
            pen.align);
  }

  @Override
  public void setFont(Font font) {
    pen = new Pen(pen.fill, pen.stroke, pen.width, pen.dashes, font, pen.align);
  }

  @Override
  public void setTextAlign(TextAlignment align) {
    pen = new Pen(pen.fill, pen.stroke, pen.width, pen.dashes, pen.font, align);
  }

  @Override
  public void fillText(String text, double x, double y) {
    if (text.isEmpty()) {
      return;
    }
    String anchor =
        switch (pen.align()) {
          case CENTER -> " text-anchor=\"middle\"";
          case RIGHT -> " text-anchor=\"end\"";
          case LEFT, JUSTIFY -> "";
        };
    boolean strong = pen.font().getFamily().endsWith("SemiBold");
    String family = strong ? "Inter" : pen.font().getFamily();
    String kind = family.contains("Mono") ? "monospace" : "sans-serif";
    add(
        "<text x=\"%s\" y=\"%s\"%s%s font-family=\"'%s', %s\" font-size=\"%s\"%s dominant-baseline=\"central\" xml:space=\"preserve\">%s</text>"
            .formatted(
                number(x),
                number(y),
                anchor,
                paint("fill", pen.fill()),
                escaped(family),
                kind,
                number(pen.font().getSize()),
                strong ? " font-weight=\"600\"" : "",
                escaped(text)));
  }

  @Override
  public void fillRect(double x, double y, double w, double h) {
    if (w > 0 && h > 0) {
      add(
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>"
              .formatted(number(x), number(y), number(w), number(h), paint("fill", pen.fill())));
    }
  }

  @Override
  public void fillRoundRect(double x, double y, double w, double h, double aw, double ah) {
    round(x, y, w, h, aw, ah, paint("fill", pen.fill()));
  }

  @Override
  public void strokeRoundRect(double x, double y, double w, double h, double aw, double ah) {
    round(x, y, w, h, aw, ah, line());
  }

  private void round(double x, double y, double w, double h, double aw, double ah, String look) {
    if (w > 0 && h > 0) {
      add(
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" ry=\"%s\"%s/>"
              .formatted(
                  number(x),
                  number(y),
                  number(w),
                  number(h),
                  number(Math.min(aw, w) / 2),
                  number(Math.min(ah, h) / 2),
                  look));
    }
  }

  @Override
  public void strokeLine(double x1, double y1, double x2, double y2) {
    add(
        "<path d=\"M%s %sL%s %s\"%s/>"
            .formatted(number(x1), number(y1), number(x2), number(y2), line()));
  }

  @Override
  public void drawImage(Image image, double x, double y) {
    var disc = discs.apply(image);
    double middle = disc.size() / 2.0;
    if (disc.hole() <= 0) {
      add(
          "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>"
              .formatted(
                  number(x + middle),
                  number(y + middle),
                  number(middle - 0.3),
                  paint("fill", disc.color())));
    } else {
      double wide = middle - disc.hole();
      add(
          "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"none\"%s stroke-width=\"%s\"/>"
              .formatted(
                  number(x + middle),
                  number(y + middle),
                  number(middle - 0.3 - wide / 2),
                  paint("stroke", disc.color()),
                  number(wide)));
    }
  }

  @Override
  public void drawPixels(Image image, double x, double y, double w, double h, boolean smooth) {
    add(
        "<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s href=\"%s\"/>"
            .formatted(
                number(x),
                number(y),
                number(w),
                number(h),
                smooth ? "" : " style=\"image-rendering:pixelated\"",
                DataUri.of(image)));
  }

  @Override
  public void beginPath() {
    path.setLength(0);
  }

  @Override
  public void moveTo(double x, double y) {
    path.append('M').append(number(x)).append(' ').append(number(y));
  }

  @Override
  public void lineTo(double x, double y) {
    path.append('L').append(number(x)).append(' ').append(number(y));
  }

  @Override
  public void quadraticCurveTo(double xc, double yc, double x1, double y1) {
    path.append('Q').append(number(xc)).append(' ').append(number(yc)).append(' ');
    path.append(number(x1)).append(' ').append(number(y1));
  }

  @Override
  public void appendSVGPath(String more) {
    path.append(more);
  }

  @Override
  public void closePath() {
    path.append('Z');
  }

  @Override
  public void stroke() {
    add("<path d=\"%s\"%s/>".formatted(escaped(path.toString()), line()));
  }

  @Override
  public void fill() {
    add("<path d=\"%s\"%s/>".formatted(escaped(path.toString()), paint("fill", pen.fill())));
  }

  @Override
  public void save() {
    pens.push(pen);
    groups.push(open);
  }

  @Override
  public void restore() {
    pen = pens.pop();
    for (int before = groups.pop(); open > before; open--) {
      add("</g>");
    }
  }

  @Override
  public void translate(double x, double y) {
    add("<g transform=\"translate(%s %s)\">".formatted(number(x), number(y)));
    open++;
  }

  @Override
  public void scale(double x, double y) {
    add("<g transform=\"scale(%s %s)\">".formatted(number(x), number(y)));
    open++;
  }
}
