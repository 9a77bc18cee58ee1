package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every numbered rule of OTP is proven by a test or a recorded scenario that names it, or stands
/// under the chosen differences of the fidelity page.
class RulesTest {
  private static final Path RULES = Path.of("src/test/resources/otp-rules.txt");
  private static final Path PAGE = Path.of("docs/otp-fidelity.md");

  private static String textBelow(Path folder, String ending) throws IOException {
    try (var files = Files.walk(folder)) {
      var text = new StringBuilder();
      for (Path file : files.filter(one -> one.toString().endsWith(ending)).toList()) {
        text.append(Files.readString(file));
      }
      return text.toString();
    }
  }

  private static String chosenDifferences() throws IOException {
    String page = Files.readString(PAGE);
    return page.substring(page.indexOf("## Chosen differences"), page.indexOf("## Extensions"));
  }

  @Test
  void everyRuleIsProvenOrChosenNotToHold() throws IOException {
    String proofs =
        textBelow(Path.of("src/test/java"), "Test.java")
            + textBelow(Path.of("src/test/resources/scenarios"), ".json");
    String chosen = chosenDifferences();
    List<String> missing =
        Files.readAllLines(RULES).stream()
            .filter(rule -> !proofs.contains(rule) && !chosen.contains(rule))
            .toList();
    assertThat(missing).isEmpty();
    assertThat(Files.readAllLines(RULES)).hasSizeGreaterThan(300);
  }
}
