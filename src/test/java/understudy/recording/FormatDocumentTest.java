package understudy.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;

class FormatDocumentTest {
  private static List<String> rows() throws Exception {
    return Files.readAllLines(Path.of("docs", "recording-format.md")).stream()
        .filter(line -> line.matches("\\| \\d+ \\| `[A-Z]\\w+` \\|.*"))
        .toList();
  }

  private static String row(Tag tag) {
    String fields =
        Arrays.stream(tag.kind().getRecordComponents())
            .map(FormatDocumentTest::field)
            .collect(Collectors.joining(", "));
    return "| " + tag.number() + " | `" + tag.kind().getSimpleName() + "` | " + fields + " |";
  }

  private static String field(RecordComponent field) {
    Class<?> type = field.getType();
    String written =
        type == Pid.class
            ? "pid"
            : type == String.class
                ? "text"
                : type == ExitReason.class
                    ? "reason"
                    : type == long.class || type == int.class
                        ? "number"
                        : type == boolean.class
                            ? "flag"
                            : type == ChildKind.class
                                ? "child kind"
                                : type == RestartType.class
                                    ? "restart type"
                                    : type == Decision.class ? "decision" : "unknown";
    return field.getName() + ": " + written;
  }

  @Test
  void itsTableOfTagsIsTheTableOfTheCode() throws Exception {
    assertThat(rows()).isEqualTo(Arrays.stream(Tag.values()).map(FormatDocumentTest::row).toList());
  }

  @Test
  void everyKindOfEventHasATag() {
    assertThat(Arrays.stream(Tag.values()).map(Tag::kind).map(Class::getName))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RuntimeEvent.class.getPermittedSubclasses())
                .map(Class::getName)
                .toList());
  }

  @Test
  void everyTagIsFoundByItsNumber() {
    for (Tag tag : Tag.values()) {
      assertThat(Tag.of(tag.number())).contains(tag);
    }
    assertThat(Tag.of(0)).isEmpty();
    assertThat(Tag.of(Tag.values().length + 1)).isEmpty();
    assertThat(Tag.of(Long.MIN_VALUE)).isEmpty();
  }

  @Test
  void itsLimitsAreTheLimitsOfTheCode() throws Exception {
    String document = Files.readString(Path.of("docs", "recording-format.md"));
    assertThat(document)
        .contains("| size of a payload, inflated | " + Format.MAX_PAYLOAD + " bytes |")
        .contains("| size of a payload, stored | " + Format.MAX_PAYLOAD + " bytes |")
        .contains("| events of a segment | " + Format.MAX_EVENTS + " |")
        .contains("| segments of a file | " + Format.MAX_SEGMENTS + " |")
        .contains("| texts of a segment | " + Format.MAX_TEXTS + " |")
        .contains("| size of a text | " + Format.MAX_TEXT + " bytes |")
        .contains("| size of the header's pairs | " + Format.MAX_METADATA + " bytes |")
        .contains("| size of a file | " + Format.MAX_FILE + " bytes |")
        .contains("| size of a keyframe, inflated | " + Format.MAX_KEYFRAME + " bytes |")
        .contains("| size of a keyframe, stored | " + Format.MAX_KEYFRAME + " bytes |")
        .contains("| keyframes of a file | " + Format.MAX_KEYFRAMES + " |")
        .contains("| size of a trend | " + Format.MAX_TREND + " bytes |");
  }
}
