package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.SmallWorld;

/// Takes pictures of very many processes, from afar and from near by; with
/// `-Dscale.pictures=1000000` of as many as that.
@ExtendWith(ApplicationExtension.class)
@Timeout(600)
class ScalePicturesTest {
  private static final Path SCREENS = Path.of("target", "screens");
  private static final int MOST = Integer.getInteger("scale.pictures", 20_000);

  @Start
  void start(Stage unused) {}

  @ParameterizedTest
  @CsvSource({
    "flat, 1, 10000, 1280, 800, true",
    "deep, 100, 100, 1280, 800, true",
    "flat, 1, 20000, 1280, 800, false",
    "deep, 2000, 9, 1280, 800, false",
    "flat, 1, 100000, 1280, 800, true",
    "deep, 10000, 9, 1920, 1080, true",
    "wide, 1000, 1000, 1280, 800, true",
    "wide, 1000, 1000, 1920, 1080, false",
  })
  void theManyFromAfarAndFromNearBy(
      String name, int supervisors, int workers, int width, int height, boolean dark)
      throws Exception {
    if (supervisors * workers > MOST) {
      return;
    }
    var port = new FakePort();
    grow(port.world, supervisors, workers);
    String file = name + "-" + supervisors * workers + "-" + width + (dark ? "-dark" : "-light");
    WaitForAsyncUtils.asyncFx(
            () -> {
              var window = MainWindow.load(port);
              Scene scene = window.scene(width, height);
              scene.snapshot(null);
              if (Desk.TIDY.dark() != dark) {
                window.loop().dispatch(new Action.ToggleTheme());
              }
              long now = 16_000_000;
              for (int i = 0; i < 3; i++) {
                window.pulse(now += 16_000_000);
              }
              crash(port.world, supervisors, workers);
              window.pulse(now += 16_000_000);
              write(scene, file);
              assertThat(window.loop().frame().total()).isGreaterThan(supervisors * workers);
              for (double factor : new double[] {6, 30}) {
                window.loop().dispatch(new Action.Zoom(factor, width * 0.3, height * 0.3));
                window.pulse(now += 1_000_000_000L);
                window.pulse(now += 1_000_000_000L);
                write(scene, file + "-x" + (int) factor);
              }
              return true;
            })
        .get();
  }

  private static void write(Scene scene, String name) throws Exception {
    scene.snapshot(null);
    Files.createDirectories(SCREENS);
    Pngs.write(scene.snapshot(null), SCREENS.resolve(name + ".png"));
  }

  private static void grow(SmallWorld world, int supervisors, int workers) {
    if (supervisors == 1) {
      var root = world.root("pool", "one_for_one", 100, 5);
      for (int w = 0; w < workers; w++) {
        fill(world, world.worker(root, "w0-" + w, "worker"), 0, w);
      }
      return;
    }
    Scenes.crowd(world, supervisors, workers);
  }

  private static void fill(SmallWorld world, understudy.event.Pid pid, int s, int w) {
    int roll = (s * 31 + w * 17 + w / 700 * 13) % 97;
    world.fill(pid, roll < 60 ? 0 : roll < 90 ? roll - 58 : (roll - 80) * 30);
  }

  private static void crash(SmallWorld world, int supervisors, int workers) {
    for (int i = 0; i < 40; i++) {
      int s = i * 7919 % supervisors;
      var under = supervisors == 1 ? world.pid("pool") : world.pid("pool-" + s);
      world.crash(under, "w" + s + "-" + i * 104729L % workers, Scenes.DIVIDED);
    }
  }
}
