package understudy.app;

import java.util.List;
import java.util.Optional;
import understudy.player.Run;
import understudy.viewmodel.Sides;

/// What can be shown side by side.
interface Programme {
  /// One run.
  ///
  /// @param name what it is called
  /// @param note in a few words what is special about it, or empty
  /// @param run what is played
  /// @param toItsEnd whether it goes on until its script and its last deed are over
  /// @param least how far it goes at least, in nanoseconds of its time
  record Part(String name, String note, Run run, boolean toItsEnd, long least) {}

  Sides.Kind kind();

  /// {@return what is played, in words}
  String title();

  List<Part> parts();

  /// {@return the names of those that are shown first}
  List<String> first();

  /// {@return where a strategy can be changed}
  default List<String> places() {
    return List.of();
  }

  /// {@return where it is changed}
  default String place() {
    return "";
  }

  /// {@return this with the strategy changed elsewhere}
  default Programme under(String place) {
    return this;
  }

  /// Calls a part something else.
  ///
  /// @return what is wrong with that, in one line
  Optional<String> rename(String name, String next);

  /// {@return the command that plays it again}
  ///
  /// @param name of the part
  /// @param shown the names of all parts shown
  /// @param end how far, in nanoseconds
  String command(String name, List<String> shown, long end);
}
