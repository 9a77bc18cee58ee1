package understudy.ui;

import java.util.Optional;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Sides;
import understudy.viewmodel.SidesWish;
import understudy.viewmodel.Wish;

/// What the window needs of the world outside; `app` implements it.
///
/// All methods are called on the JavaFX thread and must not block.
public interface UiPort {
  /// Takes what the window would like to see from now on; the newest wish wins.
  ///
  /// @param wish the wish
  void wish(Wish wish);

  /// Asks for a new frame, unless one is on its way; nothing to do where every [#poll] makes one.
  default void ask() {}

  /// {@return the newest frame if it was not taken before}
  Optional<Frame> poll();

  /// Does what a person asked for, or begins to; what came of it is seen in later frames.
  ///
  /// @param effect what to do
  void carryOut(Effect effect);

  /// Takes what the window would like to see of runs side by side; the newest wish wins.
  ///
  /// @param wish the wish
  default void wish(SidesWish wish) {}

  /// {@return the runs side by side if there is something new of them; [#ask] asks for it}
  default Optional<Sides> sides() {
    return Optional.empty();
  }
}
