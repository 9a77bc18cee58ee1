package understudy.viewmodel;

import java.util.List;
import java.util.Optional;

/// All that the window shows at one moment, bounded by the viewport or by a number.
///
/// @param number counts from 1
/// @param world where something is, in world units
/// @param field what is in view
/// @param wires the lines of the tree, all of them
/// @param cards words for the rows that are large enough
/// @param shown how many places are in `field`
/// @param total how many places there are
/// @param ties links and monitors of the selected process whose two ends are in view
/// @param flights messages sent since the frame before, between processes that have a place
/// @param strip the big numbers
/// @param path from the root to the selected process
/// @param facts the selected process
/// @param hint the process under the pointer
/// @param steps where the arrow keys lead
/// @param found what the search found
/// @param events the event list
/// @param timeline the last minute
/// @param situation what the world outside says of itself
/// @param grasp what the hands were told
/// @param costNanos how long it took to make this frame
public record Frame(
    long number,
    Box world,
    Field field,
    Wires wires,
    List<Card> cards,
    int shown,
    int total,
    List<Tie> ties,
    List<Flight> flights,
    Strip strip,
    List<Peer> path,
    Optional<Facts> facts,
    Optional<Hint> hint,
    Steps steps,
    Found found,
    EventPage events,
    Timeline timeline,
    Situation situation,
    Grasp grasp,
    long costNanos) {
  /// Before anything was opened.
  public static final Frame EMPTY =
      new Frame(
          0,
          new Box(0, 0, 0, 0),
          Field.EMPTY,
          Wires.NONE,
          List.of(),
          0,
          0,
          List.of(),
          List.of(),
          Strip.ZERO,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Steps.NONE,
          Found.NOTHING,
          EventPage.EMPTY,
          Timeline.EMPTY,
          Situation.NOTHING,
          Grasp.NOTHING,
          0);
}
