package understudy.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether a window can be opened on this machine: to be known before JavaFX starts, as its
/// platform cannot be changed afterwards.
final class Display {
  private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");

  private Display() {}

  static boolean isThere() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean ownWindows = system.startsWith("windows") || system.startsWith("mac");
    return ownWindows || isX11(System.getenv("DISPLAY"), Path.of("/tmp/.X11-unix"));
  }

  /// {@return whether `display` names an X server; of a local one, whether its socket is there}
  static boolean isX11(@Nullable String display, Path sockets) {
    if (display == null || display.isBlank()) {
      return false;
    }
    var local = LOCAL.matcher(display);
    return !local.matches() || Files.exists(sockets.resolve("X" + local.group(1)));
  }

  /// Has JavaFX draw without any display, in this JVM.
  static void none() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("prism.lcdtext", "false");
    System.setProperty("java.awt.headless", "true");
  }
}
