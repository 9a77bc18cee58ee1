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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
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
class HostileRecordingTest {
  private static final long TURN_NANOS = 10_000_000;

  @TempDir static Path folder = Path.of("");

  private final Session session = new Session(1);
  private final List<Path> recent = new ArrayList<>();
  private Optional<Path> chosen = Optional.empty();
  private @Nullable MainWindow window;
  private @Nullable Scene scene;
  private long now = 1;

  @Start
  void start(Stage stage) {
    session.carryOut(new Effect.OpenLesson("chat"));
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
    window = opened;
    var made = opened.scene(1000, 900);
    scene = made;
    FileDialogs.acceptDrops(made, opened::open, line -> session.say(true, line));
    stage.setScene(made);
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  @AfterEach
  void close() {
    session.close();
  }

  private static <T> T onFx(Callable<T> work) {
    try {
      return WaitForAsyncUtils.asyncFx(work).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void play() {
    WaitForAsyncUtils.waitForFxEvents();
    onFx(() -> {
      for (int i = 0; i < 10; i++) {
        session.pass(TURN_NANOS);
        now += TURN_NANOS;
        Objects.requireNonNull(window).pulse(now);
      }
      return true;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String text(FxRobot robot, String id) {
    return onFx(() -> robot.lookup(id).<Labeled>query().getText());
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
    var target = Objects.requireNonNull(scene);
    return new DragEvent(
        target, target, type, board, 500, 400, 500, 400, TransferMode.COPY, null, null, null);
  }

  private void drop(Path... files) {

    onFx(() -> {
      var board = holding(Arrays.stream(files).map(Path::toFile).toList());
      var over = dragged(DragEvent.DRAG_OVER, board);
      Event.fireEvent(Objects.requireNonNull(scene), over);
      var dropped = dragged(DragEvent.DRAG_DROPPED, board);
      Event.fireEvent(Objects.requireNonNull(scene), dropped);
      return true;
    });
    play();
  }

  private void byMenu(FxRobot robot, Path file) {
    chosen = Optional.of(file);
    robot.clickOn("#open");
    play();
  }

  private void byRecentList(FxRobot robot, Path file) {
    recent.clear();
    recent.add(file);
    play();
    robot.clickOn("#menuFile").clickOn("#menuRecent");
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#recent-0");
    play();
  }

  private void byCommandLine(Path file) {
    session.carryOut(new Effect.Open(file));
    play();
  }

  private void assertRefused(FxRobot robot, Path file) {
    String line = text(robot, "#noticeText");
    assertThat(line).contains(String.valueOf(file.getFileName())).hasSizeLessThan(400);
    assertThat(line.lines()).hasSize(1);
    assertStays(robot);
  }

  /// The lesson is there and goes on.
  private void assertStays(FxRobot robot) {
    assertThat(source()).isEqualTo("lesson chat");
    String moment = text(robot, "#moment");
    play();
    play();
    assertThat(text(robot, "#moment")).isNotEqualTo(moment);
    assertThat(onFx(() -> robot.lookup("#crash").tryQuery().isPresent())).isTrue();
  }

  @Test
  void whatHasNothingToShowIsRefusedInOneLineHoweverItComes(FxRobot robot) throws Exception {
    play();
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
    play();
    var empty = Files.createFile(folder.resolve("empty.understudy"));
    var letter =
        Files.writeString(folder.resolve("letter.txt"), "Dear all,\n", StandardCharsets.UTF_8);
    var lesson = Files.writeString(folder.resolve("no.json"), "{\"", StandardCharsets.UTF_8);
    for (var file : List.of(empty, letter, lesson, folder, folder.resolve("gone.understudy"))) {
      drop(file);
      assertRefused(robot, file);
    }
    assertThat(text(robot, "#noticeText")).contains("is not there");
    drop(folder);
    assertThat(text(robot, "#noticeText")).contains("is a folder");
    drop(empty, letter, lesson);
    assertThat(text(robot, "#noticeText")).startsWith("3 files were dropped");
    assertStays(robot);
    drop();
    assertStays(robot);
  }

  @Test
  void whatIsWholeOfACutOneIsShownAndTheRestIsSaidToBeMissing(FxRobot robot) throws Exception {
    play();
    var cut = new Forged(folder).cutNearTheEnd();
    drop(cut);
    assertThat(text(robot, "#noticeText")).contains(String.valueOf(cut.getFileName()));
    assertThat(text(robot, "#noticeText")).containsAnyOf("cut short", "missing", "damaged");
  }

  @Test
  void namesThatWouldBeCodeElsewhereAreLetters(FxRobot robot) throws Exception {
    play();
    drop(new Forged(folder).scripts());
    assertThat(source()).isEqualTo("recording whole.understudy");
    robot.doubleClickOn("#find").write("script");
    play();
    assertThat(text(robot, "#findCount")).isNotEmpty();
    assertThat(onFx(() -> robot.lookup("#events").tryQuery().isPresent())).isTrue();
  }

  @Test
  void processesThatSuperviseEachOtherAreDrawnWithoutEnd(FxRobot robot) throws Exception {
    play();
    drop(new Forged(folder).cycles());
    assertThat(source()).isEqualTo("recording cycles.understudy");
    play();
    drop(new Forged(folder).scripts());
    assertThat(source()).isEqualTo("recording whole.understudy");
  }
}
