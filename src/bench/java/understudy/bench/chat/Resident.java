package understudy.bench.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The memory of a process as the system sees it.
final class Resident {
  private static final long KILO = 1024;

  private Resident() {}

  static long of(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILO)
        .findFirst()
        .orElse(0);
  }
}
