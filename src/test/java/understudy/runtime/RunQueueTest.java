package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import understudy.event.EventSink;
import understudy.event.Pid;

class RunQueueTest {
  private final Vm vm = Vm.stepped(1, EventSink.NONE);
  private final RunQueue queue = new RunQueue();

  @AfterEach
  void close() {
    vm.close();
  }

  private List<Cell> cells(int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> vm.newCell(Pid.NONE, Behaviour.of("idle", _ -> {})))
        .toList();
  }

  @Test
  @DisplayName("the oldest goes first, and the ring grows as needed")
  void oldestFirst() {
    List<Cell> many = cells(5_000);
    many.forEach(queue::add);
    assertThat(queue.size()).isEqualTo(5_000);
    for (Cell cell : many) {
      assertThat(queue.take()).isSameAs(cell);
    }
    assertThat(queue.take()).isNull();
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  @DisplayName("the process woken last has a place of its own and displaces the one before")
  void wokenLast() {
    Cell first = cells(1).getFirst();
    Cell second = cells(1).getFirst();
    assertThat(queue.wake(first)).isNull();
    assertThat(queue.wake(second)).isSameAs(first);
    assertThat(queue.isEmpty()).isFalse();
    assertThat(queue.size()).isZero();
    assertThat(queue.takeNext()).isSameAs(second);
    assertThat(queue.takeNext()).isNull();
  }
}
