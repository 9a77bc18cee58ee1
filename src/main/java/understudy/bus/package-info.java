/// From many emitters to few listeners: events in on any thread, ordered batches out on one.
///
/// [EventBus] is the [understudy.event.EventSink] of a runtime. What is emitted waits in lanes, one
/// a thread; one pump merges and numbers it and hands it, batch by batch, to every [Subscriber].
/// Messages are bounded: what does not fit is dropped, counted, and marked in the stream by a
/// [understudy.event.RuntimeEvent.Gap]. Everything else is never dropped.
///
/// Names `event` only. Owns at most one thread, the pump of a bus that was started.
@NullMarked
package understudy.bus;

import org.jspecify.annotations.NullMarked;
