package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import understudy.event.EventSink;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

/// A stepped system for one test and one seed: runs bodies in processes, keeps what they say and
/// every event. Shown as its seed, so that a failure names it.
public final class Rig implements AutoCloseable {
  /// A reason that means nothing to anybody.
  public static final ExitReason BOOM = new Atom("boom");

  /// Longer than any time limit that a test meets.
  public static final Duration QUIET = Duration.ofMinutes(10);

  /// A rig for each of a few seeds.
  public static final class Seeds implements ArgumentsProvider {
    private static final long SEEDS = 8;

    @Override
    public Stream<? extends Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      return LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> Arguments.of(new Rig(seed)));
    }
  }

  /// An event and its virtual moment.
  public record Happened(long nanos, RuntimeEvent event) {}

  private final class Log implements EventSink {
    @Override
    public boolean wants(Class<? extends RuntimeEvent> kind) {
      return true;
    }

    @Override
    public void emit(long nanos, RuntimeEvent event) {
      events.add(new Happened(nanos, event));
    }
  }

  private final long seed;
  private final List<Happened> events = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final List<AssertionError> failures = new ArrayList<>();

  /// The system itself, for what the outside does.
  public final Vm vm;

  public Rig(long seed) {
    this.seed = seed;
    this.vm = Vm.stepped(seed, new Log());
  }

  /// {@return a process of `body`, in which assertions count for the test}
  public Behaviour process(Behaviour.Body body) {
    return Behaviour.of(
        "body",
        self -> {
          try {
            body.run(self);
          } catch (AssertionError e) {
            failures.add(e);
            throw e;
          }
        });
  }

  /// Spawns `body`, which does not run yet.
  public Pid spawn(Behaviour.Body body) {
    return vm.spawn(process(body));
  }

  /// Spawns a process that does nothing until it dies.
  public Pid idler() {
    return spawn(self -> self.receive(_ -> false));
  }

  /// Spawns a process that traps exits and says what comes.
  public Pid trapper() {
    Pid pid =
        spawn(self -> {
          self.trapExit(true);
          while (true) {
            say(self.receive());
          }
        });
    idle();
    return pid;
  }

  /// Runs `body` in a process until everything rests; the process must end with `normal`.
  public void run(Behaviour.Body body) {
    assertThat(endOf(body)).as("how the body ended; said: %s", said).isEqualTo(Atom.NORMAL);
  }

  /// {@return what a process of `body` ends with}
  public ExitReason endOf(Behaviour.Body body) {
    Pid pid = spawn(body);
    settle();
    return reason(pid);
  }

  /// Runs until everybody waits for something, without time passing.
  public void idle() {
    vm.steps().runUntilIdle();
    rethrow();
  }

  /// Runs until nothing happens for [#QUIET], letting time pass.
  public void settle() {
    vm.steps().settle(QUIET);
    rethrow();
  }

  /// Lets `millis` pass.
  public void advance(long millis) {
    vm.steps().advance(Duration.ofMillis(millis));
    rethrow();
  }

  private void rethrow() {
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }

  /// Notes `what` for [#said].
  public void say(Object what) {
    said.add(String.valueOf(what));
  }

  /// {@return everything said so far}
  public List<String> said() {
    return List.copyOf(said);
  }

  /// {@return what `pid` ended with}
  public ExitReason reason(Pid pid) {
    return end(pid).orElseThrow(() -> new AssertionError(pid + " is still alive; said: " + said));
  }

  /// {@return what `pid` ended with, if it is dead}
  public Optional<ExitReason> end(Pid pid) {
    return events(RuntimeEvent.Exited.class).stream()
        .filter(exited -> exited.subject().equals(pid))
        .map(RuntimeEvent.Exited::reason)
        .findFirst();
  }

  /// {@return all events so far}
  public List<Happened> events() {
    return List.copyOf(events);
  }

  /// {@return the events of one kind so far}
  public <E extends RuntimeEvent> List<E> events(Class<E> kind) {
    return events.stream().map(Happened::event).filter(kind::isInstance).map(kind::cast).toList();
  }

  public static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  @Override
  public void close() {
    vm.close();
  }

  @Override
  public String toString() {
    return "seed " + seed;
  }
}
