package understudy.ui;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import understudy.viewmodel.Action;
import understudy.viewmodel.Action.Way;
import understudy.viewmodel.Command;

/// The keys of the commands, and those that walk; a text field keeps them for itself.
final class Keys {
  private static final double NEARER = 1.25;

  private final WindowLoop loop;
  private boolean acted;
  private final Map<KeyCombination, Action> actions = new LinkedHashMap<>();
  private final Map<KeyCode, Way> ways = new EnumMap<>(KeyCode.class);

  Keys(WindowLoop loop) {
    this.loop = loop;
    for (Command command : Command.withKeys()) {
      command.action().ifPresent(action -> actions.put(keys(command), action));
    }
    ways.put(KeyCode.UP, Way.UP);
    ways.put(KeyCode.DOWN, Way.DOWN);
    ways.put(KeyCode.LEFT, Way.LEFT);
    ways.put(KeyCode.RIGHT, Way.RIGHT);
  }

  /// {@return the keys of a command as JavaFX knows them}
  static KeyCombination keys(Command command) {
    return KeyCombination.valueOf(command.keys().replace("Ctrl+", "Shortcut+"));
  }

  void install(Parent root) {
    root.addEventFilter(KeyEvent.KEY_PRESSED, _ -> acted = false);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  /// The letter of a key that opened a form must not land in the form's field.
  private void typed(KeyEvent event) {
    if (acted) {
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    if (!typing || event.getCode() == KeyCode.ESCAPE) {
      action(event)
          .ifPresent(action -> {
            event.consume();
            acted = !event.isShortcutDown();
            loop.dispatch(action);
          });
    }
  }

  private Optional<Action> action(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown();
    var way = ways.get(event.getCode());
    if (plain && way != null) {
      return Optional.of(event.isShiftDown() ? new Action.Extend(way) : new Action.Move(way));
    }
    if (plain) {
      var view = loop.desk().view();
      switch (event.getCode()) {
        case PLUS, ADD, EQUALS -> {
          return Optional.of(new Action.Zoom(NEARER, view.width() / 2, view.height() / 2));
        }
        case MINUS, SUBTRACT -> {
          return Optional.of(new Action.Zoom(1 / NEARER, view.width() / 2, view.height() / 2));
        }
        case ESCAPE -> {
          return Optional.of(new Action.Cancel());
        }
        default -> {}
      }
    }
    return actions.entrySet().stream()
        .filter(each -> each.getKey().match(event))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
