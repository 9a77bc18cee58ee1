package understudy.ui;

import java.nio.file.Path;
import java.util.List;
import understudy.viewmodel.Arrangement;

/// Keeps what a person wants to find again; `app` implements it, because files are no business of
/// the window.
///
/// Called on the JavaFX thread; does not wait for a disk, but for [#recall].
public interface Keeper {
  /// Keeps nothing, and takes the person for somebody who knows the window.
  Keeper NOTHING =
      new Keeper() {
        @Override
        public Arrangement recall() {
          return Arrangement.FIRST.update(new Arrangement.Change.Welcome(true));
        }

        @Override
        public void remember(Arrangement arrangement) {}

        @Override
        public void keep(Path file, Drawn picture) {}
      };

  /// {@return the window as it was left; asked once, before the window is there}
  Arrangement recall();

  /// {@return the files opened last, the newest first}
  default List<Path> recent() {
    return List.of();
  }

  /// Keeps the window as it is now; the newest wins.
  ///
  /// @param arrangement how it is now
  void remember(Arrangement arrangement);

  /// Writes a picture; what came of it is seen as a notice.
  ///
  /// @param file where to
  /// @param picture what to write
  void keep(Path file, Drawn picture);
}
