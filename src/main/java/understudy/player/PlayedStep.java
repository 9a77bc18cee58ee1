package understudy.player;

import java.util.List;
import understudy.scenario.Value;

/// What one step of a script did.
///
/// @param result what the operation answered; [Value.Nothing] where it has no reply
/// @param events what happened until all was quiet, in order
public record PlayedStep(Value result, List<TraceEvent> events) {}
