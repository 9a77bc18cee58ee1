package understudy.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.collections.ObservableMap;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/// Makes everything larger: style sheets by rewriting their pixels, nodes by the sizes that they
/// were made with.
///
/// A transformation of the whole window would be shorter, but would blur the canvases.
final class Enlarged {
  private static final Pattern PIXELS = Pattern.compile("(\\d+(?:\\.\\d+)?)px");
  private static final String MADE_WITH = "understudy.made-with";

  private final Map<String, String> sheets = new HashMap<>();

  /// {@return the address of a style sheet like that at `url`, with all pixels times `factor`}
  String sheet(String url, double factor) {
    if (factor == 1) {
      return url;
    }
    return sheets.computeIfAbsent(url + "#" + factor, _ -> rewritten(url, factor));
  }

  private static String rewritten(String url, double factor) {
    String css = scaled(read(url), factor);
    byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
    return "data:text/css;charset=UTF-8;base64," + Base64.getEncoder().encodeToString(bytes);
  }

  static String scaled(String css, double factor) {
    return PIXELS
        .matcher(css)
        .replaceAll(found ->
            String.format(Locale.ROOT, "%.2fpx", Double.parseDouble(found.group(1)) * factor));
  }

  private static String read(String url) {
    try (var stream = address(url).openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the style sheet " + url + " that comes with the window", e);
    }
  }

  private static URL address(String url) throws IOException {
    return url.startsWith("/")
        ? Objects.requireNonNull(Enlarged.class.getResource(url), url)
        : URI.create(url).toURL();
  }

  /// Gives `node` and all below it the sizes that they were made with, times `factor`.
  static void sizes(Node node, double factor) {
    if (node instanceof Region region) {
      region(region, factor);
    }
    switch (node) {
      case SplitPane split -> split.getItems().forEach(each -> sizes(each, factor));
      case ScrollPane scroll when scroll.getContent() != null -> sizes(scroll.getContent(), factor);
      case TableView<?> table -> table(table, factor);
      case Control _ -> {}
      case Parent parent -> parent.getChildrenUnmodifiable().forEach(each -> sizes(each, factor));
      default -> {}
    }
  }

  private static double[] madeWith(ObservableMap<Object, Object> properties, double... now) {
    return (double[]) properties.computeIfAbsent(MADE_WITH, _ -> now);
  }

  private static void region(Region region, double factor) {
    double[] made =
        madeWith(
            region.getProperties(),
            region.getMinWidth(),
            region.getPrefWidth(),
            region.getMaxWidth(),
            region.getMinHeight(),
            region.getPrefHeight(),
            region.getMaxHeight());
    region.setMinWidth(times(made[0], factor));
    region.setPrefWidth(times(made[1], factor));
    region.setMaxWidth(times(made[2], factor));
    region.setMinHeight(times(made[3], factor));
    region.setPrefHeight(times(made[4], factor));
    region.setMaxHeight(times(made[5], factor));
  }

  private static void table(TableView<?> table, double factor) {
    double[] row = madeWith(table.getPlaceholder().getProperties(), table.getFixedCellSize());
    table.setFixedCellSize(row[0] * factor);
    for (TableColumn<?, ?> column : table.getColumns()) {
      double[] made =
          madeWith(
              column.getProperties(),
              column.getMinWidth(),
              column.getPrefWidth(),
              column.getMaxWidth());
      column.setMaxWidth(Double.MAX_VALUE);
      column.setMinWidth(made[0] * factor);
      column.setPrefWidth(made[1] * factor);
      column.setMaxWidth(times(made[2], factor));
    }
  }

  /// Negative sizes are JavaFX's names for what it works out itself.
  private static double times(double size, double factor) {
    return size > 0 && size < Double.MAX_VALUE ? size * factor : size;
  }
}
