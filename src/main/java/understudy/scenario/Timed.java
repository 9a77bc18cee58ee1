package understudy.scenario;

import java.util.OptionalInt;

/// A step of the script and how long nothing must happen for it to be over.
///
/// @param step what is done
/// @param quietMillis the quiet period after it; empty for the scenario's
public record Timed(Step step, OptionalInt quietMillis) {}
