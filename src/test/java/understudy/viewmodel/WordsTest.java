package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The bundles hold what is asked of them, and nothing else.
class WordsTest {
  private static final Path JAVA = Path.of("src", "main", "java", "understudy");
  private static final Path FXML = Path.of("src", "main", "resources", "understudy", "ui");
  private static final Pattern LITERAL = Pattern.compile("\"%?([a-zA-Z.][\\w.-]*)\"");
  private static final Pattern ASKED = Pattern.compile("\\bWords\\.get\\(\\s*\"([\\w.-]+)\"");

  private static List<String> found(Pattern pattern) throws IOException {
    List<String> all = new ArrayList<>();
    for (Path folder : List.of(JAVA, FXML)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = file.toString();
          if (name.endsWith(".java") || name.endsWith(".fxml")) {
            pattern.matcher(Files.readString(file)).results().forEach(r -> all.add(r.group(1)));
          }
        }
      }
    }
    return all;
  }

  private static Set<String> keys(String bundle) {
    return ResourceBundle.getBundle(bundle, Locale.ENGLISH).keySet();
  }

  @Test
  void whatIsAskedForByItsWholeKeyIsThere() throws IOException {
    var keys = keys("understudy.viewmodel.words");
    assertThat(found(ASKED).stream().filter(key -> !key.endsWith(".")).toList())
        .isNotEmpty()
        .allMatch(keys::contains);
  }

  @Test
  void everyLineHasAReader() throws IOException {
    Set<String> literals = Set.copyOf(found(LITERAL));
    var beginnings = literals.stream().filter(each -> each.endsWith(".")).toList();
    var ends = literals.stream().filter(each -> each.matches("[.][a-z]+")).toList();
    var unread =
        Stream.of("understudy.viewmodel.words", "understudy.ui.texts")
            .flatMap(bundle -> keys(bundle).stream())
            .filter(key -> !literals.contains(key))
            .filter(key -> beginnings.stream().noneMatch(key::startsWith))
            .filter(key -> ends.stream().noneMatch(key::endsWith))
            .toList();
    assertThat(unread).isEmpty();
  }

  @Test
  void numbersArePluralsAndHaveCommas() {
    assertThat(Words.get("hint.restarts", 1)).isEqualTo("1 restart");
    assertThat(Words.get("hint.restarts", 0)).isEqualTo("0 restarts");
    assertThat(Words.get("hint.restarts", 1_234)).isEqualTo("1,234 restarts");
    assertThat(Words.get("event.gap", 1_234L)).isEqualTo("1,234 events are missing here");
  }

  @Test
  void bracesInWhatAPersonTypedStayAsTheyAre() {
    assertThat(Words.get("form.seed", "{0} it's"))
        .isEqualTo("the seed is a whole number, got '{0} it's'");
  }
}
