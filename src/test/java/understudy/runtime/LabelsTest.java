package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import understudy.event.EventSink;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.Received;
import understudy.event.RuntimeEvent.Sent;

class LabelsTest {
  @Test
  void aMessageThatWasSentBeforeAnybodyWatchedGetsATextOfItsOwn() {
    assertThat(new Signal.Message("seven").label()).isEqualTo("seven");
    assertThat(new Signal.Numbered("eight", 8, Pid.NONE).label()).isEqualTo("eight");
  }

  @Test
  void aThousandMessagesOnTheirWayToOneProcessAreAskedForTheirTextsOnceEach() {
    List<RuntimeEvent> events = new ArrayList<>();
    var asked = new AtomicInteger();
    try (Vm vm = Vm.stepped(1, all(events))) {
      Pid receiver = vm.spawn(Behaviour.of("receiver", LabelsTest::receiveThousand));
      for (int i = 0; i < 1_000; i++) {
        vm.send(receiver, new Counting(asked::incrementAndGet));
      }
      vm.steps().runUntilIdle();
    }
    assertThat(events.stream().filter(Received.class::isInstance).flatMap(LabelsTest::label))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 1_000).mapToObj(i -> "asked " + i).toList());
    assertThat(asked).hasValue(1_000);
  }

  private static void receiveThousand(Self self) {
    for (int i = 0; i < 1_000; i++) {
      self.receive();
    }
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
