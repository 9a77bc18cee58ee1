package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import understudy.viewmodel.Invitation;
import understudy.viewmodel.Situation;

/// How others are asked into the chat: beside the tree, and folded by a click.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class InviteWindowTest {
  private static final List<String> SQUARES = Collections.nCopies(29, "# ".repeat(14) + "#");
  private static final List<String> ADDRESSES =
      List.of("http://192.168.1.20:4040/", "http://10.0.0.7:4040/");

  private final FakePort port = new FakePort();
  private @Nullable MainWindow opened;
  private @Nullable Scene shown;
  private long now = 1_000_000_000L;

  @Start
  void start(Stage stage) {
    Scenes.chat(port.world);
    invite(Optional.of(new Invitation(ADDRESSES, Optional.of("K7PXQ2"), SQUARES)));
    opened = MainWindow.load(port);
    shown = opened.scene(1280, 800);
    stage.setScene(shown);
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  private void invite(Optional<Invitation> invitation) {
    var now = port.situation;
    port.situation =
        new Situation(
            now.source(),
            now.live(),
            now.lessons(),
            now.lesson(),
            now.behaviours(),
            now.paused(),
            now.tempo(),
            now.recording(),
            now.recorded(),
            now.savable(),
            now.seed(),
            now.notice(),
            now.troubles(),
            invitation);
  }

  private static <T> T onFx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
  }

  private void pulse() {
    onFx(() -> {
      for (int i = 0; i < 5; i++) {
        now += 1_000_000_000L;
        Objects.requireNonNull(opened).pulse(now);
        Objects.requireNonNull(shown).getRoot().applyCss();
        Objects.requireNonNull(shown).getRoot().layout();
      }
      return true;
    });
  }

  private Node node(String id) {
    return Objects.requireNonNull(Objects.requireNonNull(shown).lookup("#" + id), id);
  }

  private Bounds box(String id) {
    return onFx(() -> node(id).localToScene(node(id).getLayoutBounds()));
  }

  private String text(String id) {
    return onFx(() -> ((Label) node(id)).getText());
  }

  @Test
  void theCodeTheAddressesAndTheSquaresCanBeRead() {
    pulse();
    assertThat(text("inviteAddress")).isEqualTo(ADDRESSES.getFirst());
    assertThat(text("inviteFurther")).isEqualTo(ADDRESSES.getLast());
    assertThat(text("inviteCode")).isEqualTo("K7PXQ2");
    assertThat(box("inviteSquares").getWidth()).isGreaterThan(100);
  }

  @Test
  void theyStandBesideTheTreeAndAClickFoldsThemAndGivesItTheRoom(FxRobot robot) {
    pulse();
    double wide = box("inviteDetails").getWidth();
    double narrow = box("tree").getMaxX();
    assertThat(narrow).isLessThanOrEqualTo(box("inviteDetails").getMinX());
    robot.clickOn("#inviteToggle");
    pulse();
    assertThat(onFx(() -> node("inviteDetails").isVisible())).isFalse();
    assertThat(box("tree").getMaxX()).isGreaterThanOrEqualTo(narrow + wide);
    robot.clickOn("#inviteToggle");
    pulse();
    assertThat(onFx(() -> node("inviteDetails").isVisible())).isTrue();
    assertThat(box("tree").getMaxX()).isEqualTo(narrow);
  }

  @Test
  void withoutAnInvitationNothingOfItIsThere() {
    pulse();
    invite(Optional.empty());
    pulse();
    assertThat(onFx(() -> node("invite").isVisible())).isFalse();
    assertThat(box("tree").getMaxX()).isGreaterThan(box("inviteDetails").getMinX());
  }
}
