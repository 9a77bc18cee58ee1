package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static understudy.otp.TaskTest.assertNothingLeft;
import static understudy.otp.TaskTest.crash;
import static understudy.otp.TaskTest.exitOf;
import static understudy.otp.TaskTest.failed;
import static understudy.otp.TaskTest.slow;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.otp.DynamicFlags.Flavour;
import understudy.otp.TaskEnd.Exited;
import understudy.otp.TaskEnd.Ok;
import understudy.runtime.Exit;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;
import understudy.runtime.Self;

/// Tasks under a supervisor: TSK-10 to TSK-13, TSK-17, TSK-20, TSK-21.
class TaskSupervisorTest {
  private static TaskSupervisor tasks(Self self) {
    return tasks(self, DynamicFlags.standard());
  }

  private static TaskSupervisor tasks(Self self, DynamicFlags flags) {
    return TaskSupervisor.at(Supervisor.startLink(self, TaskSupervisor.process(flags)).pid());
  }

  /// A supervisor of tasks that outlives whoever uses it.
  private static TaskSupervisor standing(Rig rig) {
    rig.spawn(self -> {
      var child = TaskSupervisor.child("Tasks", DynamicFlags.standard());
      Supervisor.startLink(
              self, Supervisor.process(SupervisorFlags.of(Strategy.ONE_FOR_ONE), List.of(child)))
          .pid();
      self.receive(_ -> false);
    });
    rig.idle();
    return TaskSupervisor.named("Tasks");
  }

  private static Pid pid(ChildResult result) {
    return ((ChildResult.Ok) result).pid();
  }

  @Seeded
  @DisplayName("TSK-10 the crash of an async_nolink task reaches its owner as DOWN only")
  void nolink(Rig rig) {
    rig.run(self -> {
      Task<String> task = tasks(self).asyncNolink(self, crash());
      assertThat(task.yield(self, ms(100))).contains(new Exited<>(BOOM));
      assertNothingLeft(self);
    });
  }

  @Seeded
  @DisplayName("TSK-11 tasks under a supervisor are temporary: whatever happens they run once")
  void temporary(Rig rig) {
    var runs = new ArrayList<Pid>();
    rig.run(self -> {
      TaskSupervisor tasks = tasks(self);
      pid(
          tasks.startChild(
              self,
              own -> {
                runs.add(own.pid());
                throw new Exit(BOOM);
              }));
      assertNothingLeft(self);
      assertThat(tasks.children(self)).isEmpty();
    });
    assertThat(runs).hasSize(1);
  }

  @Seeded
  @DisplayName("TSK-12 a task is stopped within 5000 ms unless told otherwise")
  void shutdownTime(Rig rig) {
    rig.run(self -> {
      TaskSupervisor tasks = tasks(self);
      Pid stubborn =
          pid(
              tasks.startChild(
                  self,
                  own -> {
                    own.trapExit(true);
                    return own.receive(_ -> false);
                  }));
      Pid plain = pid(tasks.startChild(self, slow("never", 60_000)));
      self.sleep(ms(10));
      assertThat(tasks.children(self)).containsExactlyInAnyOrder(stubborn, plain);
      long before = self.nanos();
      assertThat(tasks.terminateChild(self, plain)).isEqualTo(ChildResult.ok());
      assertThat(self.nanos()).isEqualTo(before);
      assertThat(tasks.terminateChild(self, stubborn)).isEqualTo(ChildResult.ok());
      assertThat(self.nanos() - before).isEqualTo(ms(5_000).toNanos());
      assertThat(rig.reason(stubborn)).isEqualTo(Atom.KILLED);
    });
  }

  @Seeded
  @DisplayName(
      "TSK-13 the owner's death ends a linked task, but not an async_nolink one that began")
  void ownerDies(Rig rig) {
    TaskSupervisor tasks = standing(rig);
    var started = new ArrayList<Task<String>>();
    ExitReason end =
        rig.endOf(self -> {
          started.add(tasks.async(self, slow("linked", 1_000)));
          started.add(tasks.asyncNolink(self, slow("free", 1_000)));
          self.sleep(ms(10));
          throw new Exit(BOOM);
        });
    assertThat(end).isEqualTo(BOOM);
    assertThat(rig.reason(started.getFirst().pid())).isEqualTo(BOOM);
    assertThat(rig.reason(started.getLast().pid())).isEqualTo(Atom.NORMAL);
  }

  @Seeded
  @DisplayName("TSK-13 a supervised task whose owner died before it began does not begin")
  void ownerDiesFirst(Rig rig) {
    Pid owner = rig.idler();
    Pid task = rig.vm.spawn(TaskProcess.ordered(Optional.of(owner)));
    rig.idle();
    assertThat(rig.vm.isAlive(task)).isTrue();
    rig.vm.exit(owner, BOOM);
    rig.idle();
    assertThat(rig.reason(task)).isEqualTo(ExitReason.tuple(Atom.SHUTDOWN, BOOM));
  }

  @Seeded
  @DisplayName("TSK-03 a supervised async task is linked to its owner")
  void linked(Rig rig) {
    TaskSupervisor tasks = standing(rig);
    assertThat(rig.endOf(self -> tasks.async(self, crash()).await(self))).isEqualTo(BOOM);
    rig.run(self -> {
      assertThat(tasks.async(self, slow("done", 10)).await(self)).isEqualTo("done");
      assertThat(tasks.children(self)).isEmpty();
    });
  }

  @Seeded
  @DisplayName("TSK-17 a transient task runs again after a crash, a permanent one always")
  void restarted(Rig rig) {
    var runs = new ArrayList<String>();
    rig.run(self -> {
      TaskSupervisor tasks = tasks(self, DynamicFlags.standard());
      tasks.startChild(
          self,
          _ -> {
            runs.add("transient");
            if (runs.size() < 3) {
              throw new Exit(BOOM);
            }
            return "well";
          },
          RestartType.TRANSIENT);
      self.sleep(ms(10));
      assertThat(runs).hasSize(3);
      tasks.startChild(
          self,
          own -> {
            runs.add("permanent");
            own.sleep(Duration.ofSeconds(10));
            return "again";
          },
          RestartType.PERMANENT);
      self.sleep(Duration.ofSeconds(25));
      assertThat(runs.subList(3, runs.size()))
          .containsExactly("permanent", "permanent", "permanent");
    });
  }

  @Seeded
  @DisplayName("TSK-20 at max_children start_child answers an error and async raises one")
  void full(Rig rig) {
    rig.run(self -> {
      TaskSupervisor tasks = tasks(self, new DynamicFlags(3, 5, 1, Flavour.DYNAMIC));
      Task<String> only = tasks.asyncNolink(self, slow("only", 50));
      assertThat(tasks.startChild(self, _ -> "more")).isEqualTo(ChildResult.failed("max_children"));
      assertThatThrownBy(() -> tasks.async(self, _ -> "more"))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> tasks.asyncNolink(self, _ -> "more"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("max_children");
      assertThat(only.await(self)).isEqualTo("only");
      self.sleep(ms(1));
      assertThat(tasks.async(self, _ -> "now").await(self)).isEqualTo("now");
    });
  }

  @Seeded
  @DisplayName("TSK-21 await works on an async_nolink task, and exits with the reason of a crash")
  void awaitNolink(Rig rig) {
    rig.run(self -> {
      TaskSupervisor tasks = tasks(self);
      assertThat(tasks.asyncNolink(self, slow("done", 10)).await(self)).isEqualTo("done");
      Task<String> broken = tasks.asyncNolink(self, crash());
      assertThat(exitOf(() -> broken.await(self))).isEqualTo(failed(BOOM, "await", broken));
      assertNothingLeft(self);
    });
  }

  @Seeded
  @DisplayName("TSK-16 TSK-10 a stream under a supervisor, without links, survives each crash")
  void streams(Rig rig) {
    TaskStream.Each<Integer, Integer> halves =
        (_, number) -> {
          if (number % 2 == 1) {
            throw new Exit(BOOM);
          }
          return number / 2;
        };
    rig.run(self -> {
      TaskSupervisor tasks = tasks(self);
      var two = TaskStream.Options.concurrent(2);
      assertThat(tasks.asyncStreamNolink(self, List.of(2, 3, 4), halves, two))
          .containsExactly(new Ok<>(1), new Exited<>(BOOM), new Ok<>(2));
      assertThat(tasks.asyncStream(self, List.of(2, 4), halves, two))
          .containsExactly(new Ok<>(1), new Ok<>(2));
      assertNothingLeft(self);
    });
  }

  @Seeded
  @DisplayName("GS-11 the use of a task supervisor that is not there exits with noproc")
  void nobody(Rig rig) {
    rig.run(self ->
        assertThat(exitOf(() -> TaskSupervisor.named("Nobody").async(self, _ -> 1)).toString())
            .startsWith("{noproc, {GenServer, call, Nobody, "));
  }
}
