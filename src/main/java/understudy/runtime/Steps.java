package understudy.runtime;

import java.time.Duration;
import java.util.OptionalLong;

/// The hand on a stepped system: nothing runs and no time passes but through these methods.
///
/// One thread at a time; a call returns when what it asked for is done and everything stands still
/// again. Who runs next among those who can is drawn from the seed, so the same calls give the same
/// run, event for event.
public interface Steps {
  /// Lets one process handle one message.
  ///
  /// @return whether there was one that could
  boolean step();

  /// Runs until nobody can go on without time passing.
  void runUntilIdle();

  /// Lets `time` pass: everything that falls due runs at its own virtual moment.
  ///
  /// @param time zero or more
  void advance(Duration time);

  /// Lets time pass up to the moment `nanos` and fires what is due then, but runs nobody.
  ///
  /// @param nanos a moment of virtual time
  void advanceTo(long nanos);

  /// Runs until nobody has done anything for `quiet`, letting time pass as needed.
  ///
  /// @param quiet more than zero
  void settle(Duration quiet);

  /// {@return how many processes can run now}
  int ready();

  /// {@return when the next timer is due, in nanoseconds of virtual time, if there is one}
  OptionalLong nextDueNanos();
}
