package understudy.viewmodel;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Runs side by side, all at one moment of their time.
///
/// @param number counts from 1; 0 where nothing is shown side by side
/// @param kind what is told apart
/// @param title what is played
/// @param choices what there is to be shown, in order
/// @param places where a strategy can be changed; empty for branches
/// @param place where it is changed; empty for branches
/// @param preparing what is still being played; empty when all is there
/// @param sides the runs shown, in order
/// @param clock where they are
/// @param table what each cost as a whole
/// @param notice what to tell a person now
public record Sides(
    long number,
    Kind kind,
    String title,
    List<Choice> choices,
    List<String> places,
    String place,
    Optional<Preparing> preparing,
    List<Side> sides,
    Clock clock,
    List<Row> table,
    Optional<Notice> notice) {
  /// How many are shown at most.
  public static final int MOST = 3;

  /// Nothing is shown side by side.
  public static final Sides CLOSED =
      new Sides(
          0,
          Kind.STRATEGIES,
          "",
          List.of(),
          List.of(),
          "",
          Optional.empty(),
          List.of(),
          Clock.ZERO,
          List.of(),
          Optional.empty());

  /// Takes copies.
  public Sides {
    choices = List.copyOf(choices);
    places = List.copyOf(places);
    sides = List.copyOf(sides);
    table = List.copyOf(table);
  }

  /// {@return whether something is shown side by side}
  public boolean isOpen() {
    return number > 0;
  }

  /// What is told apart.
  public enum Kind {
    /// One script under several strategies.
    STRATEGIES,
    /// One run, gone on with in several ways.
    BRANCHES
  }

  /// Something that can be shown.
  ///
  /// @param name what it is called
  /// @param note in a few words what is special about it, or empty
  /// @param shown whether it is one of the sides
  public record Choice(String name, String note, boolean shown) {}

  /// How far that has come which is still being played; where it ends nobody knows.
  ///
  /// @param nanos the time of the run that has come farthest, in nanoseconds
  /// @param events how many all have had
  public record Preparing(long nanos, long events) {}

  /// One run.
  ///
  /// @param name what it is called
  /// @param note in a few words what is special about it, or empty; of a branch, that the studio is
  ///   in it
  /// @param frame what is seen of it
  /// @param selected the place in its graph that is looked at on every side, -1 if it has none such
  /// @param apart the places in view that are not as on the other sides
  /// @param marks restarts and worse in all of it, oldest first
  /// @param complaints what did not go as it should, a line each
  public record Side(
      String name,
      String note,
      Frame frame,
      int selected,
      Apart apart,
      List<Timeline.Mark> marks,
      List<String> complaints) {
    /// Takes copies.
    public Side {
      marks = List.copyOf(marks);
      complaints = List.copyOf(complaints);
    }
  }

  /// Places in view that are not as on the other sides.
  ///
  /// @param fate those in another state, restarted more or less often, or found here alone
  /// @param work those that are so far only in that they took more or fewer messages
  public record Apart(Set<Integer> fate, Set<Integer> work) {
    /// All is the same.
    public static final Apart NONE = new Apart(Set.of(), Set.of());

    /// Takes copies.
    public Apart {
      fate = Set.copyOf(fate);
      work = Set.copyOf(work);
    }
  }

  /// Where the runs are.
  ///
  /// @param nanos the moment shown, in nanoseconds of their time
  /// @param endNanos where the longest ends
  /// @param parted where they first differ; the end if nowhere
  /// @param playing whether time passes
  /// @param speed seconds of their time in a real second
  /// @param jumps another number whenever the moment did not come by playing
  public record Clock(
      long nanos, long endNanos, long parted, boolean playing, double speed, long jumps) {
    /// No time.
    public static final Clock ZERO = new Clock(0, 0, 0, false, 1, 0);
  }

  /// A line of the table.
  ///
  /// @param head what is counted, or where
  /// @param values one for each side; empty for a heading
  public record Row(String head, List<String> values) {
    /// Takes a copy.
    public Row {
      values = List.copyOf(values);
    }

    /// {@return whether the lines below are about this place}
    public boolean isHeading() {
      return values.isEmpty();
    }

    /// {@return whether the sides differ in it}
    public boolean differs() {
      return values.stream().distinct().count() > 1;
    }
  }
}
