package understudy.runtime;

import java.time.Duration;
import java.util.OptionalLong;
import understudy.event.Pid;

/// The hand on a stepped system: nothing runs and no time passes but through these methods.
///
/// One thread at a time; a call returns when what it asked for is done and everything stands still
/// again. Who runs next among those who can is drawn from the seed, so the same calls give the same
/// run, event for event. How a stretch of time is cut into calls makes no difference.
public interface Steps {
  /// Lets one process handle one message.
  ///
  /// @return whether there was one that could
  boolean step();

  /// Lets one process handle one message; where none can, time passes until one could, but not
  /// beyond `end`.
  ///
  /// @param end a moment of virtual time, in nanoseconds
  /// @return whether there was one; else it is `end` now
  boolean stepUntil(long end);

  /// Has a message taken before all others that wait for the same process, as if it had arrived
  /// first, and lets the process handle it.
  ///
  /// Erlang orders the signals of one sender to one receiver and no others (MSG-03, MSG-04), so a
  /// message may overtake those of other senders and none of its own. A process inside a selective
  /// receive may still take another first (MSG-06).
  ///
  /// @param to the process in whose mailbox it waits
  /// @param message its number, as in the event of its sending
  /// @return what came of it; where it is a refusal nothing has changed
  Delivered deliver(Pid to, long message);

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

  /// {@return how many beats the run has had: turns of processes and rings of timers. With the
  /// virtual time it names a place between two of them, exactly}
  long beats();

  /// Has one more beat: a turn, or the next timer where nobody can run.
  ///
  /// @param end beyond which no time passes, in nanoseconds of virtual time
  /// @return whether there was one; else it is `end` now
  boolean beat(long end);

  /// Goes to a place that an equal run was at.
  ///
  /// @param beats as [#beats] was there
  /// @param end the virtual time there, in nanoseconds
  /// @return whether this run has come to the same place; false also while `end` lies before it
  boolean runTo(long beats, long end);

  /// {@return how many processes can run now}
  int ready();

  /// {@return when the next timer is due, in nanoseconds of virtual time, if there is one}
  OptionalLong nextDueNanos();

  /// What came of a choice.
  enum Delivered {
    /// The process has taken it.
    TAKEN,
    /// It is the first in the mailbox; the process takes it when it asks for one like it.
    FIRST,
    /// Refused: an earlier message of the same sender waits.
    NOT_ITS_TURN,
    /// Refused: the process is suspended.
    SUSPENDED,
    /// Refused: there is no such process or message any more.
    GONE
  }
}
