package understudy.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// An event that a step must cause.
///
/// @param identity all of its fields but those below: `ev`, `path`, `inc` and so on
/// @param reason the reason it must carry, if only one is right
/// @param reasonAny the reasons of which it must carry one; empty if there is no choice
/// @param optional whether it may be missing
public record ExpectedEvent(
    SequencedMap<String, Value> identity,
    Optional<Value> reason,
    List<Value> reasonAny,
    boolean optional) {
  /// Takes copies.
  public ExpectedEvent {
    identity = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(identity));
    reasonAny = List.copyOf(reasonAny);
  }
}
