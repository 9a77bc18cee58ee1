package understudy.scenario;

import java.util.List;

/// What one step must give.
///
/// @param result its result; [Value.Nothing] for operations without a reply
/// @param events the events it must cause
/// @param order in which order
public record ExpectedStep(Value result, List<ExpectedEvent> events, Order order) {
  /// Takes a copy.
  public ExpectedStep {
    events = List.copyOf(events);
  }
}
