package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Extract;

/// Exporting as a person does it: menu or key, a format, a filter, a file.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class ExportPaneTest extends Staged {
  @Start
  void start(Stage stage) {
    Scenes.chat(port.world);
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
          public Optional<Path> whereToExport(Window owner, String ending) {
            return Optional.of(Path.of("run." + ending));
          }
        };
    show(stage, MainWindow.load(port, asker), 1000, 900);
    window().pulse(1_000_000_000L);
  }

  private boolean isOpen() {
    return onFx(() -> node("export").isVisible());
  }

  @SuppressWarnings("unchecked")
  private void choose(String format) {
    onFx(() -> {
      ((ComboBox<String>) node("exportFormat")).setValue(format);
      return true;
    });
  }

  @Test
  void theMenuAsksWhatAndThenWhere(FxRobot robot) {
    robot.clickOn("#menuFile").clickOn("#menuExport");
    assertThat(isOpen()).isTrue();
    choose("shiviz");
    robot.clickOn("#exportFrom").write("1.5");
    robot.clickOn("#exportUnder").write("rooms");
    robot.clickOn("#exportSubmit");
    assertThat(isOpen()).isFalse();
    var wanted = new Extract(Extract.FIRST.format(), "1.5", "", "rooms", "", false).as("shiviz");
    assertThat(port.effects).containsExactly(new Effect.Export(wanted, Path.of("run.log")));
  }

  @Test
  void aTableCanHaveARowAProcessAndNothingElseCan(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.E);
    assertThat(onFx(() -> node("exportProcesses").isVisible())).isFalse();
    choose("csv");
    robot.clickOn("#exportProcesses").clickOn("#exportSubmit");
    var wanted = new Extract(Extract.FIRST.as("csv").format(), "", "", "", "", true);
    assertThat(port.effects).containsExactly(new Effect.Export(wanted, Path.of("run.csv")));
    assertThat(wanted.as("jsonl").processes()).isFalse();
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsSent(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.E);
    robot.clickOn("#exportKinds").write("party");
    assertThat(onFx(() -> ((Labeled) node("exportProblem")).getText())).contains("'party'");
    assertThat(onFx(() -> node("exportSubmit").isDisabled())).isTrue();
    robot.type(KeyCode.ENTER);
    assertThat(isOpen()).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(isOpen()).isFalse();
    assertThat(port.effects).isEmpty();
  }

  @Test
  void aPictureOfOneMomentTakesNoBeginning(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.E);
    choose("dot");
    assertThat(onFx(() -> node("exportFrom").isDisabled() && node("exportKinds").isDisabled()))
        .isTrue();
    assertThat(onFx(() -> ((Labeled) node("exportSummary")).getText())).contains("Graphviz");
    robot.clickOn("#exportCancel");
    assertThat(isOpen()).isFalse();
  }
}
