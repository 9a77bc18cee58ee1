package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Notice;

/// The files opened last.
class RecentFilesTest {
  @TempDir Path folder = Path.of("");

  private Path list() {
    return folder.resolve("settings/recent.txt");
  }

  private RecentFiles recent() {
    return new RecentFiles(Optional.of(list()));
  }

  private Path file(String name) {
    return folder.resolve(name).toAbsolutePath().normalize();
  }

  @Test
  void theNewestComesFirstAndNoneTwiceAndTheyAreFoundAgain() {
    var recent = recent();
    for (String name : List.of("a", "b", "a", "c_d ü")) {
      recent.came(file(name));
    }
    assertThat(recent.all()).containsExactly(file("c_d ü"), file("a"), file("b"));
    assertThat(recent().all()).isEqualTo(recent.all());
  }

  @Test
  void noMoreThanTenAreKept() {
    var recent = recent();
    for (int i = 0; i < 30; i++) {
      recent.came(file("f" + i));
    }
    assertThat(recent().all()).hasSize(RecentFiles.MOST).startsWith(file("f29"));
  }

  @Test
  void aListThatIsBrokenOrHugeIsEmpty() throws Exception {
    Files.createDirectories(list().getParent());
    Files.write(list(), new byte[] {(byte) 0xFF, 0, (byte) 0xFE});
    assertThat(recent().all()).isEmpty();
    Files.writeString(list(), "x\n".repeat(100_000));
    assertThat(recent().all()).isEmpty();
  }

  @Test
  void whatIsOpenedIsListedAndWhatVanishedIsTakenOffWithALine() throws Exception {
    var lesson = file("mine.yaml");
    try (var lessons = RecentFilesTest.class.getResourceAsStream("/lessons/chat.yaml")) {
      assertThat(lessons).isNotNull();
      Files.copy(lessons, lesson);
    }
    var recent = recent();
    try (var session = new Session(1, _ -> {}, recent)) {
      session.carryOut(new Effect.Open(lesson));
      session.pass(0);
      assertThat(recent.all()).containsExactly(lesson);
      Files.delete(lesson);
      session.carryOut(new Effect.Open(lesson));
      session.ask();
      session.pass(0);
      assertThat(recent.all()).isEmpty();
      assertThat(session.poll().orElseThrow().situation().notice().map(Notice::text).orElse(""))
          .contains("mine.yaml")
          .endsWith("; it is off the list of recent files now");
    }
  }
}
