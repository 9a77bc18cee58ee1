package understudy.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import understudy.viewmodel.Action;
import understudy.viewmodel.Command;

/// The keys with a control key; they work wherever the focus is.
final class Shortcuts {
  private Shortcuts() {}

  static void install(Scene scene, WindowLoop loop, FileGestures files) {
    var keys = scene.getAccelerators();
    for (Command command : Command.withKeys()) {
      if (command.keys().matches("Ctrl\\+[A-Z]")) {
        keys.put(Keys.keys(command), () -> run(command, scene, loop, files));
      }
    }
    keys.put(
        new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN),
        () -> loop.dispatch(new Action.TogglePrompt()));
  }

  /// Does what a command says, the window's own among them.
  static void run(Command command, Scene scene, WindowLoop loop, FileGestures files) {
    command
        .action()
        .ifPresentOrElse(
            loop::dispatch,
            () -> {
              switch (command.id()) {
                case "open" -> files.open(scene.getWindow());
                case "save" -> files.save(scene.getWindow());
                case "find" ->
                    Optional.ofNullable(scene.lookup("#find")).ifPresent(Node::requestFocus);
                default -> throw new IllegalStateException("nobody does '" + command.id() + "'");
              }
            });
  }
}
