package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import understudy.event.EventSink;
import understudy.event.Pid;

class PidTableTest {
  private final Vm vm = Vm.stepped(1, EventSink.NONE);
  private final PidTable table = new PidTable();

  @AfterEach
  void close() {
    vm.close();
  }

  private Cell add() {
    Cell cell = new Cell(vm, table.next(), Pid.NONE, Behaviour.of("idle", _ -> {}), 0);
    table.put(cell);
    return cell;
  }

  @Test
  @DisplayName("PRC-06 a pid leads to its process while that lives, and to nobody afterwards")
  void leads() {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      cells.add(add());
    }
    assertThat(table.alive()).isEqualTo(20_000);
    assertThat(cells).allMatch(cell -> table.get(cell.pid) == cell);
    cells.stream()
        .filter(cell -> cell.pid.number() % 3 != 0)
        .forEach(cell -> table.remove(cell.pid));
    assertThat(cells)
        .allMatch(cell -> (table.get(cell.pid) == cell) == (cell.pid.number() % 3 == 0));
    cells.forEach(cell -> table.remove(cell.pid));
    assertThat(table.alive()).isZero();
    assertThat(cells).noneMatch(cell -> table.get(cell.pid) != null);
    Cell late = add();
    assertThat(table.get(late.pid)).isSameAs(late);
    assertThat(table.alive()).isEqualTo(1);
  }

  @Test
  @DisplayName("nobody, and numbers that were never given, lead to nobody")
  void nobody() {
    assertThat(table.get(Pid.NONE)).isNull();
    assertThat(table.get(new Pid(7))).isNull();
    assertThat(table.get(new Pid(Integer.MAX_VALUE))).isNull();
    assertThat(table.get(new Pid(Long.MAX_VALUE))).isNull();
  }
}
