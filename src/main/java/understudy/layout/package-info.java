/// Where every slot of a graph stands on the screen: nested blocks, in abstract units.
///
/// A supervisor's card stands on top of its block, centred; beneath it a compact grid of its
/// workers and beside that the blocks of the supervisors that it supervises. [BlockLayout]
/// remembers what it gave to whom, so that a place belongs to a slot and outlives every restart;
/// [Geometry] is an immutable answer. No randomness, no clock, no thread.
///
/// Names `graph` only.
@NullMarked
package understudy.layout;

import org.jspecify.annotations.NullMarked;
