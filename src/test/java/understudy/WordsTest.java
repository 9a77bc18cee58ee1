package understudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The repository works for whoever has a copy: no file names one person's machine, and none names
/// the host of a package registry, which a mirror may replace.
class WordsTest {
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "(?<![\\w.~*)}\\-])/(?:work|root)/\\w"
              + "|(?:[A-Za-z]:)[\\\\/]+Users[\\\\/]"
              + "|repo\\d?\\.maven\\.(?:apache\\.)?org"
              + "|(?:central|oss)\\.sonatype\\.(?:com|org)"
              + "|registry\\.npmjs\\.org|files\\.pythonhosted\\.org|pypi\\.org"
              + "|(?:static\\.|index\\.)?crates\\.io|proxy\\.golang\\.org|repo\\.hex\\.pm"
              + "|plugins\\.gradle\\.org|jitpack\\.io|rubygems\\.org");

  @Test
  void noFileNamesAMachineOrARegistry() throws IOException {
    List<String> complaints = new ArrayList<>();
    for (Path file : Sources.all()) {
      for (String word : forbiddenIn(Files.readString(file, StandardCharsets.ISO_8859_1))) {
        complaints.add(file + ": '" + word + "'");
      }
    }
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cd /%s/here", "\"/%s/a\"", "see /%s/main"})
  void anAbsolutePathIsFound(String text) {
    assertThat(forbiddenIn(text.formatted("work"))).hasSize(1);
    assertThat(forbiddenIn(text.formatted("root"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/%s/here", "~/%s/here", "a/%s/b", "archive.apache.org/dist"})
  void aRelativePathAndAProjectsOwnHostAreFine(String text) {
    assertThat(forbiddenIn(text.formatted("work"))).isEmpty();
    assertThat(forbiddenIn(text.formatted("root"))).isEmpty();
  }

  private static List<String> forbiddenIn(String text) {
    return FORBIDDEN.matcher(text).results().map(MatchResult::group).toList();
  }
}
