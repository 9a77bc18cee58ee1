package understudy.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import understudy.viewmodel.Arrangement;

/// A start for its own sake: the window closes when the world has been in it.
///
/// Asked for by the system property `understudy.start`. With `tell` one line on stdout says how
/// long the window took to its first picture. With `rehearse` it opens where no display is needed
/// and finds settings of its own, so that the build can keep the classes that a start needs.
final class FirstFrame {
  private static final String PROPERTY = "understudy.start";

  /// What was drawn in one pulse is on the screen when the next but one begins.
  private static final int RENDERED = 2;

  private static final int REHEARSED = 4;

  private final Scene scene;
  private final BooleanSupplier drawn;
  private int pulses;

  private FirstFrame(Scene scene, BooleanSupplier drawn) {
    this.scene = scene;
    this.drawn = drawn;
  }

  /// {@return whether this start needs no display and no person}
  static boolean isRehearsal() {
    return "rehearse".equals(System.getProperty(PROPERTY));
  }

  /// {@return settings as an earlier start leaves them, gone when this one is over}
  ///
  /// @throws IOException if they cannot be written
  static SettingsFile settings() throws IOException {
    Path folder = Files.createTempDirectory("understudy-rehearsal");
    folder.toFile().deleteOnExit();
    var settings = new SettingsFile(folder.resolve("window.json"));
    settings.path().toFile().deleteOnExit();
    settings.write(Arrangement.FIRST);
    return settings;
  }

  /// Measures or rehearses if that is asked for; on JavaFX's thread.
  ///
  /// @param drawn whether the world is in the picture
  static void watch(Scene scene, BooleanSupplier drawn) {
    if (isRehearsal() || "tell".equals(System.getProperty(PROPERTY))) {
      scene.addPostLayoutPulseListener(new FirstFrame(scene, drawn)::pulsed);
    }
  }

  private void pulsed() {
    int wanted = isRehearsal() ? REHEARSED : RENDERED;
    if (!drawn.getAsBoolean() || ++pulses < wanted) {
      Platform.requestNextPulse();
    } else if (pulses == wanted) {
      if (!isRehearsal()) {
        tell();
      }
      Platform.runLater(scene.getWindow()::hide);
    }
  }

  private static void tell() {
    var machine =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        Locale.ROOT,
        "first frame after %,d ms, %,d ms of a processor%n",
        ProcessAge.now().toMillis(),
        Duration.ofNanos(machine.getProcessCpuTime()).toMillis());
  }
}
