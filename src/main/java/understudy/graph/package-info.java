/// Who exists, who supervises, who is linked: the state of a running system as a fold over its
/// events.
///
/// [Graph] takes one event after another and changes its [Vertex] objects; a vertex is a place
/// under a supervisor that outlives the processes that fill it. One thread, the pump, both applies
/// events and reads; nothing here is safe on a second one. Any order of events is taken, a stream
/// that starts in the middle included: the fold never throws on what it reads.
///
/// Names `event` only. Links and monitors are graphs of JGraphT.
@NullMarked
package understudy.graph;

import org.jspecify.annotations.NullMarked;
