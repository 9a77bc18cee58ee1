package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Ref;
import understudy.event.ExitReason.Tuple;
import understudy.event.Pid;
import understudy.otp.TaskEnd.Exited;
import understudy.otp.TaskEnd.Ok;
import understudy.runtime.DownMessage;
import understudy.runtime.Exit;
import understudy.runtime.ExitMessage;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;
import understudy.runtime.Self;

/// Tasks of their owner alone: TSK-01 to TSK-09, TSK-11, TSK-14, TSK-15, TSK-18, TSK-19.
class TaskTest {
  private static final ShutdownTime KILL = new ShutdownTime.BrutalKill();

  /// Work that takes `millis`.
  static Task.Work<String> slow(String result, long millis) {
    return self -> {
      self.sleep(ms(millis));
      return result;
    };
  }

  static <T> Task.Work<T> crash() {
    return _ -> {
      throw new Exit(BOOM);
    };
  }

  /// {@return why `asking` makes its process exit}
  static ExitReason exitOf(Supplier<?> asking) {
    try {
      throw new AssertionError("it answered " + asking.get());
    } catch (Exit exit) {
      return exit.reason();
    }
  }

  static ExitReason failed(ExitReason reason, String function, Task<?> task) {
    return ExitReason.tuple(
        reason, ExitReason.tuple(new Atom("Task"), new Atom(function), new Ref(task.pid())));
  }

  static void assertNothingLeft(Self self) {
    assertThat(self.receive(_ -> true, ms(1_000))).isEmpty();
  }

  @Seeded
  @DisplayName(
      "TSK-01 a task sends its result with its reference, and then DOWN with normal follows")
  void asMessages(Rig rig) {
    rig.run(self -> {
      self.trapExit(true);
      Task<Integer> task = Task.async(self, _ -> 6 * 7);
      assertThat(task.owner()).isEqualTo(self.pid());
      assertThat(self.receive(one -> !(one instanceof ExitMessage)))
          .isEqualTo(new TaskResult(task.reference(), 42));
      var ends = List.of(self.receive(), self.receive());
      assertThat(ends)
          .containsExactlyInAnyOrder(
              new DownMessage(task.reference(), task.pid(), Atom.NORMAL),
              new ExitMessage(task.pid(), Atom.NORMAL));
    });
  }

  @Seeded
  @DisplayName("TSK-02 await returns the result and leaves no message behind")
  void await(Rig rig) {
    rig.run(self -> {
      assertThat(Task.async(self, _ -> 6 * 7).await(self)).isEqualTo(42);
      assertThat(Task.async(self, slow("done", 4_999)).await(self)).isEqualTo("done");
      assertNothingLeft(self);
    });
  }

  @Seeded
  @DisplayName("TSK-03 a crash ends a plain owner with the same reason, in await and outside")
  void crashOfALinkedTask(Rig rig) {
    assertThat(rig.endOf(self -> Task.async(self, crash()).await(self))).isEqualTo(BOOM);
    ExitReason outside =
        rig.endOf(self -> {
          Task.async(self, crash());
          self.receive(_ -> false);
        });
    assertThat(outside).isEqualTo(BOOM);
    ExitReason error =
        rig.endOf(self ->
            Task.async(
                    self,
                    _ -> {
                      throw new IllegalStateException("broken");
                    })
                .await(self));
    assertThat(error).hasToString("{\"IllegalStateException: broken\", stack}");
  }

  @Seeded
  @DisplayName("TSK-04 an owner that traps exits, in await, with the reason and the await")
  void crashWhileTrapping(Rig rig) {
    rig.run(self -> {
      self.trapExit(true);
      Task<String> task = Task.async(self, crash());
      assertThat(exitOf(() -> task.await(self))).isEqualTo(failed(BOOM, "await", task));
      assertThat(self.receive()).isEqualTo(new ExitMessage(task.pid(), BOOM));
      assertNothingLeft(self);
    });
  }

  @Seeded
  @DisplayName("TSK-05 an await that times out ends the owner, and the linked task with it")
  void timeout(Rig rig) {
    var tasks = new ArrayList<Task<String>>();
    Pid owner =
        rig.spawn(self -> {
          tasks.add(Task.async(self, slow("late", 10_000)));
          tasks.getFirst().await(self);
        });
    rig.advance(4_999);
    assertThat(rig.vm.isAlive(owner)).isTrue();
    rig.advance(1);
    ExitReason end = failed(new Atom("timeout"), "await", tasks.getFirst());
    assertThat(rig.reason(owner)).isEqualTo(end);
    assertThat(rig.reason(tasks.getFirst().pid())).isEqualTo(end);
  }

  @Seeded
  @DisplayName("TSK-05 if the owner catches the exit, the task runs on and its result is dropped")
  void timeoutCaught(Rig rig) {
    rig.run(self -> {
      Task<String> task = Task.async(self, slow("late", 100));
      assertThat(exitOf(() -> task.await(self, ms(50))))
          .isEqualTo(failed(new Atom("timeout"), "await", task));
      assertThat(self.isAlive(task.pid())).isTrue();
      assertNothingLeft(self);
    });
  }

  @Seeded
  @DisplayName("TSK-06 only the owner may await, yield, shut down or ignore")
  void owner(Rig rig) {
    rig.run(owner -> {
      Task<String> task = Task.async(owner, slow("mine", 10));
      Task<Boolean> thief =
          Task.async(
              owner,
              self -> {
                List<Supplier<?>> attempts =
                    List.of(
                        () -> task.await(self),
                        () -> task.yield(self, Duration.ZERO),
                        () -> task.shutdown(self),
                        () -> task.ignore(self),
                        () -> Task.awaitMany(self, List.of(task), ms(10)));
                for (Supplier<?> attempt : attempts) {
                  assertThatThrownBy(attempt::get)
                      .isInstanceOf(IllegalArgumentException.class)
                      .hasMessageContaining("belongs to " + owner.pid());
                }
                return true;
              });
      assertThat(thief.await(owner)).isTrue();
      assertThat(task.await(owner)).isEqualTo("mine");
    });
  }

  @Seeded
  @DisplayName("TSK-07 the result comes once: a second await waits in vain")
  void twice(Rig rig) {
    rig.run(self -> {
      Task<Integer> task = Task.async(self, _ -> 1);
      assertThat(task.await(self)).isEqualTo(1);
      assertThat(exitOf(() -> task.await(self, ms(100))))
          .isEqualTo(failed(new Atom("timeout"), "await", task));
    });
  }

  @Seeded
  @DisplayName("TSK-08 yield gives nothing in time, may be repeated, and then tells the end")
  void yields(Rig rig) {
    rig.run(self -> {
      self.trapExit(true);
      Task<String> task = Task.async(self, slow("done", 100));
      assertThat(task.yield(self, ms(50))).isEmpty();
      assertThat(task.yield(self, ms(49))).isEmpty();
      assertThat(task.yield(self, ms(50))).contains(new Ok<>("done"));
      Task<String> broken = Task.async(self, crash());
      assertThat(broken.yield(self, ms(50))).contains(new Exited<>(BOOM));
    });
  }

  @Seeded
  @DisplayName("TSK-09 shutdown asks, waits, and tells nothing of a task that obeyed")
  void shutdown(Rig rig) {
    rig.run(self -> {
      for (ShutdownTime how : List.of(new ShutdownTime.Within(ms(50)), KILL)) {
        Task<String> task = Task.async(self, slow("never", 1_000));
        assertThat(task.shutdown(self, how)).isEmpty();
        assertThat(self.isAlive(task.pid())).isFalse();
        assertThat(task.shutdown(self, how)).isEmpty();
      }
      assertNothingLeft(self);
    });
  }

  @Seeded
  @DisplayName("TSK-09 shutdown returns a result that had arrived and the reason of a failure")
  void shutdownOfTheDead(Rig rig) {
    rig.run(self -> {
      self.trapExit(true);
      for (ShutdownTime how : List.of(new ShutdownTime.Within(ms(50)), KILL)) {
        Task<String> done = Task.async(self, _ -> "done");
        Task<String> broken = Task.async(self, crash());
        self.sleep(ms(10));
        self.take(ExitMessage.class::isInstance);
        self.take(ExitMessage.class::isInstance);
        assertThat(done.shutdown(self, how)).contains(new Ok<>("done"));
        assertThat(broken.shutdown(self, how)).contains(new Exited<>(BOOM));
      }
      assertNothingLeft(self);
    });
  }

  @Seeded
  @DisplayName("TSK-09 a task that traps exits is killed when its time is over, or finishes in it")
  void shutdownOfAStubbornTask(Rig rig) {
    Task.Work<String> stubborn =
        self -> {
          self.trapExit(true);
          self.sleep(ms(100));
          return "finished";
        };
    rig.run(self -> {
      Task<String> killed = Task.async(self, stubborn);
      self.sleep(ms(10));
      assertThat(killed.shutdown(self, new ShutdownTime.Within(ms(50))))
          .contains(new Exited<>(Atom.KILLED));
      Task<String> patient = Task.async(self, stubborn);
      self.sleep(ms(10));
      assertThat(patient.shutdown(self, new ShutdownTime.Within(ms(500))))
          .contains(new Ok<>("finished"));
      Task<String> late = Task.async(self, stubborn);
      self.sleep(ms(10));
      assertThat(late.shutdown(self, new ShutdownTime.Infinity())).contains(new Ok<>("finished"));
      assertNothingLeft(self);
    });
  }

  @Seeded
  @DisplayName(
      "TSK-11 a task of start_link sends no result; its crash is linked, that of start is not")
  void forItsDeedsOnly(Rig rig) {
    rig.run(self -> {
      Task.startLink(self, _ -> rig);
      Task.start(self, crash());
      assertNothingLeft(self);
    });
    ExitReason end =
        rig.endOf(self -> {
          Task.startLink(self, crash());
          self.receive(_ -> false);
        });
    assertThat(end).isEqualTo(BOOM);
  }

  @Seeded
  @DisplayName("TSK-14 await_many has one limit for all and keeps the order of the tasks")
  void awaitMany(Rig rig) {
    rig.run(self -> {
      var tasks =
          List.of(
              Task.async(self, slow("a", 90)),
              Task.async(self, slow("b", 10)),
              Task.async(self, slow("c", 50)));
      long before = self.nanos();
      assertThat(Task.awaitMany(self, tasks, ms(90))).containsExactly("a", "b", "c");
      assertThat(self.nanos() - before).isEqualTo(ms(90).toNanos());
      var late = List.of(Task.async(self, slow("a", 60)), Task.async(self, slow("b", 120)));
      assertThat(exitOf(() -> Task.awaitMany(self, late, ms(100))))
          .isEqualTo(failed(new Atom("timeout"), "await_many", late.getLast()));
      assertThat(self.nanos() - before).isEqualTo(ms(190).toNanos());
      assertNothingLeft(self);
    });
  }

  @Seeded
  @DisplayName("TSK-14 await_many fails as soon as any task fails")
  void awaitManyWithACrash(Rig rig) {
    rig.run(self -> {
      self.trapExit(true);
      Task<String> slow = Task.async(self, slow("late", 4_000));
      Task<String> broken = Task.async(self, crash());
      long before = self.nanos();
      assertThat(exitOf(() -> Task.awaitMany(self, List.of(slow, broken), ms(5_000))))
          .isEqualTo(failed(BOOM, "await_many", broken));
      assertThat(self.nanos()).isEqualTo(before);
    });
  }

  @Seeded
  @DisplayName(
      "TSK-15 yield_many waits at most its limit in all and tells nothing of the unfinished")
  void yieldMany(Rig rig) {
    rig.run(self -> {
      self.trapExit(true);
      var tasks =
          List.of(
              Task.async(self, slow("late", 300)),
              Task.async(self, slow("a", 90)),
              Task.<String>async(self, crash()),
              Task.async(self, slow("later", 400)));
      long before = self.nanos();
      assertThat(Task.yieldMany(self, tasks, ms(100)))
          .containsExactly(
              Optional.empty(),
              Optional.of(new Ok<>("a")),
              Optional.of(new Exited<>(BOOM)),
              Optional.empty());
      assertThat(self.nanos() - before).isEqualTo(ms(100).toNanos());
      assertThat(tasks.getFirst().await(self)).isEqualTo("late");
    });
  }

  @Seeded
  @DisplayName("TSK-18 a task knows who asked for it, through all levels")
  void callers(Rig rig) {
    rig.run(self -> {
      assertThat(Task.callers(self)).isEmpty();
      Task<List<List<Pid>>> outer =
          Task.async(
              self,
              first -> {
                Task<List<Pid>> inner = Task.async(first, Task::callers);
                return List.of(Task.callers(first), inner.await(first));
              });
      assertThat(outer.await(self))
          .containsExactly(List.of(self.pid()), List.of(outer.pid(), self.pid()));
    });
  }

  @Seeded
  @DisplayName("TSK-19 ignore forgets a running task, whose crash is harmless then")
  void ignore(Rig rig) {
    rig.run(self -> {
      Task<String> task =
          Task.async(
              self,
              own -> {
                own.sleep(ms(50));
                throw new Exit(BOOM);
              });
      assertThat(task.ignore(self)).isEmpty();
      assertNothingLeft(self);
      assertThat(rig.reason(task.pid())).isEqualTo(BOOM);
      Task<String> done = Task.async(self, _ -> "done");
      self.sleep(ms(10));
      assertThat(done.ignore(self)).contains(new Ok<>("done"));
      assertNothingLeft(self);
    });
  }

  @Seeded
  @DisplayName("TSK-19 without ignore the same crash ends the owner")
  void withoutIgnore(Rig rig) {
    ExitReason end =
        rig.endOf(self -> {
          Task.async(self, crash());
          self.sleep(ms(100));
        });
    assertThat(end).isEqualTo(BOOM).isNotInstanceOf(Tuple.class);
  }
}
