package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static understudy.otp.TaskTest.assertNothingLeft;
import static understudy.otp.TaskTest.exitOf;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Tuple;
import understudy.event.RuntimeEvent;
import understudy.otp.TaskEnd.Exited;
import understudy.otp.TaskEnd.Ok;
import understudy.runtime.Exit;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

/// Streams of tasks: TSK-16.
class TaskStreamTest {
  private static final TaskStream.Options THREE = TaskStream.Options.concurrent(3);

  /// Takes as many milliseconds as its input says.
  private static final TaskStream.Each<Integer, Integer> SLEEPS =
      (self, millis) -> {
        self.sleep(ms(millis));
        return millis;
      };

  private static List<Integer> values(List<TaskEnd<Integer>> ends) {
    return ends.stream().map(end -> ((Ok<Integer>) end).value()).toList();
  }

  @Seeded
  @DisplayName(
      "TSK-16 at most max_concurrency tasks run at once, results in the order of the inputs")
  void ordered(Rig rig) {
    rig.run(self -> {
      var now = new AtomicInteger();
      var most = new AtomicInteger();
      List<Integer> inputs = List.of(90, 10, 50, 20, 70, 30, 0);
      var ends =
          Task.<Integer, Integer>asyncStream(
              self,
              inputs,
              (own, millis) -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                own.sleep(ms(millis));
                now.decrementAndGet();
                return millis;
              },
              THREE);
      assertThat(values(ends)).isEqualTo(inputs);
      assertThat(most).hasValue(3);
      assertNothingLeft(self);
    });
  }

  @Seeded
  @DisplayName("TSK-16 unordered results come as they happen")
  void unordered(Rig rig) {
    rig.run(self -> {
      var ends = Task.asyncStream(self, List.of(90, 10, 50, 20), SLEEPS, THREE.unordered());
      assertThat(values(ends)).containsExactly(10, 20, 50, 90).doesNotHaveDuplicates();
    });
  }

  @Seeded
  @DisplayName("TSK-16 inputs are taken only as tasks become free")
  void lazy(Rig rig) {
    rig.run(self -> {
      var taken = new AtomicInteger();
      Iterable<Integer> endless = () -> Stream.generate(() -> taken.incrementAndGet()).iterator();
      Exit enough = new Exit(Atom.SHUTDOWN);
      ExitReason end =
          exitOf(() -> {
            Task.asyncStream(
                self,
                endless,
                SLEEPS,
                THREE,
                one -> {
                  if (one.equals(new Ok<>(10))) {
                    throw enough;
                  }
                });
            return "the end";
          });
      assertThat(end).isEqualTo(Atom.SHUTDOWN);
      assertThat(taken.get()).isLessThanOrEqualTo(13);
      assertNothingLeft(self);
    });
    assertThat(alive(rig)).isZero();
  }

  private static long alive(Rig rig) {
    return rig.events(RuntimeEvent.Spawned.class).stream()
        .filter(one -> rig.end(one.subject()).isEmpty())
        .count();
  }

  @Seeded
  @DisplayName("TSK-16 a task over its own limit makes the owner exit, and no task is left")
  void timeout(Rig rig) {
    ExitReason end =
        rig.endOf(
            self -> Task.asyncStream(self, List.of(10, 200, 300), SLEEPS, THREE.within(ms(100))));
    assertThat(((Tuple) end).elements().getFirst()).isEqualTo(new Atom("timeout"));
    assertThat(alive(rig)).isZero();
  }

  @Seeded
  @DisplayName("TSK-16 with on_timeout kill_task it is killed and ends with timeout")
  void killed(Rig rig) {
    rig.run(self -> {
      var ends =
          Task.asyncStream(
              self, List.of(90, 200, 80, 70), SLEEPS, THREE.within(ms(100)).killingLate());
      assertThat(ends)
          .containsExactly(
              new Ok<>(90), new Exited<>(new Atom("timeout")), new Ok<>(80), new Ok<>(70));
      assertNothingLeft(self);
    });
    assertThat(alive(rig)).isZero();
  }

  @Seeded
  @DisplayName("TSK-16 TSK-03 a crash ends a plain owner and all its tasks; one that traps goes on")
  void crash(Rig rig) {
    TaskStream.Each<Integer, Integer> failing =
        (self, millis) -> {
          self.sleep(ms(millis));
          if (millis == 20) {
            throw new Exit(BOOM);
          }
          return millis;
        };
    List<Integer> inputs = List.of(10, 20, 30, 40);
    assertThat(rig.endOf(self -> Task.asyncStream(self, inputs, failing, THREE))).isEqualTo(BOOM);
    assertThat(alive(rig)).isZero();
    rig.run(self -> {
      self.trapExit(true);
      assertThat(Task.asyncStream(self, inputs, failing, THREE))
          .containsExactly(new Ok<>(10), new Exited<>(BOOM), new Ok<>(30), new Ok<>(40));
      assertNothingLeft(self);
    });
  }

  @Test
  @DisplayName("TSK-16 max_concurrency is 1 or more")
  void none() {
    assertThatThrownBy(() -> TaskStream.Options.concurrent(0)).hasMessageContaining("got 0");
  }
}
