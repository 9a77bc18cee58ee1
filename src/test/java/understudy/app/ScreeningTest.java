package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Notice;
import understudy.viewmodel.Showing;
import understudy.viewmodel.Sides;

/// Runs side by side, without the window.
class ScreeningTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path folder = Path.of("");
  private final Session session = new Session(1);

  @AfterEach
  void close() {
    session.close();
  }

  private void order(Showing what) {
    session.carryOut(new Effect.Show(what));
    session.pass(0);
  }

  private Sides sides() {
    session.ask();
    session.pass(0);
    return session.sides().orElse(Sides.CLOSED);
  }

  private Frame frame() {
    session.ask();
    session.pass(0);
    return session.poll().orElseThrow();
  }

  private Sides prepared() {
    var now = sides();
    long jumps = -1;
    for (int i = 0;
        i < 10_000 && (now.preparing().isPresent() || jumps < now.clock().jumps());
        i++) {
      jumps = now.clock().jumps();
      now = sides();
    }
    assertThat(now.preparing()).isEmpty();
    return now;
  }

  private void open(String lesson, double seconds) {
    session.carryOut(new Effect.OpenLesson(lesson));
    for (int i = 0; i < seconds * 100; i++) {
      session.pass(SECOND / 100);
    }
  }

  /// What is seen of each process, on each side.
  private static List<String> looks(Sides sides) {
    List<String> looks = new ArrayList<>();
    for (var side : sides.sides()) {
      var field = side.frame().field();
      for (int row = 0; row < field.size(); row++) {
        looks.add(
            "%s %d %s %d %d %s"
                .formatted(
                    side.name(),
                    field.pid(row),
                    field.phase(row),
                    field.restarts(row),
                    field.depth(row),
                    side.apart().fate().contains(field.slot(row))));
      }
    }
    return looks;
  }

  private List<String> looksAt(long nanos) {
    order(new Showing.Seek(nanos));
    return looks(prepared());
  }

  @Test
  void aMomentLooksTheSameWhereverOneComesFrom() {
    open("one_for_all", 1);
    order(new Showing.Strategies());
    prepared();
    order(new Showing.TogglePlay());
    var before = looksAt(0);
    var onward = looksAt(2 * SECOND);
    var end = looksAt(20 * SECOND);
    assertThat(looksAt(2 * SECOND)).isEqualTo(onward).isNotEqualTo(before).isNotEqualTo(end);
    assertThat(onward.size()).isEqualTo(12);
  }

  @Test
  void whatDiffersIsOutlinedAndNothingElse() {
    open("one_for_all", 1);
    order(new Showing.Strategies());
    prepared();
    order(new Showing.TogglePlay());
    assertThat(looksAt(SECOND / 2)).noneMatch(each -> each.endsWith("true"));
    assertThat(looksAt(20 * SECOND))
        .filteredOn(each -> each.endsWith("true"))
        .hasSize(9)
        .noneMatch(each -> each.contains(" 3 "));
  }

  @Test
  void theWorldStandsStillMeanwhileAndGoesOnAfterwards() {
    open("chat", 3);
    long before = frame().strip().nanos();
    order(new Showing.Strategies());
    prepared();
    session.pass(SECOND);
    assertThat(frame().strip().nanos()).isEqualTo(before);
    order(new Showing.Close());
    assertThat(session.sides()).hasValue(Sides.CLOSED);
    session.pass(SECOND / 10);
    assertThat(frame().strip().nanos()).isEqualTo(before + SECOND / 10);
  }

  @Test
  void preparingCanBeCalledOff() throws Exception {
    var file = folder.resolve("long.yaml");
    Files.writeString(
        file,
        """
        id: long
        title: a script of an hour
        tree: {id: top, type: supervisor, children: [{id: one}]}
        steps: [{op: start}, {op: wait, ms: 600000}]
        """);
    session.carryOut(new Effect.Open(file));
    session.pass(0);
    order(new Showing.Strategies());
    assertThat(sides().isOpen()).isTrue();
    order(new Showing.Close());
    assertThat(frame().situation().lesson()).isEqualTo("long");
    assertThat(sides().isOpen()).isFalse();
  }

  @Test
  void oneOfThemStays() {
    open("one_for_one", 0.5);
    order(new Showing.Strategies());
    prepared();
    order(new Showing.Choose("one_for_all", false));
    prepared();
    order(new Showing.Choose("one_for_one", false));
    prepared();
    order(new Showing.Choose("rest_for_one", false));
    var left = prepared();
    assertThat(left.sides()).extracting(Sides.Side::name).containsExactly("rest_for_one");
    assertThat(left.notice().map(Notice::text)).hasValue("this is the only one that is shown");
  }

  @Test
  void whereNothingPlaysThatIsTold() {
    order(new Showing.Strategies());
    assertThat(frame().situation().notice().map(Notice::text).orElse(""))
        .contains("open a lesson first");
  }
}
