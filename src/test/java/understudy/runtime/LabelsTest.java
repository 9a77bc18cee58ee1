package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import understudy.event.EventSink;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.Received;
import understudy.event.RuntimeEvent.Sent;

class LabelsTest {
  private final Labels labels = new Labels();

  private void sent(long id, String label) {
    labels.remember(new Sent(Pid.NONE, new Pid(1), id, label));
  }

  @Test
  void aMessageThatWasSentBeforeAnybodyWatchedGetsATextOfItsOwn() {
    assertThat(labels.of(7, "seven")).isEqualTo("seven");
    sent(0, "not numbered");
    assertThat(labels.of(0, "also not numbered")).isEqualTo("also not numbered");
  }

  @Test
  void noMessageGetsTheTextOfAnotherHoweverManyAreOnTheirWay() {
    LongStream.rangeClosed(1, 100_000).forEach(id -> sent(id, "text " + id));
    assertThat(LongStream.rangeClosed(1, 100_000).mapToObj(id -> labels.of(id, "text " + id)))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 100_000).mapToObj(id -> "text " + id).toList());
  }

  @Test
  void aMessageIsAskedForItsTextOnceFromSendingToReceiving() {
    List<RuntimeEvent> events = new ArrayList<>();
    var asked = new AtomicInteger();
    try (Vm vm = Vm.stepped(1, all(events))) {
      Pid receiver = vm.spawn(Behaviour.of("receiver", Self::receive));
      vm.send(receiver, new Counting(asked::incrementAndGet));
      vm.steps().runUntilIdle();
    }
    assertThat(events.stream().flatMap(LabelsTest::label)).containsExactly("asked 1", "asked 1");
  }

  private interface Count {
    int next();
  }

  private record Counting(Count count) {
    @Override
    public String toString() {
      return "asked " + count.next();
    }
  }

  private static Stream<String> label(RuntimeEvent event) {
    return event instanceof Sent sent
        ? Stream.of(sent.label())
        : event instanceof Received received ? Stream.of(received.label()) : Stream.empty();
  }

  private static EventSink all(List<RuntimeEvent> events) {
    return new EventSink() {
      @Override
      public boolean wants(Class<? extends RuntimeEvent> kind) {
        return true;
      }

      @Override
      public void emit(long nanos, RuntimeEvent event) {
        events.add(event);
      }
    };
  }
}
