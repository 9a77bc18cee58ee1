package understudy.otp;

/// How a supervisor of children without ids behaves.
///
/// @param maxRestarts restarts tolerated within the period
/// @param periodSeconds the period
/// @param maxChildren how many entries it takes, those that restart included (DYN-02); [#UNLIMITED]
///   for any number
/// @param flavour whose answers it gives
public record DynamicFlags(int maxRestarts, int periodSeconds, int maxChildren, Flavour flavour) {
  /// Any number of children.
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /// Whose answers a supervisor of children without ids gives.
  public enum Flavour {
    /// Elixir's DynamicSupervisor: every child brings its own specification (DYN-01).
    DYNAMIC,
    /// OTP's simple_one_for_one: all children come from one template (S14-01).
    SIMPLE_ONE_FOR_ONE
  }

  /// {@return Elixir's defaults: 3 restarts in 5 s, any number of children (DYN-11)}
  public static DynamicFlags standard() {
    return new DynamicFlags(3, 5, UNLIMITED, Flavour.DYNAMIC);
  }
}
