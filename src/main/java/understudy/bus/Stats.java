package understudy.bus;

/// The counters of a bus at one moment; read one after the other, so they may differ by what
/// happened in between.
///
/// Once nothing is under way, `emitted == delivered + dropped`.
///
/// @param emitted events that emitters handed in, dropped ones included
/// @param delivered of these, how many were handed to the subscribers (to none, if there was none)
/// @param dropped of these, how many were lost; each is part of a gap in the stream, except those
///   handed in after the bus was closed
/// @param lifecycleBacklog events that may not be dropped and wait for the pump
public record Stats(long emitted, long delivered, long dropped, long lifecycleBacklog) {}
