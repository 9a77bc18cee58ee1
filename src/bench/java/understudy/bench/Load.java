package understudy.bench;

/// How much a benchmark does in one repetition.
///
/// @param processes how many processes take part, by the row's own definition
/// @param operations how many operations they do together; milliseconds for the rows that watch a
///   window of time
public record Load(int processes, long operations) {}
