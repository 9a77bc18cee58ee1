package understudy.viewmodel;

import java.util.List;
import java.util.Optional;

/// All that the window shows at one moment, bounded by the viewport or by a number.
///
/// @param number counts from 1
/// @param world where something is, in world units
/// @param field what is in view
/// @param heat those in view who are mere points
/// @param wires the lines of the tree that are in view
/// @param cards words for the rows that are large enough
/// @param shown how many places are drawn one by one, in `field` or as a pixel of `heat`
/// @param total how many places there are
/// @param ties links and monitors of the selected process whose two ends are in view
/// @param flights messages sent since the frame before, between processes that have a place
/// @param overlay what lies over the tree on demand
/// @param strip the big numbers
/// @param path from the root to the selected process
/// @param facts the selected process
/// @param hint the process under the pointer
/// @param steps where the arrow keys lead
/// @param found what the search found
/// @param events the event list
/// @param roll the process table
/// @param timeline the last minute
/// @param scrubber the moment that all this is of
/// @param situation what the world outside says of itself
/// @param roundNanos how long it takes to ask every mailbox for its depth: as old may figures be
/// @param grasp what the hands were told
/// @param costNanos how long it took to make this frame
public record Frame(
    long number,
    Box world,
    Field field,
    Heat heat,
    Wires wires,
    List<Card> cards,
    int shown,
    int total,
    List<Tie> ties,
    List<Flight> flights,
    Overlay overlay,
    Strip strip,
    List<Peer> path,
    Optional<Facts> facts,
    Optional<Hint> hint,
    Steps steps,
    Found found,
    EventPage events,
    RollPage roll,
    Timeline timeline,
    Scrubber scrubber,
    Situation situation,
    long roundNanos,
    Grasp grasp,
    long costNanos) {
  /// Before anything was opened.
  public static final Frame EMPTY =
      new Frame(
          0,
          new Box(0, 0, 0, 0),
          Field.EMPTY,
          Heat.NONE,
          Wires.NONE,
          List.of(),
          0,
          0,
          List.of(),
          List.of(),
          Overlay.NONE,
          Strip.ZERO,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Steps.NONE,
          Found.NOTHING,
          EventPage.EMPTY,
          RollPage.EMPTY,
          Timeline.EMPTY,
          Scrubber.NOTHING,
          Situation.NOTHING,
          0,
          Grasp.NOTHING,
          0);
}
