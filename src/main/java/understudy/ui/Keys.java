package understudy.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import understudy.viewmodel.Action;
import understudy.viewmodel.Action.Question;
import understudy.viewmodel.Action.Way;
import understudy.viewmodel.CrashWay;

/// The keys that need no control key; a text field keeps them for itself.
final class Keys {
  private static final double NEARER = 1.25;

  private final WindowLoop loop;
  private boolean acted;
  private final Map<KeyCode, Action> actions = new EnumMap<>(KeyCode.class);

  Keys(WindowLoop loop) {
    this.loop = loop;
    actions.put(KeyCode.UP, new Action.Move(Way.UP));
    actions.put(KeyCode.DOWN, new Action.Move(Way.DOWN));
    actions.put(KeyCode.LEFT, new Action.Move(Way.LEFT));
    actions.put(KeyCode.RIGHT, new Action.Move(Way.RIGHT));
    actions.put(KeyCode.S, new Action.Ask(Question.SPAWN));
    actions.put(KeyCode.M, new Action.Ask(Question.SEND));
    actions.put(KeyCode.C, new Action.Ask(Question.CRASH));
    actions.put(KeyCode.K, new Action.Crash(new CrashWay.Kill()));
    actions.put(KeyCode.U, new Action.ToggleSuspend());
    actions.put(KeyCode.DELETE, new Action.Stop());
    actions.put(KeyCode.SPACE, new Action.TogglePause());
    actions.put(KeyCode.N, new Action.StepOnce());
    actions.put(KeyCode.F, new Action.Fit());
    actions.put(KeyCode.ESCAPE, new Action.Cancel());
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
    boolean plain = !event.isShortcutDown() && !event.isAltDown();
    if (plain && (!typing || event.getCode() == KeyCode.ESCAPE)) {
      action(event)
          .ifPresent(action -> {
            event.consume();
            acted = true;
            loop.dispatch(action);
          });
    }
  }

  private Optional<Action> action(KeyEvent event) {
    var view = loop.desk().view();
    return switch (event.getCode()) {
      case PLUS, ADD, EQUALS ->
          Optional.of(new Action.Zoom(NEARER, view.width() / 2, view.height() / 2));
      case MINUS, SUBTRACT ->
          Optional.of(new Action.Zoom(1 / NEARER, view.width() / 2, view.height() / 2));
      default -> Optional.ofNullable(actions.get(event.getCode()));
    };
  }
}
