package understudy.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.stage.Window;
import understudy.viewmodel.Action;
import understudy.viewmodel.Extract;

/// Opening and saving: first the person is asked where, then it is a gesture like any other.
final class FileGestures {
  private final WindowLoop loop;
  private final FileAsker asker;
  private final Keeper keeper;
  private Supplier<Drawn> pixels = FileGestures::nothing;
  private Supplier<Drawn> shapes = FileGestures::nothing;

  FileGestures(WindowLoop loop, FileAsker asker, Keeper keeper) {
    this.loop = loop;
    this.asker = asker;
    this.keeper = keeper;
  }

  private static Drawn nothing() {
    throw new IllegalStateException("there is no picture yet");
  }

  /// Says how the picture is taken.
  void pictures(Supplier<Drawn> asPixels, Supplier<Drawn> asShapes) {
    pixels = asPixels;
    shapes = asShapes;
  }

  void draw(Window owner) {
    asker.whereToDraw(owner).ifPresent(file -> keeper.keep(file, drawn(file)));
  }

  private Drawn drawn(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".svg") ? shapes.get() : pixels.get();
  }

  void export(Window owner, Extract extract) {
    asker
        .whereToExport(owner, extract.ending())
        .map(file -> new Action.Export(extract, file))
        .ifPresent(loop::dispatch);
  }

  List<Path> recent() {
    return keeper.recent();
  }

  void open(Path file) {
    loop.dispatch(new Action.Open(file));
  }

  void open(Window owner) {
    asker.whatToOpen(owner).map(Action.Open::new).ifPresent(loop::dispatch);
  }

  void save(Window owner) {
    if (loop.frame().situation().savable()) {
      asker.whereToSave(owner).map(Action.Save::new).ifPresent(loop::dispatch);
    }
  }
}
