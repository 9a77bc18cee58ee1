package understudy.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import understudy.viewmodel.Command;
import understudy.viewmodel.Command.Own;
import understudy.viewmodel.Frame;

/// Does what commands say, wherever they were asked for: a key, a menu, the palette.
final class Commander {
  private final WindowLoop loop;
  private final Arranger arranger;
  private final Map<Own, Runnable> own = new EnumMap<>(Own.class);
  private Optional<Command> refused = Optional.empty();

  Commander(WindowLoop loop, Arranger arranger) {
    this.loop = loop;
    this.arranger = arranger;
  }

  /// Says who does what the window does alone.
  void on(Own what, Runnable how) {
    own.put(what, how);
  }

  /// {@return whether everything that the window does alone is done by somebody}
  boolean isWhole() {
    return own.keySet().size() == Own.values().length;
  }

  /// {@return what was asked for last and cannot be done}
  ///
  /// @param frame what is seen
  Optional<Command> refused(Frame frame) {
    return refused.filter(command -> !command.isPossible(frame));
  }

  /// Forgets what could not be done.
  void forget() {
    refused = Optional.empty();
  }

  /// Does it if it can be done now.
  void run(Command command) {
    if (!command.isPossible(loop.frame())) {
      refused = Optional.of(command);
      loop.again();
      return;
    }
    forget();
    switch (command.does()) {
      case Command.Act(var action) -> loop.dispatch(action);
      case Command.Arrange(var change) -> arranger.change(change);
      case Own what -> Objects.requireNonNull(own.get(what), what.name()).run();
    }
  }
}
