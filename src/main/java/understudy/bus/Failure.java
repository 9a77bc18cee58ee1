package understudy.bus;

/// A subscriber that threw and was unsubscribed for it.
///
/// @param subscriber who
/// @param cause what it threw
/// @param firstSequence the first event of the batch that it did not take
/// @param lastSequence the last event of that batch
public record Failure(
    Subscriber subscriber, Throwable cause, long firstSequence, long lastSequence) {}
