package understudy.ui;

import java.util.List;
import javafx.scene.control.Label;
import understudy.viewmodel.Phase;

/// The style class of a phase's badge.
final class PhaseStyle {
  private static final List<String> ALL =
      List.of("phase-well", "phase-busy", "phase-waiting", "phase-restart", "phase-down");

  private PhaseStyle() {}

  static void put(Label badge, Phase phase) {
    String style = of(phase);
    if (!badge.getStyleClass().contains(style)) {
      badge.getStyleClass().removeAll(ALL);
      badge.getStyleClass().add(style);
    }
  }

  private static String of(Phase phase) {
    return switch (phase) {
      case RUNNING, STARTING, WAITING -> "phase-well";
      case BLOCKED -> "phase-busy";
      case SUSPENDED, STOPPING -> "phase-waiting";
      case RESTARTING, BACKING_OFF -> "phase-restart";
      case DOWN, GAVE_UP -> "phase-down";
    };
  }
}
