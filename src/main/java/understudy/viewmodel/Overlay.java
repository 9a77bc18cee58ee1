package understudy.viewmodel;

import java.util.List;

/// What lies over the tree because somebody wants to see it, or because messages are too fast to be
/// seen one by one.
///
/// @param ties links and monitors, both ends in view; at most [#MOST_TIES]
/// @param allTies how many there are of that kind at those in view, those not drawn included
/// @param near whether few enough are in view to be asked for links and monitors
/// @param lanes the busiest ways of messages, the busiest first; at most [#MOST_LANES]
/// @param allLanes how many ways there are, those not drawn included
/// @param counted how many of the messages of the last seconds the rates are made from, 0 to 1
/// @param fast whether messages are too many to be shown as moving dots: then there are none
public record Overlay(
    List<Tie> ties,
    int allTies,
    boolean near,
    List<Lane> lanes,
    int allLanes,
    double counted,
    boolean fast) {
  /// How many links and monitors are drawn at most.
  public static final int MOST_TIES = 300;

  /// How many ways of messages are drawn at most.
  public static final int MOST_LANES = 80;

  /// Nothing.
  public static final Overlay NONE = new Overlay(List.of(), 0, true, List.of(), 0, 1, false);

  /// Takes copies.
  public Overlay {
    ties = List.copyOf(ties);
    lanes = List.copyOf(lanes);
  }
}
