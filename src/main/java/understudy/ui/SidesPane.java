package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import understudy.viewmodel.Action;
import understudy.viewmodel.Command;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Extent;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Notice;
import understudy.viewmodel.Showing;
import understudy.viewmodel.Sides;
import understudy.viewmodel.Sides.Kind;
import understudy.viewmodel.SidesWish;
import understudy.viewmodel.SidesWish.Spot;

/// Controller of runs side by side; they lie over the studio until they are closed.
final class SidesPane implements Pane {
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

  /// The studio's commands that mean the same here.
  private static final Set<String> KEPT = Set.of("theme", "larger", "smaller", "natural", "keys");

  private final WindowLoop loop;
  private final UiPort port;
  private final Commander commander;
  private final List<SideView> sideViews = new ArrayList<>();
  private final SidesTable table = new SidesTable();
  private final SidesBar bar = new SidesBar(this::order);
  @FXML private VBox sides;
  @FXML private Label title;
  @FXML private Label what;
  @FXML private Node placeBox;
  @FXML private ComboBox<String> place;
  @FXML private HBox choices;
  @FXML private Node copy;
  @FXML private HBox views;
  @FXML private VBox stage;
  @FXML private VBox cost;
  @FXML private Label costTitle;
  @FXML private Node preparing;
  @FXML private Node cancel;
  @FXML private Label preparingText;
  @FXML private HBox notice;
  @FXML private Label noticeText;
  private Sides now = Sides.CLOSED;
  private Desk desk = Desk.TIDY;
  private SidesWish wish = SidesWish.FIRST;
  private Optional<Node> before = Optional.empty();
  private boolean filling;
  private boolean fresh;

  SidesPane(WindowLoop loop, UiPort port, Commander commander) {
    this.loop = loop;
    this.port = port;
    this.commander = commander;
  }

  @FXML
  void initialize() {
    for (int i = 0; i < Sides.MOST; i++) {
      int side = i;
      var view = new SideView(i + 1, this::order);
      view.on(() -> at(side), action -> act(side, action));
      sideViews.add(view);
    }
    views.getChildren().setAll(sideViews);
    sideViews
        .getFirst()
        .tree()
        .layoutBoundsProperty()
        .subscribe(
            size -> act(0, new Action.Resize(new Extent(size.getWidth(), size.getHeight()))));
    stage.getChildren().add(bar);
    cost.getChildren().add(table);
    VBox.setVgrow(table, Priority.ALWAYS);
    place.setOnAction(_ -> choosePlace());
    sides.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /// {@return whether it lies over the studio}
  boolean isOpen() {
    return now.isOpen();
  }

  // ---- what a person does ----

  private void order(Showing what) {
    loop.dispatch(new Action.Show(what));
  }

  /// {@return the desk as it is for one side}
  private Desk at(int side) {
    if (side >= now.sides().size()) {
      return desk;
    }
    int pointed = wish.pointed().side() == side ? wish.pointed().slot() : -1;
    var shown = now.sides().get(side);
    return desk.update(new Action.Select(shown.selected(), false), shown.frame())
        .desk()
        .update(new Action.Point(pointed), shown.frame())
        .desk();
  }

  private void act(int side, Action action) {
    var frame = side < now.sides().size() ? now.sides().get(side).frame() : Frame.EMPTY;
    var old = at(side);
    var next = old.update(action, frame).desk();
    desk = next;
    var selected =
        next.selected() == old.selected() ? wish.selected() : new Spot(side, next.selected());
    var pointed = next.pointed() == old.pointed() ? wish.pointed() : new Spot(side, next.pointed());
    wish = new SidesWish(next.view(), next.camera(), selected, pointed);
    port.wish(wish);
    showViews();
  }

  private void pressed(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl) {
      return;
    }
    var deed = deed(event);
    var command = ofTheStudio(event);
    if (deed.isPresent()) {
      event.consume();
      deed.get().run();
    } else if (command.isPresent()) {
      event.consume(); // No key reaches through to the world behind.
      command.filter(one -> KEPT.contains(one.id())).ifPresent(commander::run);
    }
  }

  private Optional<Runnable> deed(KeyEvent event) {
    boolean shortcut = event.isShortcutDown();
    return switch (event.getCode()) {
      case ESCAPE -> Optional.of(this::close);
      case SPACE -> Optional.of(() -> order(new Showing.TogglePlay()));
      case LEFT, RIGHT -> {
        boolean onward = event.getCode() == KeyCode.RIGHT;
        yield shortcut
            ? Optional.of(() -> order(new Showing.Skip(onward)))
            : walk(event, onward ? Action.Way.RIGHT : Action.Way.LEFT);
      }
      case UP -> walk(event, Action.Way.UP);
      case DOWN -> walk(event, Action.Way.DOWN);
      case HOME -> Optional.of(() -> order(new Showing.Seek(0)));
      case END -> Optional.of(() -> order(new Showing.Seek(now.clock().endNanos())));
      case F -> shortcut ? Optional.empty() : Optional.of(() -> act(0, new Action.Fit()));
      default -> Optional.empty();
    };
  }

  private Optional<Runnable> walk(KeyEvent event, Action.Way way) {
    return IntStream.range(0, now.sides().size())
        .filter(i -> event.getTarget() == sideViews.get(i).tree())
        .<Runnable>mapToObj(i -> () -> act(i, new Action.Move(way)))
        .findFirst();
  }

  /// {@return the command of the studio that the keys mean there}
  private static Optional<Command> ofTheStudio(KeyEvent event) {
    return Command.withKeys().stream()
        .filter(command -> Keys.keys(command).stream().anyMatch(keys -> keys.match(event)))
        .findFirst();
  }

  private void choosePlace() {
    if (!filling && place.getValue() != null) {
      order(new Showing.Under(place.getValue()));
    }
  }

  @FXML
  void copy() {
    now.sides().stream().findFirst().ifPresent(side -> order(new Showing.Copy(side.name())));
  }

  @FXML
  void close() {
    order(new Showing.Close());
  }

  // ---- what is seen ----

  /// Takes what is new and paints; false if the studio is to be seen.
  boolean pulse(long moment) {
    port.sides().ifPresent(this::take);
    if (now.isOpen()) {
      sideViews.forEach(view -> view.tree().pulse(moment));
    }
    return now.isOpen();
  }

  private void take(Sides next) {
    boolean opens = next.isOpen() && !now.isOpen();
    boolean closes = !next.isOpen() && now.isOpen();
    boolean appears = !next.sides().isEmpty() && now.sides().isEmpty();
    fresh = next.clock().jumps() != now.clock().jumps() || opens;
    now = next;
    Dock.present(sides, next.isOpen());
    if (opens) {
      before = Optional.ofNullable(sides.getScene().getFocusOwner());
      wish = new SidesWish(desk.view(), desk.camera(), Spot.NONE, Spot.NONE);
    }
    if (next.isOpen()) {
      show();
    }
    if (appears) {
      sideViews.getFirst().tree().requestFocus();
    } else if (opens) {
      cancel.requestFocus();
    } else if (closes) {
      before.ifPresent(Node::requestFocus);
    }
  }

  private void show() {
    filling = true;
    boolean strategies = now.kind() == Kind.STRATEGIES;
    title.setText(Texts.get(strategies ? "sides.strategies" : "sides.branches"));
    what.setText(now.title());
    Dock.present(placeBox, now.places().size() > 1);
    if (!place.getItems().equals(now.places())) {
      place.setItems(FXCollections.observableArrayList(now.places()));
    }
    if (!place.isShowing()) {
      place.setValue(now.place());
    }
    filling = false;
    Dock.present(copy, strategies);
    showChoices();
    preparing.setVisible(now.preparing().isPresent());
    now.preparing()
        .ifPresent(far ->
            preparingText.setText(
                Texts.get(
                    "sides.preparing", Figures.moment(far.nanos()), Figures.whole(far.events()))));
    boolean calm = now.sides().stream().allMatch(side -> side.marks().isEmpty());
    costTitle.setText(
        calm
            ? Texts.get("sides.calm")
            : Texts.get("sides.cost", Figures.moment(now.clock().endNanos())));
    Dock.present(notice, now.notice().isPresent());
    noticeText.setText(now.notice().map(Notice::text).orElse(""));
    notice.pseudoClassStateChanged(PROBLEM, now.notice().filter(Notice::problem).isPresent());
    table.show(now);
    bar.show(now, Palette.of(desk.dark()));
    showViews();
  }

  private void showChoices() {
    while (choices.getChildren().size() > now.choices().size()) {
      choices.getChildren().removeLast();
    }
    while (choices.getChildren().size() < now.choices().size()) {
      var button = new ToggleButton();
      button.setId("sidesChoice" + (choices.getChildren().size() + 1));
      button.getStyleClass().add("small");
      button.setMnemonicParsing(false);
      button.setTooltip(new Tooltip(Texts.get("sides.choice")));
      button.setOnAction(_ -> order(new Showing.Choose(button.getText(), button.isSelected())));
      choices.getChildren().add(button);
    }
    for (int i = 0; i < now.choices().size(); i++) {
      var button = (ToggleButton) choices.getChildren().get(i);
      button.setText(now.choices().get(i).name());
      button.setSelected(now.choices().get(i).shown());
    }
  }

  private void showViews() {
    boolean looking = wish.selected().slot() >= 0;
    for (int i = 0; i < sideViews.size(); i++) {
      var view = sideViews.get(i);
      boolean there = i < now.sides().size();
      Dock.present(view, there);
      if (there) {
        view.show(now.sides().get(i), at(i), now.kind() == Kind.BRANCHES, looking);
        if (fresh) {
          view.tree().forget();
        }
      }
    }
    fresh = false;
  }

  @Override
  public void show(Frame frame, Desk studio) {
    if (studio.dark() != desk.dark()) {
      desk = desk.update(new Action.ToggleTheme(), frame).desk();
      if (now.isOpen()) {
        show();
      }
    }
  }
}
