package understudy.viewmodel;

/// What a person asked for about runs side by side.
public sealed interface Showing {
  /// The script of the open lesson, with what hands did in it, under several strategies.
  record Strategies() implements Showing {}

  /// The branches of the open lesson's run.
  record Branches() implements Showing {}

  /// Another supervisor's strategy.
  ///
  /// @param place one of [Sides#places]
  record Under(String place) implements Showing {}

  /// A side more, or one less.
  ///
  /// @param name one of [Sides#choices]
  /// @param shown whether it is to be seen
  record Choose(String name, boolean shown) implements Showing {}

  /// Another moment.
  ///
  /// @param nanos the moment, in nanoseconds of the runs' time
  record Seek(long nanos) implements Showing {}

  /// Another moment, where something died or was restarted on one of the sides.
  ///
  /// @param onward whether it is later than the one shown
  record Skip(boolean onward) implements Showing {}

  /// Time passes, or stands still; from the end it begins again.
  record TogglePlay() implements Showing {}

  /// Time passes at another pace.
  ///
  /// @param speed seconds of the runs' time in a real second
  record Speed(double speed) implements Showing {}

  /// A branch is called something else.
  ///
  /// @param name one of [Sides#choices]
  /// @param next what it shall be called
  record Rename(String name, String next) implements Showing {}

  /// The command that plays a side again goes to the clipboard.
  ///
  /// @param name one of [Sides#choices]
  record Copy(String name) implements Showing {}

  /// The studio goes on in a branch, where that was left.
  ///
  /// @param name one of [Sides#choices]
  record GoOn(String name) implements Showing {}

  /// Nothing is shown side by side any more.
  record Close() implements Showing {}
}
