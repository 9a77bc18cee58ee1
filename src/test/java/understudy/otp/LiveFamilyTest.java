package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import understudy.event.EventSink;
import understudy.event.ExitReason.Atom;
import understudy.runtime.Behaviour;
import understudy.runtime.DownMessage;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// The family on many threads at once: what needs no clock holds there, too.
class LiveFamilyTest {
  private static final Registry<String, Integer> ROOMS =
      Registry.<String, Integer>unique("Rooms").partitioned(2);
  private static final PubSub<String> NEWS = PubSub.named("News");

  /// Longer than a machine that is busy with other things takes.
  private static final Duration PATIENCE = Duration.ofSeconds(50);

  private interface Story<T> {
    T tell(Self self) throws Exception;
  }

  private static <T> T live(Story<T> story) throws Exception {
    try (Vm vm = Vm.live(EventSink.NONE)) {
      var told = new CompletableFuture<T>();
      vm.spawn(
          Behaviour.of(
              "story",
              self -> {
                try {
                  told.complete(story.tell(self));
                } catch (Throwable thrown) {
                  told.completeExceptionally(thrown);
                  throw thrown;
                }
              }));
      return told.get(60, TimeUnit.SECONDS);
    }
  }

  @RepeatedTest(10)
  @DisplayName("TSK-02 TSK-14 TSK-16 many tasks at once give all their results")
  void tasks() throws Exception {
    List<Integer> numbers = IntStream.range(0, 300).boxed().toList();
    List<Integer> results =
        live(self -> {
          var tasks = numbers.stream().map(number -> Task.async(self, _ -> number)).toList();
          return Task.awaitMany(self, tasks, PATIENCE);
        });
    assertThat(results).isEqualTo(numbers);
    List<TaskEnd<Integer>> ends =
        live(self ->
            Task.<Integer, Integer>asyncStream(
                self,
                numbers,
                (_, number) -> number,
                TaskStream.Options.concurrent(4).within(PATIENCE)));
    assertThat(ends).hasSize(300).startsWith(new TaskEnd.Ok<>(0));
  }

  @RepeatedTest(10)
  @DisplayName("REG-01 REG-06 of many that want one key one gets it, and its death frees the key")
  void oneKey() throws Exception {
    List<Integer> winners =
        live(self -> {
          Supervisor.startLink(self, ROOMS.process()).pid();
          for (int i = 0; i < 50; i++) {
            Task.start(
                self,
                own -> {
                  own.send(self.pid(), ROOMS.register(own, "lobby", 0).isEmpty());
                  return own.receive(_ -> false);
                });
          }
          int won = 0;
          for (int i = 0; i < 50; i++) {
            won += (boolean) self.receive(Boolean.class::isInstance) ? 1 : 0;
          }
          var winner = ROOMS.lookup(self, "lobby").getFirst().pid();
          self.monitor(winner);
          self.exit(winner, Atom.KILL);
          self.receive(DownMessage.class::isInstance);
          return List.of(won, ROOMS.register(self, "lobby", 1).isEmpty() ? 1 : 0);
        });
    assertThat(winners).containsExactly(1, 1);
  }

  @RepeatedTest(10)
  @DisplayName("PUB-01 AGT-02 everybody hears, and each counts itself once")
  void everybody() throws Exception {
    int heard =
        live(self -> {
          Supervisor.startLink(self, NEWS.process()).pid();
          Agent<Integer> ears = Agent.startLink(self, () -> 0);
          var listeners =
              IntStream.range(0, 40)
                  .mapToObj(_ ->
                      Task.async(
                          self,
                          own -> {
                            NEWS.subscribe(own, "weather");
                            own.send(own.parent(), "ready");
                            own.receive("rain"::equals);
                            ears.update(own, count -> count + 1);
                            return true;
                          }))
                  .toList();
          listeners.forEach(_ -> self.receive("ready"::equals));
          NEWS.broadcast(self, "weather", "rain");
          Task.awaitMany(self, listeners, PATIENCE);
          return ears.get(self);
        });
    assertThat(heard).isEqualTo(40);
  }
}
