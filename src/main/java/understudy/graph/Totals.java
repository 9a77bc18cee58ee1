package understudy.graph;

/// Sums over everything that was applied.
///
/// @param alive processes that live now
/// @param spawned processes that were spawned
/// @param exits processes that died
/// @param restarts starts that put a new process in the place of a dead one and were acknowledged
/// @param messages messages sent
/// @param lost events that the stream says are missing
public record Totals(
    int alive, long spawned, long exits, long restarts, long messages, long lost) {}
