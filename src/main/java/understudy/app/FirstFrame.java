package understudy.app;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Measures how long the window took to show its first picture of the world.
///
/// Asked for by the system property `understudy.start=tell`: then the figures are one line on
/// stdout, and the window closes.
final class FirstFrame {
  private static final String PROPERTY = "understudy.start";
  private static final int RENDERED = 2;

  private final BooleanSupplier drawn;
  private int pulses;

  private FirstFrame(BooleanSupplier drawn) {
    this.drawn = drawn;
  }

  /// Measures if that is asked for; on JavaFX's thread.
  ///
  /// @param drawn whether the world is in the picture
  static void tell(Scene scene, BooleanSupplier drawn) {
    if ("tell".equals(System.getProperty(PROPERTY))) {
      scene.addPostLayoutPulseListener(new FirstFrame(drawn)::pulsed);
    }
  }

  /// What was drawn in one pulse is on the screen when the next but one begins.
  private void pulsed() {
    if (!drawn.getAsBoolean() || ++pulses != RENDERED) {
      Platform.requestNextPulse();
      return;
    }
    var begun = ProcessHandle.current().info().startInstant().orElseGet(FirstFrame::virtualMachine);
    var machine =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        "first frame after %,d ms, %,d ms of a processor%n",
        Duration.between(begun, Instant.now()).toMillis(),
        Duration.ofNanos(machine.getProcessCpuTime()).toMillis());
    Platform.exit();
  }

  private static Instant virtualMachine() {
    return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
  }
}
