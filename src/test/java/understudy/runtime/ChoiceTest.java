package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import understudy.event.EventSink;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.runtime.Steps.Delivered;

/// A hand chooses which message is taken next.
class ChoiceTest {
  private static final class Log implements EventSink {
    private final List<RuntimeEvent> events = new ArrayList<>();

    @Override
    public boolean wants(Class<? extends RuntimeEvent> kind) {
      return true;
    }

    @Override
    public void emit(long nanos, RuntimeEvent event) {
      events.add(event);
    }

    long number(String label) {
      return events.stream()
          .filter(e -> e instanceof RuntimeEvent.Sent sent && sent.label().equals(label))
          .mapToLong(e -> ((RuntimeEvent.Sent) e).messageId())
          .findFirst()
          .orElseThrow();
    }

    List<String> taken(Pid by) {
      return events.stream()
          .filter(RuntimeEvent.Received.class::isInstance)
          .map(RuntimeEvent.Received.class::cast)
          .filter(received -> received.subject().equals(by))
          .map(RuntimeEvent.Received::label)
          .toList();
    }
  }

  /// Takes whatever comes.
  private record Listener() implements Behaviour {
    @Override
    public void start(Self self) {}

    @Override
    public void handle(Self self, Object message) {}

    @Override
    public String name() {
      return "listener";
    }
  }

  private record Choice(long beats, long nanos, Pid to, long message) {}

  private final Log log = new Log();

  private static Pid sender(Vm vm, Pid to, String name, int count) {
    return vm.spawn(
        Behaviour.of(
            name, self -> IntStream.rangeClosed(1, count).forEach(i -> self.send(to, name + i))));
  }

  /// Two senders have sent; the receiver, suspended meanwhile, has taken nothing yet.
  private Pid crowded(Vm vm, int each) {
    Pid receiver = vm.spawn(new Listener());
    vm.steps().runUntilIdle();
    vm.suspend(receiver, true);
    sender(vm, receiver, "a", each);
    sender(vm, receiver, "b", each);
    vm.steps().runUntilIdle();
    vm.suspend(receiver, false);
    return receiver;
  }

  @Test
  @DisplayName("MSG-04 MSG-05 the first message of any sender can be taken next")
  void anySender() {
    for (String first : List.of("a1", "b1")) {
      var events = new Log();
      try (var vm = Vm.stepped(7, events)) {
        Pid receiver = vm.spawn(new Listener());
        vm.steps().runUntilIdle();
        vm.suspend(receiver, true);
        sender(vm, receiver, "a", 2);
        sender(vm, receiver, "b", 2);
        vm.steps().runUntilIdle();
        vm.suspend(receiver, false);
        assertThat(vm.steps().deliver(receiver, events.number(first))).isEqualTo(Delivered.TAKEN);
        assertThat(events.taken(receiver)).containsExactly(first);
        vm.steps().runUntilIdle();
        assertThat(events.taken(receiver)).hasSize(4).containsSubsequence("a1", "a2");
        assertThat(events.taken(receiver)).containsSubsequence("b1", "b2");
      }
    }
  }

  @Test
  @DisplayName("MSG-03 a message cannot overtake an earlier one of the same sender")
  void ownOrder() {
    try (var vm = Vm.stepped(1, log)) {
      Pid receiver = crowded(vm, 3);
      var steps = vm.steps();
      assertThat(steps.deliver(receiver, log.number("b2"))).isEqualTo(Delivered.NOT_ITS_TURN);
      assertThat(log.taken(receiver)).isEmpty();
      assertThat(steps.deliver(receiver, log.number("b1"))).isEqualTo(Delivered.TAKEN);
      assertThat(steps.deliver(receiver, log.number("b2"))).isEqualTo(Delivered.TAKEN);
      assertThat(log.taken(receiver)).containsExactly("b1", "b2");
    }
  }

  @Test
  @DisplayName("MSG-03 a message cannot overtake an exit signal of the same sender")
  void ownSignals() {
    try (var vm = Vm.stepped(1, log)) {
      Pid receiver =
          vm.spawn(
              Behaviour.of(
                  "trapper",
                  self -> {
                    self.trapExit(true);
                    self.receive(message -> message.equals("never"));
                  }));
      vm.steps().runUntilIdle();
      vm.spawn(
          Behaviour.of(
              "sender",
              self -> {
                self.exit(receiver, BOOM);
                self.send(receiver, "after");
              }));
      vm.steps().runUntilIdle();
      assertThat(vm.steps().deliver(receiver, log.number("after")))
          .isEqualTo(Delivered.NOT_ITS_TURN);
    }
  }

  @Test
  @DisplayName("MSG-06 a process inside a selective receive may take another first")
  void selective() {
    try (var vm = Vm.stepped(1, log)) {
      Pid receiver =
          vm.spawn(
              Behaviour.of(
                  "picky",
                  self -> {
                    self.receive(message -> message.equals("key"));
                    self.receive();
                    self.receive();
                  }));
      vm.steps().runUntilIdle();
      sender(vm, receiver, "a", 1);
      vm.steps().runUntilIdle();
      sender(vm, receiver, "b", 1);
      vm.steps().runUntilIdle();
      assertThat(vm.steps().deliver(receiver, log.number("b1"))).isEqualTo(Delivered.FIRST);
      assertThat(log.taken(receiver)).isEmpty();
      vm.send(receiver, "key");
      vm.steps().runUntilIdle();
      assertThat(log.taken(receiver)).containsExactly("key", "b1", "a1");
    }
  }

  @Test
  @DisplayName("MSG-04 whom a receiver hears first can be chosen while both are on their way")
  void onTheWay() {
    for (String first : List.of("a1", "b1")) {
      var events = new Log();
      try (var vm = Vm.stepped(3, events)) {
        Pid receiver =
            vm.spawn(Behaviour.of("asks", self -> self.receive(m -> m.toString().endsWith("1"))));
        vm.steps().runUntilIdle();
        vm.suspend(receiver, true);
        sender(vm, receiver, "a", 1);
        sender(vm, receiver, "b", 1);
        vm.steps().runUntilIdle();
        vm.suspend(receiver, false);
        vm.steps().deliver(receiver, events.number(first));
        vm.steps().runUntilIdle();
        assertThat(events.taken(receiver)).hasSize(1);
      }
    }
  }

  @Test
  void theSuspendedAndTheDeadTakeNothing() {
    try (var vm = Vm.stepped(1, log)) {
      Pid receiver = crowded(vm, 1);
      vm.suspend(receiver, true);
      var steps = vm.steps();
      assertThat(steps.deliver(receiver, log.number("a1"))).isEqualTo(Delivered.SUSPENDED);
      assertThat(steps.deliver(receiver, 999)).isEqualTo(Delivered.GONE);
      vm.exit(receiver, understudy.event.ExitReason.Atom.KILL);
      steps.runUntilIdle();
      assertThat(steps.deliver(receiver, log.number("a1"))).isEqualTo(Delivered.GONE);
    }
  }

  @Test
  void amongManyMessagesOneIsFound() {
    try (var vm = Vm.stepped(1, log)) {
      Pid receiver = crowded(vm, 300);
      assertThat(vm.steps().deliver(receiver, log.number("b1"))).isEqualTo(Delivered.TAKEN);
      assertThat(vm.steps().deliver(receiver, log.number("a1"))).isEqualTo(Delivered.TAKEN);
      vm.steps().runUntilIdle();
      var taken = log.taken(receiver);
      assertThat(taken).hasSize(600).startsWith("b1", "a1");
      assertThat(taken.stream().filter(l -> l.startsWith("a")).toList())
          .isEqualTo(IntStream.rangeClosed(1, 300).mapToObj(i -> "a" + i).toList());
    }
  }

  /// Three who talk to one, in virtual time.
  private static Pid talk(Vm vm) {
    Pid receiver = vm.spawn(new Listener());
    for (String name : List.of("a", "b", "c")) {
      vm.spawn(
          Behaviour.of(
              name,
              self -> {
                for (int i = 0; i < 20; i++) {
                  self.send(receiver, name + i);
                  self.send(receiver, name + i + "+");
                  self.sleep(ms(10));
                }
              }));
    }
    return receiver;
  }

  @Test
  @DisplayName("MSG-05 the same seed and the same choices give the same run, event for event")
  void again() {
    for (long seed = 1; seed < 6; seed++) {
      var first = new Log();
      var choices = new ArrayList<Choice>();
      try (var vm = Vm.stepped(seed, first)) {
        Pid receiver = talk(vm);
        for (int i = 0; i < 90 && vm.steps().stepUntil(Long.MAX_VALUE / 2); i++) {
          var waiting = vm.table().info(receiver).orElseThrow().waiting();
          for (var message : waiting.reversed()) {
            var choice = new Choice(vm.steps().beats(), vm.nanos(), receiver, message.number());
            if (waiting.size() > 1
                && vm.steps().deliver(receiver, message.number()) == Delivered.TAKEN) {
              choices.add(choice);
              break;
            }
          }
        }
        vm.steps().advance(ms(1_000));
      }
      assertThat(choices).as("seed %d", seed).isNotEmpty();
      var second = new Log();
      try (var vm = Vm.stepped(seed, second)) {
        talk(vm);
        for (var choice : choices) {
          assertThat(vm.steps().runTo(choice.beats(), choice.nanos())).as("seed %d", seed).isTrue();
          vm.steps().deliver(choice.to(), choice.message());
        }
        vm.steps().advance(Rig.QUIET);
        vm.steps().advance(ms(1_000));
      }
      assertThat(second.events).isEqualTo(first.events);
    }
  }

  @Test
  void steppingThroughGivesTheSameRunAsPlaying() {
    var played = new Log();
    try (var vm = Vm.stepped(5, played)) {
      talk(vm);
      vm.steps().advance(ms(400));
    }
    try (var vm = Vm.stepped(5, log)) {
      talk(vm);
      int turns = 0;
      while (vm.steps().stepUntil(400_000_000L)) {
        turns++;
      }
      assertThat(turns).isGreaterThan(60);
      assertThat(vm.nanos()).isEqualTo(400_000_000L);
    }
    assertThat(log.events).isEqualTo(played.events);
  }

  @Test
  void goingFromBeatToBeatGivesTheSameRunAsPlaying() {
    var played = new Log();
    try (var vm = Vm.stepped(5, played)) {
      talk(vm);
      vm.steps().advance(ms(400));
    }
    try (var vm = Vm.stepped(5, log)) {
      talk(vm);
      long beats = 0;
      while (vm.steps().beat(400_000_000L)) {
        assertThat(vm.steps().beats()).isEqualTo(++beats);
      }
      assertThat(beats).isGreaterThan(120);
      assertThat(vm.nanos()).isEqualTo(400_000_000L);
    }
    assertThat(log.events).isEqualTo(played.events);
  }

  @Test
  void aSlowProcessTakesItsTimeOverEachMessageAndDiesAtOnce() {
    try (var vm = Vm.stepped(1, log)) {
      Pid receiver = vm.spawn(new Listener());
      vm.steps().runUntilIdle();
      vm.slow(receiver, ms(100));
      sender(vm, receiver, "a", 5);
      vm.steps().advance(ms(250));
      assertThat(log.taken(receiver)).containsExactly("a1", "a2", "a3");
      vm.exit(receiver, BOOM);
      vm.steps().runUntilIdle();
      assertThat(vm.isAlive(receiver)).isFalse();
    }
  }

  @Test
  void whoIsQuickAgainTakesTheRestAtOnce() {
    try (var vm = Vm.stepped(1, log)) {
      Pid receiver = vm.spawn(new Listener());
      vm.steps().runUntilIdle();
      vm.slow(receiver, ms(100));
      sender(vm, receiver, "a", 9);
      vm.steps().advance(ms(50));
      vm.slow(receiver, ms(0));
      vm.steps().advance(ms(100));
      assertThat(log.taken(receiver)).hasSize(9);
    }
  }
}
