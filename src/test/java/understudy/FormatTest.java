package understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every Java file is as google-java-format writes it.
///
/// `./mvnw -q test -Dtest=FormatTest -Dformat=apply` repairs what differs, and then passes.
class FormatTest {
  private static final boolean APPLY = "apply".equals(System.getProperty("format"));

  @Test
  void everyJavaFileIsFormatted() throws IOException {
    var formatter = new Formatter();
    List<String> complaints = new ArrayList<>();
    for (Path file : Sources.java()) {
      String written = Files.readString(file);
      try {
        String formatted = formatter.formatSourceAndFixImports(written);
        if (formatted.equals(written)) {
          continue;
        }
        if (APPLY) {
          Files.writeString(file, formatted);
        } else {
          complaints.add(file + ":" + firstDifference(written, formatted));
        }
      } catch (FormatterException e) {
        complaints.add(file + ": " + e.getMessage());
      }
    }
    assertThat(complaints)
        .as("repair with: ./mvnw -q test -Dtest=FormatTest -Dformat=apply")
        .isEmpty();
  }

  private static int firstDifference(String written, String formatted) {
    List<String> before = written.lines().toList();
    List<String> after = formatted.lines().toList();
    int line = 0;
    while (line < before.size()
        && line < after.size()
        && before.get(line).equals(after.get(line))) {
      line++;
    }
    return line + 1;
  }
}
