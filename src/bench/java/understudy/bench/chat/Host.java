package understudy.bench.chat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A server in a process of its own, which answers a line with a line.
final class Host implements AutoCloseable {
  private final Process process;
  private final BufferedReader in;
  private final BufferedWriter out;
  final int port;

  /// @param java the command line up to the main class
  /// @param main the class that serves and prints its port
  Host(List<String> java, Class<?> main) throws IOException {
    var command = new ArrayList<>(java);
    command.add(main.getName());
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    in = process.inputReader(StandardCharsets.UTF_8);
    out = process.outputWriter(StandardCharsets.UTF_8);
    port = Integer.parseInt(in.readLine());
  }

  String ask(String line) throws IOException {
    tell(line);
    return in.readLine();
  }

  void tell(String line) throws IOException {
    out.write(line + "\n");
    out.flush();
  }

  /// {@return bytes on its heap after a collection}
  long heap() throws IOException {
    return Long.parseLong(ask("heap"));
  }

  /// {@return bytes of memory that the system gave it; 0 where that cannot be read}
  long resident() throws IOException {
    return Resident.of(process.pid());
  }

  @Override
  public void close() throws IOException {
    out.close();
    process.destroyForcibly();
  }
}
