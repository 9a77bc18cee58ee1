package understudy.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import understudy.ui.FileAsker;
import understudy.viewmodel.Words;

/// The system's own dialogs for files, and files that are dropped on the window.
final class FileDialogs implements FileAsker {
  private static final String RECORDING = "*.understudy";
  private static final List<String> OPENABLE = List.of(RECORDING, "*.json", "*.yaml", "*.yml");

  @Override
  public Optional<Path> whatToOpen(Window owner) {
    var chooser = new FileChooser();
    chooser.setTitle(Words.get("dialog.open"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(Words.get("dialog.openable"), OPENABLE),
            new FileChooser.ExtensionFilter(Words.get("dialog.all"), "*.*"));
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> whereToSave(Window owner) {
    var chooser = new FileChooser();
    chooser.setTitle(Words.get("dialog.save"));
    chooser.setInitialFileName("run.understudy");
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(Words.get("dialog.recording"), RECORDING));
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> whereToDraw(Window owner) {
    var chooser = new FileChooser();
    chooser.setTitle(Words.get("dialog.draw"));
    chooser.setInitialFileName("understudy.png");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(Words.get("dialog.png"), "*.png"),
            new FileChooser.ExtensionFilter(Words.get("dialog.svg"), "*.svg"));
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> whereToExport(Window owner, String ending) {
    var chooser = new FileChooser();
    chooser.setTitle(Words.get("dialog.export"));
    chooser.setInitialFileName("run." + ending);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(ending, "*." + ending),
            new FileChooser.ExtensionFilter(Words.get("dialog.all"), "*.*"));
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  /// Opens what is dropped on `scene`: one file.
  ///
  /// @param open takes the file
  /// @param refuse takes one line where there were several
  static void acceptDrops(Scene scene, Consumer<Path> open, Consumer<String> refuse) {
    scene.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
      }
    });
    scene.setOnDragDropped(event -> {
      List<File> files = event.getDragboard().getFiles();
      if (files.size() == 1) {
        open.accept(files.getFirst().toPath());
      } else if (!files.isEmpty()) {
        refuse.accept(Words.get("dialog.dropped", files.size()));
      }
      event.setDropCompleted(files.size() == 1);
      event.consume();
    });
  }
}
