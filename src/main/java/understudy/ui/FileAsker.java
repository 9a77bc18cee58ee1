package understudy.ui;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/// Asks a person for a file; `app` implements it, because files are no business of the window.
///
/// Called on the JavaFX thread; may wait there for the person.
public interface FileAsker {
  /// Where nobody can be asked: every answer is none.
  FileAsker NOBODY =
      new FileAsker() {
        @Override
        public Optional<Path> whatToOpen(Window owner) {
          return Optional.empty();
        }

        @Override
        public Optional<Path> whereToSave(Window owner) {
          return Optional.empty();
        }
      };

  /// {@return the lesson or recording to open, empty if the person changed their mind}
  ///
  /// @param owner the window that asks
  Optional<Path> whatToOpen(Window owner);

  /// {@return the file in which to save a recording, empty if the person changed their mind}
  ///
  /// @param owner the window that asks
  Optional<Path> whereToSave(Window owner);

  /// {@return the file in which to save a picture, `.png` or `.svg`, empty if the person changed
  /// their mind}
  ///
  /// @param owner the window that asks
  default Optional<Path> whereToDraw(Window owner) {
    return Optional.empty();
  }

  /// {@return the file to export to, empty if the person changed their mind}
  ///
  /// @param owner the window that asks
  /// @param ending how such files end, without the dot
  default Optional<Path> whereToExport(Window owner, String ending) {
    return Optional.empty();
  }
}
