package understudy.viewmodel;

import java.util.List;

/// What a gesture leads to.
///
/// @param desk the desk after it
/// @param effects what somebody else has to do, in order
public record Next(Desk desk, List<Effect> effects) {
  /// Takes a copy.
  public Next {
    effects = List.copyOf(effects);
  }

  static Next still(Desk desk) {
    return new Next(desk, List.of());
  }

  static Next with(Desk desk, Effect effect) {
    return new Next(desk, List.of(effect));
  }
}
