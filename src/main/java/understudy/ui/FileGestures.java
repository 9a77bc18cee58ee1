package understudy.ui;

import javafx.stage.Window;
import understudy.viewmodel.Action;

/// Opening and saving: first the person is asked where, then it is a gesture like any other.
final class FileGestures {
  private final WindowLoop loop;
  private final FileAsker asker;

  FileGestures(WindowLoop loop, FileAsker asker) {
    this.loop = loop;
    this.asker = asker;
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
