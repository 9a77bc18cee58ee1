package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.Arrangement.Side;
import understudy.viewmodel.Arrangement.View;
import understudy.viewmodel.RollColumn;
import understudy.viewmodel.RollRow;

/// Sets up the window by mouse and by keyboard, and works with the process table.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class PanesTest extends Staged {
  private final FakeKeeper keeper = new FakeKeeper(Arrangement.FIRST);
  private Path target = Path.of("tree.svg");

  @Start
  void start(Stage stage) {
    Scenes.chat(port.world);
    Scenes.talk(port.world);
    var asker =
        new FileAsker() {
          @Override
          public Optional<Path> whatToOpen(Window owner) {
            return Optional.empty();
          }

          @Override
          public Optional<Path> whereToSave(Window owner) {
            return Optional.empty();
          }

          @Override
          public Optional<Path> whereToDraw(Window owner) {
            return Optional.of(target);
          }
        };
    show(stage, MainWindow.load(port, asker, keeper), 1000, 900);
  }

  private boolean isThere(String id) {
    return onFx(() -> {
      var found = scene().lookup("#" + id);
      while (found != null && found.isVisible() && found.getParent() != null) {
        found = found.getParent();
      }
      return found != null && found.isVisible();
    });
  }

  private Arrangement arrangement() {
    return onFx(() -> window().arranger().now());
  }

  @SuppressWarnings("unchecked")
  private TableView<RollRow> table() {
    return (TableView<RollRow>) node("roll");
  }

  private String firstRow() {
    pulse();
    return onFx(() -> table().getItems().getFirst().name());
  }

  @Test
  void theTableIsShownByKeyAndByMenu(FxRobot robot) {
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    pulse();
    assertThat(isThere("roll")).isTrue();
    assertThat(textOf("rollCount")).isEqualTo("showing all 12");
    assertThat(isThere("tree")).isFalse();
    robot.clickOn("#menuView").clickOn("#viewTree");
    pulse();
    assertThat(isThere("tree")).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    assertThat(isThere("tree")).isTrue();
    assertThat(isThere("roll")).isTrue();
    assertThat(arrangement().view()).isEqualTo(View.BOTH);
  }

  @Test
  void aRowSelectsTheProcessAndTheTreeSelectsTheRow(FxRobot robot) {
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    pulse();
    robot.clickOn("elixir");
    pulse();
    assertThat(textOf("name")).isEqualTo("elixir");
    robot.type(KeyCode.UP);
    pulse();
    assertThat(textOf("name")).isEqualTo("erlang");
    robot.clickOn("#fact-supervisor");
    pulse();
    assertThat(onFx(() -> table().getSelectionModel().getSelectedItem().name())).isEqualTo("rooms");
  }

  @Test
  void aHeaderSortsAndTheRowsAreAskedForAnew(FxRobot robot) {
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    assertThat(firstRow()).isEqualTo("erlang");
    sortByName(TableColumn.SortType.ASCENDING);
    assertThat(firstRow()).isEqualTo("ann");
    sortByName(TableColumn.SortType.DESCENDING);
    assertThat(firstRow()).isEqualTo("sessions");
  }

  /// What a click on the header does; the headless robot's clicks do not count as clicks there.
  private void sortByName(TableColumn.SortType way) {
    onFx(() -> {
      var column = table().getColumns().getFirst();
      column.setSortType(way);
      return table().getSortOrder().setAll(List.of(column));
    });
  }

  @Test
  void textAndStateFilter(FxRobot robot) {
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    pulse();
    robot.clickOn("#rollText").write("ROOM");
    pulse();
    assertThat(textOf("rollCount")).isEqualTo("showing 5 that match, of 12");
    robot.type(KeyCode.TAB, KeyCode.DOWN);
    pulse();
    assertThat(onFx(() -> table().getItems().size())).isZero();
  }

  @Test
  void columnsAreChosenAndRemembered(FxRobot robot) {
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    pulse();
    robot.clickOn("#rollColumns").clickOn("#column-uptime");
    assertThat(keeper.remembered.getLast().columns()).doesNotContain(RollColumn.UPTIME);
    assertThat(onFx(() -> table().getVisibleLeafColumns().size())).isEqualTo(8);
  }

  @Test
  void panesAreHiddenAndMovedByKeyAndByMenu(FxRobot robot) {
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT5).push(KeyCode.CONTROL, KeyCode.DIGIT6);
    assertThat(isThere("timeline")).isFalse();
    assertThat(isThere("events")).isFalse();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
    assertThat(isThere("restarts")).isFalse();
    robot.push(KeyCode.CONTROL, KeyCode.I);
    assertThat(arrangement().inspector()).isEqualTo(Side.HIDDEN);
    robot.clickOn("#menuView").clickOn("#inspectorLeft");
    robot.clickOn("#menuView").clickOn("#viewTimeline");
    pulse();
    assertThat(isThere("timeline")).isTrue();
    assertThat(onFx(() -> node("spawn").localToScene(0, 0).getX())).isLessThan(100);
    assertThat(keeper.remembered.getLast()).isEqualTo(arrangement());
  }

  @Test
  void edgesMoveByKey(FxRobot robot) {
    pulse();
    double before = onFx(() -> node("spawn").localToScene(0, 0).getX());
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.LEFT);
    pulse();
    assertThat(onFx(() -> node("spawn").localToScene(0, 0).getX())).isLessThan(before - 10);
  }

  @Test
  void aRoomSeesOnlyThePictureUntilEscape(FxRobot robot) {
    pulse();
    robot.type(KeyCode.F5);
    pulse();
    assertThat(isThere("inspectorPane")).isFalse();
    assertThat(onFx(() -> node("menuBar").isVisible())).isFalse();
    port.world.crash(port.world.pid("rooms"), "lobby", Scenes.DIVIDED);
    pulse();
    assertThat(textOf("roomCaptions .caption")).startsWith("rooms restarts lobby");
    robot.type(KeyCode.ESCAPE);
    pulse();
    assertThat(arrangement().presenting()).isFalse();
    assertThat(onFx(() -> node("menuBar").isVisible())).isTrue();
  }

  @Test
  void everythingGrowsAndComesBack(FxRobot robot) {
    pulse();
    double before = onFx(() -> node("spawn").getBoundsInParent().getHeight());
    robot.push(KeyCode.CONTROL, KeyCode.PLUS).push(KeyCode.CONTROL, KeyCode.PLUS);
    pulse();
    assertThat(arrangement().scale()).isEqualTo(150);
    assertThat(onFx(() -> node("spawn").getBoundsInParent().getHeight()))
        .isGreaterThan(before * 1.05);
    robot.push(KeyCode.CONTROL, KeyCode.MINUS);
    assertThat(arrangement().scale()).isEqualTo(125);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
    pulse();
    assertThat(onFx(() -> node("spawn").getBoundsInParent().getHeight())).isEqualTo(before);
  }

  @Test
  void theFirstRunIsExplainedOnceAndAgainFromTheMenu(FxRobot robot) {
    pulse();
    assertThat(textOf("welcomeTitle")).isEqualTo("Click a process");
    robot.type(KeyCode.DOWN);
    pulse();
    assertThat(textOf("welcomeTitle")).isEqualTo("Crash it");
    port.world.crash(port.world.pid("rooms"), "lobby", Scenes.DIVIDED);
    pulse();
    assertThat(textOf("welcomeTitle")).isEqualTo("Look closer");
    robot.clickOn("#welcomeNext");
    assertThat(isThere("welcome")).isFalse();
    assertThat(keeper.remembered.getLast().welcomed()).isTrue();
    robot.clickOn("#menuHelp").clickOn("#helpTour");
    pulse();
    assertThat(isThere("welcome")).isTrue();
    robot.clickOn("#welcomeSkip");
    assertThat(isThere("welcome")).isFalse();
  }

  @Test
  void f1ListsTheKeysAndHoldsTheOthersBack(FxRobot robot) {
    pulse();
    robot.type(KeyCode.F1);
    assertThat(isThere("keys")).isTrue();
    robot.type(KeyCode.K, KeyCode.SPACE);
    assertThat(port.effects).isEmpty();
    assertThat(isThere("keys")).isFalse();
    robot.clickOn("#menuHelp").clickOn("#helpKeys");
    assertThat(isThere("keys")).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(isThere("keys")).isFalse();
  }

  @Test
  void theBusiestMailboxIsSelectedFromTheStrip(FxRobot robot) {
    pulse();
    robot.clickOn("#busiest");
    pulse();
    assertThat(textOf("name")).isEqualTo("erlang");
  }

  @Test
  void theSelectedVertexIsAnnounced(FxRobot robot) {
    pulse();
    robot.clickOn("#busiest");
    pulse();
    assertThat(onFx(() -> node("voice").getAccessibleText()))
        .isEqualTo("erlang, waiting, 380 messages waiting, 0 restarts");
  }

  @Test
  void thePictureIsSavedAsShapesWithItsWordsAsText(FxRobot robot) throws Exception {
    port.world.worker(port.world.pid("rooms"), "a<b>&\"c", "room");
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.P);
    pulse();
    var shapes = (Drawn.Shapes) Objects.requireNonNull(keeper.kept.get(target));
    var svg = parse(shapes.svg());
    var frame = onFx(() -> window().loop().frame());
    long names = 0;
    boolean escaped = false;
    var texts = svg.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      String text = texts.item(i).getTextContent();
      names += frame.cards().stream().filter(card -> card.name().equals(text)).count();
      escaped |= text.startsWith("a<b>");
    }
    assertThat(names + (names == frame.cards().size() ? 0 : 1)).isEqualTo(frame.cards().size());
    assertThat(escaped).isTrue();
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(10);
    assertThat(svg.getElementsByTagName("image").getLength()).isZero();
  }

  @Test
  void thePictureIsSavedAsPixels(FxRobot robot) {
    target = Path.of("tree.png");
    pulse();
    robot.clickOn("#menuFile").clickOn("#menuDraw");
    pulse();
    var pixels = (Drawn.Pixels) Objects.requireNonNull(keeper.kept.get(target));
    assertThat(pixels.argb()).hasSize(pixels.width() * pixels.height());
    assertThat(java.util.Arrays.stream(pixels.argb()).distinct().count()).isGreaterThan(10);
  }

  private static Document parse(String svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }
}
