package understudy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs a shell script of the repository in a world of its own: nothing of this machine's
/// environment reaches it but what a test gives.
final class Script {
  /// What a run left.
  ///
  /// @param status its exit status
  /// @param out what it wrote on standard output, without the last line end
  /// @param err what it wrote on standard error, without the last line end
  record Run(int status, String out, String err) {}

  private Script() {}

  /// {@return what became of `command`, run to its end in `folder`}
  static Run run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    int status = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Run(status, text(out), text(err));
  }

  /// Writes a shell script that may be run, with the folders above it.
  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// Copies a script of the repository to where it is run, permissions included.
  static Path copy(String script, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    write(to, "");
    Files.write(to, Files.readAllBytes(Path.of(script)));
    return to;
  }

  /// {@return a folder with the system's plain tools and nothing else}
  static Path tools(Path folder, List<String> names) throws IOException {
    Files.createDirectories(folder);
    for (String name : names) {
      for (String bin : List.of("/usr/bin/", "/bin/")) {
        if (Files.isExecutable(Path.of(bin + name))) {
          write(folder.resolve(name), "exec " + bin + name + " \"$@\"");
          break;
        }
      }
    }
    return folder;
  }

  /// {@return an environment of the pairs in `keysAndValues`}
  static Map<String, String> environment(Object... keysAndValues) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      environment.put(keysAndValues[i].toString(), keysAndValues[i + 1].toString());
    }
    return environment;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file).stripTrailing();
  }
}
