package understudy.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import understudy.viewmodel.Action;

/// Asks a person for a file; reads and writes none.
final class FileChoice {
  private static final List<String> OPENABLE = List.of("*.ustudy", "*.json", "*.yaml", "*.yml");

  private final WindowLoop loop;

  FileChoice(WindowLoop loop) {
    this.loop = loop;
  }

  /// Ties the keys with a control key, and files that are dropped on the window.
  void install(Scene scene) {
    var keys = scene.getAccelerators();
    keys.put(shortcut(KeyCode.O), () -> open(scene.getWindow()));
    keys.put(shortcut(KeyCode.S), () -> save(scene.getWindow()));
    keys.put(shortcut(KeyCode.R), () -> loop.dispatch(new Action.ToggleRecording()));
    keys.put(shortcut(KeyCode.T), () -> loop.dispatch(new Action.ToggleTheme()));
    keys.put(
        shortcut(KeyCode.F),
        () -> Optional.ofNullable(scene.lookup("#find")).ifPresent(field -> field.requestFocus()));
    scene.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
      }
    });
    scene.setOnDragDropped(event ->
        event.getDragboard().getFiles().stream()
            .findFirst()
            .map(File::toPath)
            .ifPresent(this::opened));
  }

  private static KeyCombination shortcut(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  void open(Window owner) {
    var chooser = new FileChooser();
    chooser.setTitle(Texts.get("open.title"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(Texts.get("open.kinds"), OPENABLE));
    Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath).ifPresent(this::opened);
  }

  private void opened(Path file) {
    loop.dispatch(new Action.Open(file));
  }

  void save(Window owner) {
    if (!loop.frame().situation().savable()) {
      return;
    }
    var chooser = new FileChooser();
    chooser.setTitle(Texts.get("save.title"));
    chooser.setInitialFileName("run.ustudy");
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(Texts.get("save.kind"), "*.ustudy"));
    Optional.ofNullable(chooser.showSaveDialog(owner))
        .map(File::toPath)
        .ifPresent(file -> loop.dispatch(new Action.Save(file)));
  }
}
