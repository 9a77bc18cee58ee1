package understudy.event;

/// An event with its place in the stream.
///
/// @param sequence counts from 1 without holes within one stream; what was lost is a
///   [RuntimeEvent.Gap] with a sequence of its own
/// @param nanos the runtime's time since its start, in nanoseconds; virtual if the run was stepped
/// @param wallMillis milliseconds since 1970 at which the event was taken in; 0 where the run must
///   be byte-identical
/// @param event what happened
public record Stamped(long sequence, long nanos, long wallMillis, RuntimeEvent event) {}
