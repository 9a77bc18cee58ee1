package understudy.ui;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import understudy.viewmodel.Action;
import understudy.viewmodel.Action.Way;
import understudy.viewmodel.Command;

/// The keys of the commands, and those that walk; a text field keeps those for itself that it
/// needs.
final class Keys {
  private static final List<KeyCode> PLUS = List.of(KeyCode.PLUS, KeyCode.ADD, KeyCode.EQUALS);
  private static final List<KeyCode> MINUS = List.of(KeyCode.MINUS, KeyCode.SUBTRACT);

  private final WindowLoop loop;
  private final Commander commander;
  private boolean acted;
  private final Map<KeyCombination, Command> commands = new LinkedHashMap<>();
  private final Map<KeyCode, Way> ways = new EnumMap<>(KeyCode.class);

  Keys(WindowLoop loop, Commander commander) {
    this.loop = loop;
    this.commander = commander;
    for (Command command : Command.withKeys()) {
      keys(command).forEach(keys -> commands.put(keys, command));
    }
    ways.put(KeyCode.UP, Way.UP);
    ways.put(KeyCode.DOWN, Way.DOWN);
    ways.put(KeyCode.LEFT, Way.LEFT);
    ways.put(KeyCode.RIGHT, Way.RIGHT);
  }

  /// {@return the keys of a command as JavaFX knows them, the one that menus show first}
  static List<KeyCombination> keys(Command command) {
    String keys = command.keys();
    if (keys.endsWith("Plus") || keys.endsWith("Minus")) {
      var control = keys.startsWith("Ctrl+") ? ModifierValue.DOWN : ModifierValue.UP;
      return (keys.endsWith("Plus") ? PLUS : MINUS)
          .stream()
              .<KeyCombination>map(code ->
                  new KeyCodeCombination(
                      code,
                      ModifierValue.ANY,
                      ModifierValue.UP,
                      ModifierValue.UP,
                      ModifierValue.UP,
                      control))
              .toList();
    }
    return List.of(KeyCombination.valueOf(keys.replace("Ctrl+", "Shortcut+")));
  }

  /// Takes keys before the menus do: an item that cannot be used would say nothing.
  void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> acted = false);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  /// The letter of a key that opened a form must not land in the form's field.
  private void typed(KeyEvent event) {
    if (acted) {
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    var command = command(event);
    boolean letter = typing && command.filter(each -> !each.isGlobal()).isPresent();
    boolean mine = !typing || event.getCode() == KeyCode.ESCAPE || command.isPresent();
    if (letter) {
      event.consume(); // It belongs to a text; the menus know it, too.
    } else if (mine) {
      deed(event, command)
          .ifPresent(deed -> {
            event.consume();
            acted = !event.isShortcutDown();
            deed.run();
          });
    }
  }

  private Optional<Command> command(KeyEvent event) {
    return commands.entrySet().stream()
        .filter(each -> each.getKey().match(event))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Optional<Runnable> deed(KeyEvent event, Optional<Command> command) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown();
    var way = ways.get(event.getCode());
    if (plain && way != null) {
      Action walk = event.isShiftDown() ? new Action.Extend(way) : new Action.Move(way);
      return Optional.of(() -> loop.dispatch(walk));
    }
    if (plain && event.getCode() == KeyCode.ESCAPE) {
      return Optional.of(() -> loop.dispatch(new Action.Cancel()));
    }
    return command.map(found -> () -> commander.run(found));
  }
}
