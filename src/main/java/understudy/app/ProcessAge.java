package understudy.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// How long this process has been there, its start script included, which becomes it.
///
/// Linux tells in ticks since the machine was switched on when a process began. Java adds them to
/// the moment of switching on, which Linux tells in whole seconds: [ProcessHandle.Info] is early by
/// up to one. So it is taken from how long the machine is on, to a hundredth of a second.
final class ProcessAge {
  private static final long TICK_NANOS = 10_000_000;

  /// Of those behind the name, which may hold spaces and brackets itself.
  private static final int BEGAN = 19;

  private ProcessAge() {}

  static Duration now() {
    try {
      return onLinux(
          Files.readString(Path.of("/proc/self/stat")), Files.readString(Path.of("/proc/uptime")));
    } catch (IOException _) {
      var begun = ProcessHandle.current().info().startInstant().orElseGet(ProcessAge::machine);
      return Duration.between(begun, Instant.now());
    }
  }

  /// @param stat what `/proc/self/stat` says
  /// @param uptime what `/proc/uptime` says
  static Duration onLinux(String stat, String uptime) {
    String began = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[BEGAN];
    double on = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
    return Duration.ofNanos(Math.round(on * 1e9) - Long.parseLong(began) * TICK_NANOS);
  }

  private static Instant machine() {
    return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
  }
}
