package understudy.ui;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// The selected vertex as a screen reader meets it: a thing of its own with a name and a place,
/// though it is only drawn.
///
/// Lies over the vertex, is never seen and lets every gesture through.
public final class VertexVoice extends Region {
  private String said = "";

  /// Made by FXML.
  public VertexVoice() {
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    setAccessibleRole(AccessibleRole.TREE_ITEM);
  }

  /// Announces what is selected, if that is something else than before.
  ///
  /// @param words about the vertex, empty if none is selected
  /// @param where it is drawn
  /// @param speaker who tells that the focus has moved
  void say(String words, Optional<Bounds> where, TreeCanvas speaker) {
    where.ifPresent(b -> resizeRelocate(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight()));
    setVisible(!words.isEmpty());
    if (!words.equals(said)) {
      said = words;
      setAccessibleText(words);
      speaker.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }
  }
}
