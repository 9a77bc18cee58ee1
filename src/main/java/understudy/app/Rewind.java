package understudy.app;

import java.util.Optional;
import java.util.function.Consumer;
import understudy.player.Moment;
import understudy.player.Performance;
import understudy.player.Run;

/// A lesson that is played again, up to an event that it had before or to where another of its
/// branches was left, a slice at a time.
///
/// Used by the session's thread.
final class Rewind implements AutoCloseable {
  private static final long STRIDE_NANOS = 50_000_000;

  private final LessonWorld world;
  private final long nanos;
  private final Consumer<Performance> last;

  /// @param lesson as it is now
  /// @param event the number of the last event that shall have happened, counted from 1
  /// @param nanos when it happened, or later but before the next
  Rewind(LessonWorld lesson, long event, long nanos) {
    this(
        lesson.again(event),
        nanos,
        performance -> {
          performance.reachEvent(event, nanos);
          if (performance.moment().nanos() < nanos) {
            performance.reach(nanos);
          }
        });
  }

  private Rewind(LessonWorld world, long nanos, Consumer<Performance> last) {
    this.world = world;
    this.nanos = nanos;
    this.last = last;
  }

  /// @param lesson as it is now
  /// @param branch another run of it
  /// @param until where that was left
  static Rewind into(LessonWorld lesson, Run branch, Moment until) {
    return new Rewind(lesson.along(branch), until.nanos(), performance -> performance.reach(until));
  }

  /// Plays on until the clock of this machine says so.
  ///
  /// @return whether it is there
  boolean goOn(long until) {
    var performance = world.performance();
    while (performance.moment().nanos() + STRIDE_NANOS < nanos) {
      if (System.nanoTime() > until) {
        return false;
      }
      performance.reach(performance.moment().nanos() + STRIDE_NANOS);
      world.gather();
    }
    last.accept(performance);
    performance.branch();
    world.gather();
    return true;
  }

  /// {@return the lesson, held, as it was at that event; what it did after it is forgotten}
  LessonWorld world() {
    return world;
  }

  /// {@return how it turned out not to be what was played before, if so}
  Optional<String> complaint() {
    return world.performance().divergences().stream().findFirst();
  }

  /// Lets go of it; not for whoever took [#world].
  @Override
  public void close() {
    world.close();
  }
}
