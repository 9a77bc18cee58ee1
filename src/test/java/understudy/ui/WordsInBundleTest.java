package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a person reads in the window stands in the bundle, so that it can be translated.
class WordsInBundleTest {
  private static final Path JAVA = Path.of("src", "main", "java", "understudy", "ui");
  private static final Path FXML = Path.of("src", "main", "resources", "understudy", "ui");
  private static final Pattern SHOWN_IN_FXML =
      Pattern.compile("\\b(?:text|promptText|accessibleText|title|contentText)=\"([^\"]*)\"");
  private static final Pattern SHOWN_IN_JAVA =
      Pattern.compile(
          "(?:setText|setPromptText|setAccessibleText|setTitle|new (?:Label|Button|Tooltip|MenuItem"
              + "|CheckMenuItem|Menu|Hyperlink|Text))\\(\\s*\"([^\"]*)\"");
  private static final Pattern SENTENCE = Pattern.compile("\"([A-Z][a-z]+ [a-z][^\"]*)\"");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static void complain(List<String> complaints, Path file, Pattern pattern, String source) {
    pattern
        .matcher(source)
        .results()
        .map(found -> found.group(1))
        .filter(text -> !text.startsWith("%") && LETTERS.matcher(text).find())
        .forEach(text -> complaints.add(file.getFileName() + ": '" + text + "'"));
  }

  @Test
  void noLayoutHasWordsOfItsOwn() throws IOException {
    List<String> complaints = new ArrayList<>();
    for (Path file : files(FXML, ".fxml")) {
      complain(complaints, file, SHOWN_IN_FXML, Files.readString(file));
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void noControllerHasWordsOfItsOwn() throws IOException {
    List<String> complaints = new ArrayList<>();
    for (Path file : files(JAVA, ".java")) {
      String source = Files.readString(file);
      complain(complaints, file, SHOWN_IN_JAVA, source);
      complain(complaints, file, SENTENCE, source.replaceAll("(?m)^\\s*//.*$", ""));
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void everyKeyOfALayoutIsInTheBundle() throws IOException {
    List<String> complaints = new ArrayList<>();
    for (Path file : files(FXML, ".fxml")) {
      Pattern.compile("\"%([\\w.]+)\"")
          .matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1))
          .filter(key -> !Texts.BUNDLE.containsKey(key))
          .forEach(key -> complaints.add(file.getFileName() + ": " + key));
    }
    assertThat(complaints).isEmpty();
  }
}
