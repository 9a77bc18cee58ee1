package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import understudy.viewmodel.Invitation;
import understudy.viewmodel.Situation;

/// How others are asked into the chat: beside the tree, and folded by a click.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class InviteWindowTest extends Staged {
  private static final List<String> SQUARES = Collections.nCopies(29, "# ".repeat(14) + "#");
  private static final List<String> ADDRESSES =
      List.of("http://192.168.1.20:4040/", "http://10.0.0.7:4040/");

  @Start
  void start(Stage stage) {
    Scenes.chat(port.world);
    invite(Optional.of(new Invitation(ADDRESSES, Optional.of("K7PXQ2"), SQUARES)));
    show(stage, MainWindow.load(port), 1280, 800);
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

  @Test
  void theCodeTheAddressesAndTheSquaresCanBeRead() {
    pulse();
    assertThat(textOf("inviteAddress")).isEqualTo(ADDRESSES.getFirst());
    assertThat(textOf("inviteFurther")).isEqualTo(ADDRESSES.getLast());
    assertThat(textOf("inviteCode")).isEqualTo("K7PXQ2");
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
    assertThat(isShown("inviteDetails")).isFalse();
    assertThat(box("tree").getMaxX()).isGreaterThanOrEqualTo(narrow + wide);
    robot.clickOn("#inviteToggle");
    pulse();
    assertThat(isShown("inviteDetails")).isTrue();
    assertThat(box("tree").getMaxX()).isEqualTo(narrow);
  }

  @Test
  void withoutAnInvitationNothingOfItIsThere() {
    pulse();
    invite(Optional.empty());
    pulse();
    assertThat(isShown("invite")).isFalse();
    assertThat(box("tree").getMaxX()).isGreaterThan(box("inviteDetails").getMinX());
  }
}
