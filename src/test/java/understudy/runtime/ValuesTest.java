package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;

class ValuesTest {
  private record Order(String what, int many, List<String> notes) {}

  private record Basket(Order order, StringBuilder label) {}

  private record Holder(AtomicInteger count) {}

  private static class Open {
    int count;

    @Override
    public String toString() {
      return "open " + count;
    }
  }

  static Stream<Object> values() {
    return Stream.of(
        "text",
        42,
        4.2,
        true,
        'c',
        Duration.ofSeconds(1),
        new Pid(1),
        new Atom("boom"),
        new ExitMessage(new Pid(1), Atom.NORMAL),
        new Order("tea", 2, List.of("hot")),
        List.of(1, 2),
        Map.of("a", 1),
        Optional.of("x"),
        Thread.State.NEW,
        (Runnable) () -> {},
        new IllegalStateException("told"));
  }

  @ParameterizedTest
  @MethodSource("values")
  @DisplayName("MSG-11 a value may be sent")
  void taken(Object value) {
    assertThatCode(() -> Values.require(value)).doesNotThrowAnyException();
  }

  static Stream<Object> changeable() {
    return Stream.of(
        new int[] {1},
        new String[] {"a"},
        new StringBuilder(),
        new ArrayList<>(List.of(1)),
        new HashMap<>(Map.of("a", 1)),
        new AtomicInteger(1),
        new Open(),
        new Holder(new AtomicInteger()),
        new Basket(new Order("tea", 1, List.of()), new StringBuilder()));
  }

  @ParameterizedTest
  @MethodSource("changeable")
  @DisplayName("MSG-11 what somebody could change is refused, with what to send instead")
  void refused(Object message) {
    assertThatThrownBy(() -> Values.require(message))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MSG-11")
        .hasMessageContaining(message.getClass().getSimpleName())
        .hasMessageContaining("send a record of values");
  }
}
