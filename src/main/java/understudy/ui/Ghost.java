package understudy.ui;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// The mark of a dead process whose code still runs.
public final class Ghost extends Region {
  /// How wide the outline is, in its own units.
  static final double WIDTH = 10;

  /// How high the outline is, in its own units.
  static final double HEIGHT = 13;

  /// The body, clockwise from its lower left corner.
  static final String BODY =
      "M0 13 L0 5 A5 5 0 0 1 10 5 L10 13 L8.33 11.4 L6.67 13 L5 11.4 L3.33 13 L1.67 11.4 Z";

  private static final String EYES =
      " M2.4 5.2 a1.1 1.4 0 1 0 2.2 0 a1.1 1.4 0 1 0 -2.2 0 Z"
          + " M5.6 5.2 a1.1 1.4 0 1 0 2.2 0 a1.1 1.4 0 1 0 -2.2 0 Z";

  /// The body with two holes, which run the other way round.
  static final String WITH_EYES = BODY + EYES;

  /// Made by FXML.
  public Ghost() {
    var outline = new SVGPath();
    outline.setContent(WITH_EYES);
    setShape(outline);
    getStyleClass().add("ghost");
  }
}
