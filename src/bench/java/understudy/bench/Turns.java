package understudy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// A process that repeats its work for a moment when it is told to and is idle otherwise, so that
/// several can take turns: what else the machine does then falls on all of them alike.
final class Turns implements AutoCloseable {
  private final Process process;
  private final Writer orders;
  private final BufferedReader answers;

  Turns(Process process) {
    this.process = process;
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /// Has it take a turn.
  ///
  /// @return the mean of its repetitions
  ///
  /// @throws IOException if the process has failed; it has told why on standard error
  Watch.Sample next() throws IOException {
    orders.write('\n');
    orders.flush();
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith("sample\t")) {
        return Forks.sample(line);
      }
    }
    throw new IOException("process " + process.pid() + " ended in the middle of its turn");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
