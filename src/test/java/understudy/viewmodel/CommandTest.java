package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import understudy.viewmodel.Command.Topic;

/// What can be done by name and by key.
class CommandTest {
  private static List<String> sheet() {
    return Arrays.stream(Topic.values())
        .flatMap(topic -> KeySheet.rows(topic).stream())
        .map(KeySheet.Row::keys)
        .toList();
  }

  @Test
  void noKeyMeansTwoThings() {
    assertThat(Command.withKeys().stream().map(Command::keys).toList()).doesNotHaveDuplicates();
  }

  @Test
  void theSheetOfKeysNamesEveryKeyOnce() {
    assertThat(sheet()).doesNotHaveDuplicates();
    for (Command command : Command.withKeys()) {
      String shared = command.caps().replaceFirst("[1-9]$", "1 - 9");
      assertThat(sheet()).as(command.keys()).containsAnyOf(command.caps(), shared);
    }
  }

  @Test
  void theSheetOfKeysTellsDigitsInOneLine() {
    assertThat(sheet()).contains("1 - 9", "Shift+1 - 9").doesNotContain("2", "Shift+2");
  }

  @Test
  void aCommandThatIsAboutNothingIsFoundByItsName() {
    for (Command command : Command.fixed()) {
      if (command.about().isEmpty()) {
        assertThat(Command.named(command.id())).isEqualTo(command);
      }
    }
  }

  @Test
  void thePaletteOffersEveryCommandButItself() {
    var rows =
        new Prompt(true, "", 0)
            .page(Frame.EMPTY, command -> command.id() + " " + command.about()).rows().stream()
                .map(row -> row instanceof Prompt.Row.Deed deed ? deed.command() : null)
                .collect(Collectors.toSet());
    assertThat(rows)
        .containsAll(Command.fixed().stream().filter(each -> !each.id().equals("palette")).toList())
        .doesNotContain(Command.named("palette"));
  }
}
