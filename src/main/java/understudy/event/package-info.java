/// What can happen inside a running system, as plain values.
///
/// The whole product is a fold over a stream of [Stamped] events: the live runtime, a saved
/// recording and a replay are sources of the same stream. An event says what happened, never why or
/// who cares, and holds no living object: pids are bare numbers, messages are labels.
///
/// Names no other package and no outside library. Everything here is immutable and safe on any
/// thread.
@NullMarked
package understudy.event;

import org.jspecify.annotations.NullMarked;
