package understudy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadFileTest {
  @TempDir private Path folder;

  /// A text in which `'` stands for a double quote, and what is said of it.
  private static Arguments said(String json, String line) {
    return Arguments.of(json.replace('\'', '"'), line);
  }

  static Stream<Arguments> yaml() {
    return Stream.of(
        said("# nothing\n", ": the file is empty; expected a tree and steps"),
        said(
            "tree:\n  id: r\n  shutdown: soon\n",
            ", line 3, column 13: shutdown: expected milliseconds up to 4294967295, infinity or"
                + " brutal_kill, got 'soon'"),
        said(
            "tree:\n  id: r\n  type: supervisor\n  children:\n",
            ", line 4, column 12: children: expected a list, got null"),
        said(
            "tree: {id: r}\ntree: {id: r}\n",
            ", line 2, column 1: 'tree' stands here twice, first in line 1; keep one"),
        said(
            "tree: {id: r\nsteps: []\n",
            ", line 2, column 6: not valid YAML: expected ',' or '}', but got :"),
        said(
            "tree:\n\tid: r\n",
            ", line 2, column 1: not valid YAML: found character '\\t(TAB)' that cannot start any"
                + " token."),
        said(
            "tree: &t\n  id: r\n  type: supervisor\n  children: [*t]\n",
            ", line 1, column 7: anchor '&t': a lesson is a plain tree and cannot refer to itself;"
                + " remove it"),
        said(
            "tree: *t\n",
            ", line 1, column 7: alias '*t': a lesson is a plain tree and cannot refer to itself;"
                + " write the value out again"),
        said(
            "tree: !java/object {id: r}\n",
            ", line 1, column 7: tag '!java/object': a lesson has plain values; remove it"),
        said(
            "tree: {id: r}\n---\ntree: {id: s}\n",
            ", line 3, column 1: text after the end of the lesson; a file holds one"),
        said(
            "tree: {id: r}\n#" + "x".repeat(65_536),
            ", line 2, column 65537: a line of 65537 characters; expected at most 65536, break it"),
        said(
            "? [a]\n: b\n",
            ", line 1, column 4: not valid YAML: expected a property name (Scalar value in YAML)"),
        said(
            "[".repeat(65),
            ", line 1, column 65: nested deeper than 64 levels; make the tree flatter"));
  }

  @ParameterizedTest
  @MethodSource("yaml")
  void aMistakeInYamlIsOneLineWithItsPlace(String text, String line) {
    assertThat(Lessons.lines(Lessons.read("x.yaml", text))).isEqualTo("lesson 'x.yaml'" + line);
  }

  private String ofFile(Path file) {
    return Lessons.lines(ScenarioReader.read(file, Set.of()));
  }

  private String ofBytes(byte[] bytes) {
    return Lessons.lines(ScenarioReader.read("x.json", bytes, Set.of()));
  }

  @Test
  void aMissingFileIsNamedWithItsFolder() {
    var file = Path.of("no", "x.json");

    assertThat(ofFile(file))
        .isEqualTo("lesson 'x.json': no such file '" + file + "'; check its name and folder");
  }

  @Test
  void aFolderIsNoLesson() {
    assertThat(ofFile(folder))
        .isEqualTo(
            "lesson '" + folder.getFileName() + "': this is a folder; name a lesson file in it");
  }

  @Test
  void aHugeFileIsNotReadToItsEnd() throws Exception {
    var file = folder.resolve("x.json");
    Files.write(file, new byte[4 * 1024 * 1024 + 2]);

    assertThat(ofFile(file))
        .isEqualTo("lesson 'x.json': larger than 4194304 bytes (4 MiB); make the lesson smaller");
  }

  @Test
  void binaryDataIsToldAsSuch() {
    assertThat(ofBytes(new byte[] {'{', 0, '}'}))
        .isEqualTo("lesson 'x.json': binary data (NUL at byte 1); a lesson is UTF-8 text");
  }

  @Test
  void aTextInAnotherEncodingIsToldWithItsPlace() {
    assertThat(ofBytes("{\n \"title\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(
            "lesson 'x.json', line 2, column 15: not UTF-8 at byte 16; save the file as UTF-8");
  }

  @Test
  void aYamlFileOfTheLargestSizeAndDepthEndsWithAComplaint() {
    for (var piece :
        List.of("[\n", "{a:\n", "- ?\n", "? \n", "\"\n ", "&a\n", "a:\n ", "#\n", "%\n")) {
      var text = piece.repeat(4 * 1024 * 1024 / piece.length());
      assertThat(Lessons.lines(Lessons.read("x.yaml", text)).lines())
          .as(piece)
          .hasSizeBetween(1, Complaints.TOLD + 1);
    }
  }
}
