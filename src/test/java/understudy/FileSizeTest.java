package understudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A file is split while it still has seams.
class FileSizeTest {
  private static final int MOST_LINES = 400;

  @Test
  void noJavaFileIsLongerThanFourHundredLines() throws IOException {
    List<String> complaints = new ArrayList<>();
    for (Path file : Sources.java()) {
      int lines = Files.readAllLines(file).size();
      if (lines > MOST_LINES) {
        complaints.add(file + ": " + lines + " lines, at most " + MOST_LINES + "; split it");
      }
    }
    assertThat(complaints).isEmpty();
  }
}
