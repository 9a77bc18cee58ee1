package understudy.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import understudy.viewmodel.Action;

/// The keys with a control key; they work wherever the focus is.
final class Shortcuts {
  private Shortcuts() {}

  static void install(Scene scene, WindowLoop loop, FileGestures files) {
    var keys = scene.getAccelerators();
    keys.put(with(KeyCode.O), () -> files.open(scene.getWindow()));
    keys.put(with(KeyCode.S), () -> files.save(scene.getWindow()));
    keys.put(with(KeyCode.R), () -> loop.dispatch(new Action.ToggleRecording()));
    keys.put(with(KeyCode.T), () -> loop.dispatch(new Action.ToggleTheme()));
    keys.put(
        with(KeyCode.F),
        () -> Optional.ofNullable(scene.lookup("#find")).ifPresent(Node::requestFocus));
  }

  private static KeyCombination with(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }
}
