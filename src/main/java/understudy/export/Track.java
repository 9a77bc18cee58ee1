package understudy.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The timeline of one incarnation of a process, as a chain of slices that never overlap.
///
/// In virtual time much happens at one and the same moment; a timeline has room for one thing only.
/// So each thing takes the first free place at its own time or later, and a message is never taken
/// before it was sent; how far something was moved stands beside it.
final class Track {
  /// The least room that a slice takes, in nanoseconds.
  static final long STEP = 1_000;

  private static final int MOST_INSIDE = 2_000;

  /// Something on the timeline.
  ///
  /// @param phase as the format names it: `X`, `i`, `s` or `f`
  /// @param name what is read on it
  /// @param category its category
  /// @param at where it is drawn, in nanoseconds
  /// @param lasts how long, in nanoseconds; 0 but for slices
  /// @param flow ties the ends of an arrow; 0 if it is none
  /// @param sequence of the event that it stands for
  /// @param truly when that happened, in nanoseconds
  record Mark(
      char phase,
      String name,
      String category,
      long at,
      long lasts,
      long flow,
      long sequence,
      long truly) {
    Mark lasting(long nanos) {
      return new Mark(phase, name, category, at, nanos, flow, sequence, truly);
    }
  }

  final Role role;
  private @Nullable Mark open;
  private List<Mark> inside = new ArrayList<>();
  private long free;

  Track(Role role) {
    this.role = role;
  }

  /// {@return the first free place at `nanos` or later}
  long place(long nanos) {
    return Math.max(Math.max(0, nanos), free);
  }

  /// Begins a slice that goes on until the next one begins or the process ends; [#close] first.
  void open(Mark begun) {
    open = begun;
    free = begun.at();
  }

  /// Takes a slice of its own, inside the open one if there is one.
  void add(Mark slice) {
    inside.add(slice.lasting(STEP));
    free = slice.at() + STEP;
  }

  /// Takes something without extent at a place that is within a slice.
  void touch(Mark mark) {
    inside.add(mark);
    free = Math.max(free, mark.at());
  }

  /// Has the open slice go on at least until `at`.
  void reach(long at) {
    free = Math.max(free, at);
  }

  boolean isFull() {
    return inside.size() >= MOST_INSIDE;
  }

  /// Ends the open slice with the last thing that is known to have happened in it.
  ///
  /// @return what is complete now, in the order in which it must be written
  List<Mark> close() {
    List<Mark> done = new ArrayList<>(inside.size() + 1);
    if (open != null) {
      free = Math.max(free, open.at() + STEP);
      done.add(open.lasting(free - open.at()));
    }
    done.addAll(inside);
    open = null;
    inside = new ArrayList<>();
    return done;
  }

  /// {@return what is complete now though the open slice goes on, in another slice}
  List<Mark> split() {
    Optional<Mark> going = Optional.ofNullable(open);
    List<Mark> done = close();
    going.ifPresent(mark ->
        open(
            new Mark(
                'X', mark.name(), mark.category(), free, 0, 0, mark.sequence(), mark.truly())));
    return done;
  }
}
