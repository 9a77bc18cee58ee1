package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import understudy.ui.FileAsker;
import understudy.ui.Keeper;
import understudy.ui.MainWindow;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.Effect;

/// Opens what nobody should have made, by each way into the window: menu, drop, list of recent
/// files, command line. It is refused in one line or shown, and what was open stays.
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
class HostileRecordingTest extends Played {
  @TempDir static Path folder = Path.of("");

  private final List<Path> recent = new ArrayList<>();
  private Optional<Path> chosen = Optional.empty();

  @Start
  void start(Stage stage) {
    var asker =
        new FileAsker() {
          @Override
          public Optional<Path> whatToOpen(Window owner) {
            return chosen;
          }

          @Override
          public Optional<Path> whereToSave(Window owner) {
            return Optional.empty();
          }
        };
    var keeper =
        new Keeper() {
          @Override
          public Arrangement recall() {
            return Keeper.NOTHING.recall();
          }

          @Override
          public List<Path> recent() {
            return List.copyOf(recent);
          }

          @Override
          public void remember(Arrangement arrangement) {}

          @Override
          public void keep(Path file, understudy.ui.Drawn picture) {}
        };
    var opened = MainWindow.load(session, asker, keeper);
    show(stage, "chat", opened, 1000, 900);
    FileDialogs.acceptDrops(scene(), opened::open, line -> session.say(true, line));
  }

  private String source() {
    session.ask();
    session.pass(0);
    return session.poll().orElseThrow().situation().source();
  }

  private static Dragboard holding(List<File> files) {
    var clipboard =
        (TKClipboard)
            Proxy.newProxyInstance(
                HostileRecordingTest.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (_, method, arguments) ->
                    switch (method.getName()) {
                      case "getContent" -> files;
                      case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                      case "getContentTypes" -> Set.of(DataFormat.FILES);
                      case "getTransferModes" -> Set.of(TransferMode.COPY);
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    return DragboardHelper.createDragboard(clipboard);
  }

  private DragEvent dragged(EventType<DragEvent> type, Dragboard board) {
    var target = scene();
    return new DragEvent(
        target, target, type, board, 500, 400, 500, 400, TransferMode.COPY, null, null, null);
  }

  private void drop(Path... files) {

    onFx(() -> {
      var board = holding(Arrays.stream(files).map(Path::toFile).toList());
      var over = dragged(DragEvent.DRAG_OVER, board);
      Event.fireEvent(scene(), over);
      var dropped = dragged(DragEvent.DRAG_DROPPED, board);
      Event.fireEvent(scene(), dropped);
      return true;
    });
    play(0.1);
  }

  private void byMenu(FxRobot robot, Path file) {
    chosen = Optional.of(file);
    robot.clickOn("#open");
    play(0.1);
  }

  private void byRecentList(FxRobot robot, Path file) {
    recent.clear();
    recent.add(file);
    play(0.1);
    robot.clickOn("#menuFile").clickOn("#menuRecent");
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#recent-0");
    play(0.1);
  }

  private void byCommandLine(Path file) {
    session.carryOut(new Effect.Open(file));
    play(0.1);
  }

  private void assertRefused(FxRobot robot, Path file) {
    String line = textOf("noticeText");
    assertThat(line).contains(String.valueOf(file.getFileName())).hasSizeLessThan(400);
    assertThat(line.lines()).hasSize(1);
    assertStays(robot);
  }

  /// The lesson is there and goes on.
  private void assertStays(FxRobot robot) {
    assertThat(source()).isEqualTo("lesson chat");
    String moment = textOf("moment");
    play(0.1);
    play(0.1);
    assertThat(textOf("moment")).isNotEqualTo(moment);
    assertThat(onFx(() -> robot.lookup("#crash").tryQuery().isPresent())).isTrue();
  }

  @Test
  void whatHasNothingToShowIsRefusedInOneLineHoweverItComes(FxRobot robot) throws Exception {
    play(0.1);
    var forged = new Forged(folder);
    var bomb = forged.bomb();
    byMenu(robot, bomb);
    assertRefused(robot, bomb);
    drop(bomb);
    assertRefused(robot, bomb);
    byRecentList(robot, bomb);
    assertRefused(robot, bomb);
    byCommandLine(bomb);
    assertRefused(robot, bomb);
    for (var file : List.of(forged.huge(), forged.endless(), forged.words(), forged.cut(9))) {
      drop(file);
      assertRefused(robot, file);
    }
  }

  @Test
  void whatIsNoFileOrAnotherOrSeveralIsRefusedInOneLine(FxRobot robot) throws Exception {
    play(0.1);
    var empty = Files.createFile(folder.resolve("empty.understudy"));
    var letter =
        Files.writeString(folder.resolve("letter.txt"), "Dear all,\n", StandardCharsets.UTF_8);
    var lesson = Files.writeString(folder.resolve("no.json"), "{\"", StandardCharsets.UTF_8);
    for (var file : List.of(empty, letter, lesson, folder, folder.resolve("gone.understudy"))) {
      drop(file);
      assertRefused(robot, file);
    }
    assertThat(textOf("noticeText")).contains("is not there");
    drop(folder);
    assertThat(textOf("noticeText")).contains("is a folder");
    drop(empty, letter, lesson);
    assertThat(textOf("noticeText")).startsWith("3 files were dropped");
    assertStays(robot);
    drop();
    assertStays(robot);
  }

  @Test
  void whatIsWholeOfACutOneIsShownAndTheRestIsSaidToBeMissing(FxRobot robot) throws Exception {
    play(0.1);
    var cut = new Forged(folder).cutNearTheEnd();
    drop(cut);
    assertThat(textOf("noticeText")).contains(String.valueOf(cut.getFileName()));
    assertThat(textOf("noticeText")).containsAnyOf("cut short", "missing", "damaged");
  }

  @Test
  void namesThatWouldBeCodeElsewhereAreLetters(FxRobot robot) throws Exception {
    play(0.1);
    drop(new Forged(folder).scripts());
    assertThat(source()).isEqualTo("recording whole.understudy");
    robot.doubleClickOn("#find").write("script");
    play(0.1);
    assertThat(textOf("findCount")).isNotEmpty();
    assertThat(onFx(() -> robot.lookup("#events").tryQuery().isPresent())).isTrue();
  }

  @Test
  void processesThatSuperviseEachOtherAreDrawnWithoutEnd(FxRobot robot) throws Exception {
    play(0.1);
    drop(new Forged(folder).cycles());
    assertThat(source()).isEqualTo("recording cycles.understudy");
    play(0.1);
    drop(new Forged(folder).scripts());
    assertThat(source()).isEqualTo("recording whole.understudy");
  }
}
