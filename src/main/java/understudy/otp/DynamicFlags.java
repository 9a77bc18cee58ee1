package understudy.otp;

import java.util.Optional;

/// How a supervisor of children without ids behaves.
///
/// @param maxRestarts restarts tolerated within the period
/// @param periodSeconds the period
/// @param maxChildren how many entries it takes, those that restart included (DYN-02); [#UNLIMITED]
///   for any number
/// @param flavour whose answers it gives
/// @param autoShutdown whether significant children end it; only simple_one_for_one knows this
/// @param template what every child of simple_one_for_one is, checked at its start (SUP-05)
public record DynamicFlags(
    int maxRestarts,
    int periodSeconds,
    int maxChildren,
    Flavour flavour,
    AutoShutdown autoShutdown,
    Optional<ChildSpec> template) {
  /// Any number of children.
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /// Whose answers a supervisor of children without ids gives.
  public enum Flavour {
    /// Elixir's DynamicSupervisor: every child brings its own specification (DYN-01).
    DYNAMIC,
    /// OTP's simple_one_for_one: all children come from one template (S14-01).
    SIMPLE_ONE_FOR_ONE
  }

  /// Flags of a supervisor that no child ends.
  ///
  /// @param maxRestarts restarts tolerated within the period
  /// @param periodSeconds the period
  /// @param maxChildren how many entries it takes
  /// @param flavour whose answers it gives
  public DynamicFlags(int maxRestarts, int periodSeconds, int maxChildren, Flavour flavour) {
    this(maxRestarts, periodSeconds, maxChildren, flavour, AutoShutdown.NEVER, Optional.empty());
  }

  /// {@return Elixir's defaults: 3 restarts in 5 s, any number of children (DYN-11)}
  public static DynamicFlags standard() {
    return new DynamicFlags(3, 5, UNLIMITED, Flavour.DYNAMIC);
  }

  /// {@return the flags of simple_one_for_one with its template}
  ///
  /// @param maxRestarts restarts tolerated within the period
  /// @param periodSeconds the period
  /// @param autoShutdown whether significant children end it
  /// @param template what every child is
  public static DynamicFlags simple(
      int maxRestarts, int periodSeconds, AutoShutdown autoShutdown, ChildSpec template) {
    return new DynamicFlags(
        maxRestarts,
        periodSeconds,
        UNLIMITED,
        Flavour.SIMPLE_ONE_FOR_ONE,
        autoShutdown,
        Optional.of(template));
  }
}
