package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import understudy.event.Pid;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.SmallWorld;

/// What the window shows of a dead process whose code still runs, in both themes.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class ZombieTest {
  private static final long SECOND = 1_000_000_000L;

  @Start
  void start(Stage unused) {}

  private static final class Look {
    final SmallWorld world;
    final MainWindow window;
    final Scene scene;
    private long now = SECOND;

    Look(boolean dark) {
      var port = new FakePort();
      world = Scenes.chat(port.world);
      window = MainWindow.load(port);
      scene = window.scene(1280, 800);
      scene.snapshot(null);
      if (Desk.TIDY.dark() != dark) {
        window.loop().dispatch(new Action.ToggleTheme());
      }
      pulse();
      window.loop().dispatch(new Action.Select(slotOf("lobby"), false));
      pulse();
    }

    void pulse() {
      for (int i = 0; i < 10; i++) {
        now += SECOND;
        window.pulse(now);
      }
    }

    Node node(String id) {
      return Objects.requireNonNull(scene.lookup("#" + id), id);
    }

    String text(String id) {
      return ((Label) node(id)).getText();
    }

    int slotOf(String id) {
      var found = window.loop().frame().field();
      for (int row = 0; row < found.size(); row++) {
        if (found.pid(row) == world.pid(id).number()) {
          return found.slot(row);
        }
      }
      throw new AssertionError(id + " is not in view");
    }

    /// {@return how many pixels around the upper left corner of a card have the ghost's colour}
    int ghostly(String id) {
      var tree = (TreeCanvas) node("tree");
      var at = tree.boundsOf(slotOf(id)).orElseThrow();
      var pixels = tree.snapshot(null, null).getPixelReader();
      var sought = Palette.of(window.loop().desk().dark()).ghost();
      int found = 0;
      for (int x = -12; x < 6; x++) {
        for (int y = -16; y < 4; y++) {
          var color = pixels.getColor((int) at.getMinX() + x, (int) at.getMinY() + y);
          found += color.equals(sought) ? 1 : 0;
        }
      }
      return found;
    }

    String all() {
      boolean counted = node("zombiesBox").isVisible();
      boolean inspected = node("zombieBox").isVisible();
      return (counted ? text("zombies") : "-") + " / " + (inspected ? text("zombie") : "-");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isMarkedCountedAndInspectedFromHauntingToRest(boolean dark) throws Exception {
    List<String> seen = new ArrayList<>();
    List<Integer> marks = new ArrayList<>();
    WaitForAsyncUtils.asyncFx(
            () -> {
              var look = new Look(dark);
              Runnable note =
                  () -> {
                    look.pulse();
                    seen.add(look.all());
                    marks.add(look.ghostly("lobby"));
                  };
              note.run();
              Pid dead = look.world.haunt(look.world.pid("rooms"), "lobby");
              look.world.pass(3_200);
              note.run();
              look.world.rest(dead);
              note.run();
            })
        .get();
    assertThat(seen).containsExactly("- / -", "1 / zombie <0.3.0> still running, 3.2 s", "- / -");
    assertThat(marks.get(0)).isZero();
    assertThat(marks.get(1)).isGreaterThan(20);
    assertThat(marks.get(2)).isZero();
  }

  @Test
  void elsewhereIsCountedThoughTheSelectedPlaceHasNone() throws Exception {
    var seen =
        WaitForAsyncUtils.asyncFx(
                () -> {
                  var look = new Look(true);
                  look.world.haunt(look.world.pid("chat"), "archive");
                  look.pulse();
                  return look.all();
                })
            .get();
    assertThat(seen).isEqualTo("1 / -");
  }
}
