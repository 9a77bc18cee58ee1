package understudy.viewmodel;

import java.util.List;
import java.util.Optional;

/// What goes on in the world by a person's wish until they end it; shown as long as it is on.
///
/// @param chaos kills at random
/// @param loads messages to one process, over and over
/// @param slow processes that take their time over each message
public record Troubles(Optional<Chaos> chaos, List<Load> loads, List<Slow> slow) {
  /// Peace.
  public static final Troubles NONE = new Troubles(Optional.empty(), List.of(), List.of());

  /// Takes copies.
  public Troubles {
    loads = List.copyOf(loads);
    slow = List.copyOf(slow);
  }

  /// {@return whether nothing goes on}
  public boolean isEmpty() {
    return chaos.isEmpty() && loads.isEmpty() && slow.isEmpty();
  }

  /// Kills at random.
  ///
  /// @param scope the name of the subtree, empty for everything
  /// @param perSecond kills a second of the world's time
  /// @param seed decides who and when
  /// @param kills how many so far
  public record Chaos(String scope, double perSecond, long seed, long kills) {}

  /// Traffic.
  ///
  /// @param place names the target for [Effect.EndLoad]
  /// @param name what a person calls it
  /// @param perSecond messages a second of the world's time
  /// @param sent how many so far
  public record Load(String place, String name, double perSecond, long sent) {}

  /// Latency.
  ///
  /// @param place names the process for [Effect.EndSlow]
  /// @param name what a person calls it
  /// @param millis how long each message takes it
  public record Slow(String place, String name, long millis) {}
}
