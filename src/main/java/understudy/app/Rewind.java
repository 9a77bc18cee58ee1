package understudy.app;

import java.util.Optional;

/// A lesson that is played again up to an event that it had before, a slice at a time.
///
/// Used by the session's thread.
final class Rewind implements AutoCloseable {
  private static final long STRIDE_NANOS = 50_000_000;

  private final LessonWorld world;
  private final long event;
  private final long nanos;

  /// @param lesson as it is now
  /// @param event the number of the last event that shall have happened, counted from 1
  /// @param nanos when it happened, or later but before the next
  Rewind(LessonWorld lesson, long event, long nanos) {
    this.world = lesson.again(event);
    this.event = event;
    this.nanos = nanos;
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
    performance.reachEvent(event, nanos);
    if (performance.moment().nanos() < nanos) {
      performance.reach(nanos);
    }
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
