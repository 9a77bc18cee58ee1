/// A run in the words of other programs: one class a format.
///
/// [Exports] is the door. It goes through a [Run] twice before it writes: once to learn who is who
/// ([Cast]), once to count what is left after the [Filter]; so a name that a process took late is
/// right from its first line on, and an export that would be empty or too large is refused before
/// anything is written. The third time a [Scribe] writes, event by event: memory grows with the
/// number of processes, not of events, but where a format says otherwise.
///
/// What is missing of a run stands in every output whose format has a place for it. All text comes
/// from outside and is escaped by the rules of each format. Names `event`, and `graph` for pictures
/// of one moment. Everything here belongs to the thread that calls it.
@NullMarked
package understudy.export;

import org.jspecify.annotations.NullMarked;
