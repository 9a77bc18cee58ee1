package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import understudy.event.Pid;
import understudy.viewmodel.Phase;
import understudy.viewmodel.RollPage;
import understudy.viewmodel.RollQuery;
import understudy.viewmodel.RollRow;

/// A million rows of which a page is known.
class RollListTest {
  private final RollList list = new RollList();
  private long version;

  private void show(int from, int size, int matching) {
    List<RollRow> rows = new ArrayList<>();
    for (int rank = from; rank < Math.min(matching, from + size); rank++) {
      rows.add(row(rank));
    }
    list.show(new RollPage(++version, RollQuery.HIDDEN, from, rows, matching, matching, false));
  }

  private static RollRow row(int rank) {
    String name = "w" + rank;
    return new RollRow(rank, name, name, new Pid(rank), Phase.RUNNING, 0, 0, 0, 0, "app", "Worker");
  }

  @Test
  void hasAsManyRowsAsMatchAndKnowsThoseOfThePage() {
    show(500_000, 200, 1_000_000);
    assertThat(list).hasSize(1_000_000);
    assertThat(list.get(500_000).name()).isEqualTo("w500000");
    assertThat(list.get(500_199).isKnown()).isTrue();
    assertThat(list.get(500_200).isKnown()).isFalse();
    assertThat(list.getFirst().isKnown()).isFalse();
    assertThat(list.rank(500_007)).isEqualTo(500_007);
    assertThat(list.rank(3)).isEqualTo(-1);
    assertThat(list.indexOf(row(500_007))).isEqualTo(500_007);
  }

  @Test
  void saysExactlyWhatHasChanged() {
    long seed = 20_261_126;
    var random = new Random(seed);
    List<RollRow> mirror = new ArrayList<>();
    list.addListener(
        (ListChangeListener<RollRow>)
            change -> {
              while (change.next()) {
                assertThat(change.wasPermutated()).isFalse();
                mirror
                    .subList(change.getFrom(), change.getFrom() + change.getRemovedSize())
                    .clear();
                mirror.addAll(
                    change.getFrom(),
                    new ArrayList<>(change.getList().subList(change.getFrom(), change.getTo())));
              }
            });
    for (int i = 0; i < 300; i++) {
      int matching = random.nextInt(400);
      show(matching == 0 ? 0 : random.nextInt(matching), random.nextInt(60), matching);
      assertThat(mirror).as("seed %s, page %s", seed, i).isEqualTo(List.copyOf(list));
    }
  }

  @Test
  void aPageThatIsShownAgainChangesNothing() {
    show(0, 200, 1_000);
    list.addListener(
        (ListChangeListener<RollRow>)
            change -> {
              throw new AssertionError("changed: " + change);
            });
    show(0, 200, 1_000);
  }
}
