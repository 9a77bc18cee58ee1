package understudy.ui;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The selected vertex as a screen reader meets it: a thing of its own with a name and a place,
/// though it is only drawn.
///
/// Lies over the vertex, is never seen and lets every gesture through.
public final class VertexVoice extends Region {
  private String said = "";
  private int level;

  /// Made by FXML.
  public VertexVoice() {
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    setAccessibleRole(AccessibleRole.TREE_ITEM);
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> said;
      case SELECTED -> true;
      case DISCLOSURE_LEVEL -> level;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  /// Announces what is selected, if that is something else than before.
  ///
  /// @param words about the vertex, empty if none is selected
  /// @param depth how far below the root it is
  /// @param where it is drawn
  /// @param speaker who tells that the focus has moved
  void say(String words, int depth, Optional<Bounds> where, TreeCanvas speaker) {
    level = depth;
    where.ifPresent(b -> resizeRelocate(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight()));
    setVisible(!words.isEmpty());
    if (!words.equals(said)) {
      said = words;
      setAccessibleText(words);
      speaker.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }
  }
}
