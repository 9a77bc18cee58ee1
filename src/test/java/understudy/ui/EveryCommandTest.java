package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import understudy.viewmodel.Action;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.Arrangement.Change;
import understudy.viewmodel.Arrangement.Side;
import understudy.viewmodel.Arrangement.View;
import understudy.viewmodel.Command;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Prompt;
import understudy.viewmodel.RollQuery;
import understudy.viewmodel.Situation;
import understudy.viewmodel.Troubles;

/// Every command does something by its key, in the palette and in its menu, or says why not.
@ExtendWith(ApplicationExtension.class)
@Timeout(600)
class EveryCommandTest extends Staged {
  /// All that a command can change, and what it says if it cannot.
  private record Trace(
      int effects,
      int asked,
      Desk desk,
      Arrangement arrangement,
      RollQuery roll,
      String front,
      String said) {}

  private final List<String> asked = new ArrayList<>();
  private final FileAsker asker =
      new FileAsker() {
        @Override
        public Optional<Path> whatToOpen(Window owner) {
          return answer();
        }

        @Override
        public Optional<Path> whereToSave(Window owner) {
          return answer();
        }

        @Override
        public Optional<Path> whereToDraw(Window owner) {
          return answer();
        }

        private Optional<Path> answer() {
          asked.add("for a file");
          return Optional.empty();
        }
      };

  /// So many messages of a mailbox can be told apart in the small world.
  private static final int LETTERS = 3;

  private long now;

  /// No stage is shown: nothing moves and nothing is drawn but when the test says so.
  @Start
  void start(Stage stage) {
    Scenes.chat(port.world);
    port.world.send(port.world.pid("lobby"), 12);
    port.situation =
        port.situation
            .withRecording(false, 5)
            .withTroubles(
                new Troubles(
                    Optional.empty(), List.of(new Troubles.Load("x", "x", 5, 1)), List.of()));
    open(MainWindow.load(port, asker), 1000, 900);
    stage.setScene(scene());
    stage.setOnCloseRequest(asking -> {
      asked.add("to close");
      asking.consume();
    });
    settle();
  }

  private void settle() {
    for (int i = 0; i < 3; i++) {
      now += 4_000_000_000L;
      window().pulse(now);
      scene().getRoot().applyCss();
      scene().getRoot().layout();
    }
  }

  private Trace trace() {
    return new Trace(
        port.effects.size(),
        asked.size(),
        window().loop().desk(),
        window().arrangement(),
        window().loop().roll(),
        front(),
        said());
  }

  /// {@return the line over the tree; none where the tree is not shown}
  private String said() {
    var line = (Labeled) scene().lookup("#noticeText");
    return line == null ? "" : line.getText();
  }

  /// What lies over the window, or where the keyboard is.
  private String front() {
    var sheets = Stream.of("keys", "export").filter(id -> node(id).isVisible()).findFirst();
    var owner = scene().getFocusOwner();
    return sheets.orElse(owner == null ? "" : String.valueOf(owner.getId()));
  }

  /// A window that is set up so that this command makes a difference.
  private void prepare(Command command) {
    String id = command.id();
    for (Change change :
        List.of(
            new Change.Present(false),
            new Change.Welcome(true),
            new Change.ScaleTo(125),
            new Change.Dock(id.equals("inspector.left") ? Side.RIGHT : Side.LEFT),
            new Change.Show(id.equals("view.both") ? View.TREE : View.BOTH))) {
      window().arranger().change(change);
    }
    settle();
    var loop = window().loop();
    loop.dispatch(new Action.Cancel());
    loop.dispatch(new Action.Fit());
    settle();
    loop.dispatch(new Action.Select(slot("lobby"), false));
    loop.dispatch(new Action.ZoomMiddle(1.1));
    node("tree").requestFocus();
    settle();
    assertThat(command.isPossible(window().loop().frame()))
        .as(id)
        .isEqualTo(!isBeyondTheMailbox(command));
  }

  private static boolean isBeyondTheMailbox(Command command) {
    return command.does() instanceof Command.Act(Action.DeliverAt(var at)) && at > LETTERS;
  }

  private void leave() {
    if (scene().lookup("#dismiss") instanceof Button dismiss) {
      dismiss.fire();
    }
    if (Stream.of("keys", "export", "prompt").anyMatch(id -> node(id).isVisible())) {
      press("Esc");
      settle();
    }
  }

  /// Presses keys where the keyboard is.
  private void press(String keys) {
    var parts = List.of(keys.split("\\+", -1));
    var name = parts.getLast();
    var code =
        switch (name) {
          case "Esc" -> KeyCode.ESCAPE;
          default ->
              KeyCode.valueOf(
                  (Character.isDigit(name.charAt(0)) ? "DIGIT" : "")
                      + name.toUpperCase(Locale.ROOT));
        };
    var target = Objects.requireNonNull(scene().getFocusOwner());
    Event.fireEvent(
        target,
        new KeyEvent(
            KeyEvent.KEY_PRESSED,
            "",
            "",
            code,
            parts.contains("Shift"),
            parts.contains("Ctrl"),
            false,
            false));
  }

  /// {@return those for which `what` made no difference}
  private List<String> idle(Stream<Command> commands, Consumer<Command> what) {
    return onFx(() ->
        commands
            .filter(command -> {
              prepare(command);
              var before = trace();
              what.accept(command);
              settle();
              boolean same = trace().equals(before);
              leave();
              return same;
            })
            .map(command -> command.keys() + " " + command.id() + " " + command.about())
            .toList());
  }

  @Test
  void doesSomethingByItsKey() {
    assertThat(idle(Command.withKeys().stream(), command -> press(command.keys()))).isEmpty();
  }

  @Test
  void doesSomethingInThePalette() {
    var others = Command.fixed().stream().filter(each -> !each.id().equals("palette"));
    assertThat(
            idle(
                others,
                command -> {
                  press("Ctrl+K");
                  settle();
                  ((TextField) node("promptField")).setText(PromptPane.words(command));
                  settle();
                  click(row(command));
                }))
        .isEmpty();
  }

  private static void click(Node node) {
    Event.fireEvent(
        node,
        new MouseEvent(
            MouseEvent.MOUSE_CLICKED,
            1,
            1,
            1,
            1,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
  }

  private Node row(Command command) {
    return node("prompt").lookupAll(".list-cell").stream()
        .filter(each ->
            each instanceof ListCell<?> cell
                && cell.getItem() instanceof Prompt.Row.Deed deed
                && deed.command().equals(command))
        .findFirst()
        .orElseThrow(() -> new AssertionError(command.id() + " is not in the palette"));
  }

  @Test
  void doesSomethingInItsMenu() {
    Map<Command, MenuItem> items =
        onFx(() ->
            ((MenuBar) node("menuBar"))
                .getMenus().stream()
                    .flatMap(KeysAndMenusTest::inside)
                    .collect(Collectors.toMap(MenuPane::command, Function.identity())));
    assertThat(
            idle(
                Command.fixed().stream().filter(each -> !isBeyondTheMailbox(each)),
                command -> {
                  var item = Objects.requireNonNull(items.get(command), command.id());
                  if (!item.isDisable()) {
                    item.fire();
                  }
                }))
        .isEmpty();
  }

  @Test
  void saysByItsKeyWhyItCannotBeDone() {
    port.situation = Situation.NOTHING;
    var silent =
        onFx(() -> {
          window().arranger().change(new Change.Welcome(true));
          node("tree").requestFocus();
          settle();
          return Command.withKeys().stream()
              .filter(command -> !command.isPossible(window().loop().frame()))
              .filter(command -> {
                int effects = port.effects.size();
                press(command.keys());
                settle();
                return effects != port.effects.size()
                    || !said().startsWith(PromptPane.words(command) + ": ");
              })
              .map(Command::keys)
              .toList();
        });
    assertThat(silent).isEmpty();
  }
}
