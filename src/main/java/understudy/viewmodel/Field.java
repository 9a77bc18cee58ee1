package understudy.viewmodel;

import java.util.Arrays;

/// Everything that is in view, in columns.
///
/// Row `i` is one place in the graph. Rows come in the order of the tree, a supervisor before its
/// children. Immutable; columns that did not change are shared between frames.
public final class Field {
  /// Nothing in view.
  public static final Field EMPTY =
      new Field(
          Places.NONE,
          new Looks(
              new Phase[0],
              new Fate[0],
              new int[0],
              new int[0],
              new int[0],
              new int[0],
              new int[0],
              new long[0]),
          0);

  /// What changes only with the structure or the camera.
  ///
  /// @param slot the place in the graph
  /// @param parent the row of the supervisor, -1 if it is not in view
  /// @param supervisor whether it supervises
  /// @param crowd for a supervisor that stands for all below it, how many these are; else 0
  /// @param boxes left, top, width, height of each row, in world units
  @SuppressWarnings("ArrayRecordComponent")
  record Places(int[] slot, int[] parent, boolean[] supervisor, int[] crowd, float[] boxes) {
    static final Places NONE =
        new Places(new int[0], new int[0], new boolean[0], new int[0], new float[0]);
  }

  /// What may change with every frame.
  ///
  /// @param phase what is seen of it
  /// @param fate how the last process there ended
  /// @param depth messages waiting; for a crowd in the fullest mailbox of it
  /// @param typical for a crowd, the mailbox of middling fullness; else the same as `depth`
  /// @param restarts how often the place was filled again
  /// @param zombies how many dead ones of that place still run
  /// @param unwell how many of a crowd are dead or about to be
  /// @param pid number of the process
  @SuppressWarnings("ArrayRecordComponent")
  record Looks(
      Phase[] phase,
      Fate[] fate,
      int[] depth,
      int[] typical,
      int[] restarts,
      int[] zombies,
      int[] unwell,
      long[] pid) {}

  private final Places places;
  private final Looks looks;
  private final int slots;

  Field(Places places, Looks looks, int slots) {
    this.places = places;
    this.looks = looks;
    this.slots = slots;
  }

  /// {@return a number above every place that was there by then: one with this number or a higher
  /// one is new, and did not just come into view}
  public int slots() {
    return slots;
  }

  /// {@return how many rows there are}
  public int size() {
    return places.slot().length;
  }

  /// {@return the place in the graph}
  ///
  /// @param row 0 to `size() - 1`
  public int slot(int row) {
    return places.slot()[row];
  }

  /// {@return the row of the supervisor, -1 if it is not in view or there is none}
  ///
  /// @param row 0 to `size() - 1`
  public int parent(int row) {
    return places.parent()[row];
  }

  /// {@return whether it supervises}
  ///
  /// @param row 0 to `size() - 1`
  public boolean supervisor(int row) {
    return places.supervisor()[row];
  }

  /// {@return how many processes a supervisor stands for that is too small to be looked into; 0 for
  /// whoever stands for itself}
  ///
  /// @param row 0 to `size() - 1`
  public int crowd(int row) {
    return places.crowd()[row];
  }

  /// {@return whether anybody stands for all below it}
  public boolean hasCrowds() {
    return Arrays.stream(places.crowd()).anyMatch(crowd -> crowd > 0);
  }

  /// {@return how many of a crowd are dead or about to be}
  ///
  /// @param row 0 to `size() - 1`
  public int unwell(int row) {
    return looks.unwell()[row];
  }

  /// {@return the left edge, in world units}
  ///
  /// @param row 0 to `size() - 1`
  public double x(int row) {
    return places.boxes()[4 * row];
  }

  /// {@return the top edge, in world units}
  ///
  /// @param row 0 to `size() - 1`
  public double y(int row) {
    return places.boxes()[4 * row + 1];
  }

  /// {@return the width, in world units}
  ///
  /// @param row 0 to `size() - 1`
  public double width(int row) {
    return places.boxes()[4 * row + 2];
  }

  /// {@return the height, in world units}
  ///
  /// @param row 0 to `size() - 1`
  public double height(int row) {
    return places.boxes()[4 * row + 3];
  }

  /// {@return what is seen of it}
  ///
  /// @param row 0 to `size() - 1`
  public Phase phase(int row) {
    return looks.phase()[row];
  }

  /// {@return how the last process in this place ended}
  ///
  /// @param row 0 to `size() - 1`
  public Fate fate(int row) {
    return looks.fate()[row];
  }

  /// {@return messages waiting; for a crowd in its fullest mailbox}
  ///
  /// @param row 0 to `size() - 1`
  public int depth(int row) {
    return looks.depth()[row];
  }

  /// {@return for a crowd, messages waiting in a mailbox of middling fullness; else as [#depth]}
  ///
  /// @param row 0 to `size() - 1`
  public int typical(int row) {
    return looks.typical()[row];
  }

  /// {@return how often the place was filled again}
  ///
  /// @param row 0 to `size() - 1`
  public int restarts(int row) {
    return looks.restarts()[row];
  }

  /// {@return how many dead processes of this place have code that still runs}
  ///
  /// @param row 0 to `size() - 1`
  public int zombies(int row) {
    return looks.zombies()[row];
  }

  /// {@return the number of the process that is or was last there, 0 if none}
  ///
  /// @param row 0 to `size() - 1`
  public long pid(int row) {
    return looks.pid()[row];
  }

  /// {@return the row at a point of the world, the innermost if several, or -1}
  ///
  /// @param wx world abscissa
  /// @param wy world ordinate
  public int rowAt(double wx, double wy) {
    for (int i = size() - 1; i >= 0; i--) {
      if (wx >= x(i) && wx < x(i) + width(i) && wy >= y(i) && wy < y(i) + height(i)) {
        return i;
      }
    }
    return -1;
  }

  /// {@return the row of a place, or -1 if it is not in view}
  ///
  /// @param slot a place in the graph
  public int rowOf(int slot) {
    for (int i = 0; i < size(); i++) {
      if (places.slot()[i] == slot) {
        return i;
      }
    }
    return -1;
  }

  /// {@return whether the places are the same as another field's, row by row}
  ///
  /// @param other another field
  @SuppressWarnings("ReferenceEquality")
  public boolean samePlaces(Field other) {
    return places == other.places;
  }

  /// {@return whether it all looks the same as in another field}
  ///
  /// @param other another field
  public boolean sameLooks(Field other) {
    return samePlaces(other)
        && Arrays.equals(looks.phase(), other.looks.phase())
        && Arrays.equals(looks.depth(), other.looks.depth())
        && Arrays.equals(looks.typical(), other.looks.typical())
        && Arrays.equals(looks.pid(), other.looks.pid())
        && Arrays.equals(looks.restarts(), other.looks.restarts())
        && Arrays.equals(looks.unwell(), other.looks.unwell())
        && Arrays.equals(looks.zombies(), other.looks.zombies());
  }
}
