package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import understudy.event.RuntimeEvent.Sent;
import understudy.graph.Graph;

/// Messages between places: single flights while they are slow enough to be seen, rates where they
/// are not or where somebody wants them.
///
/// Owned by the pump's thread. Of very many messages only the first between two frames are looked
/// at; [Lanes] says of how many that was.
final class Traffic {
  /// From so many a second of real time on, moving dots are a swarm in which nobody sees a way.
  static final double FAST = 220;

  private static final double SLOW_AGAIN = 140;
  private static final int MOST_COUNTED = 3_000;
  private static final double SMOOTH_SECONDS = 0.4;

  private final List<Flight> flights = new ArrayList<>();
  private final Lanes lanes = new Lanes();
  private int sinceFrame;
  private long lastFrame;
  private double perSecond;
  private boolean fast;

  void sent(Sent sent, Graph graph) {
    if (sent.subject().isNone()) {
      return;
    }
    sinceFrame++;
    boolean flies = flights.size() < Flight.LIMIT;
    boolean counts = lanes.isOpen() && sinceFrame <= MOST_COUNTED;
    if (!counts) {
      lanes.missed();
    }
    if (flies || counts) {
      var from = graph.vertex(sent.subject());
      var to = graph.vertex(sent.to());
      if (from.isPresent() && to.isPresent()) {
        var flight = new Flight(from.get().slot(), to.get().slot());
        if (flies) {
          flights.add(flight);
        }
        if (counts) {
          lanes.count(flight);
        }
      }
    }
  }

  /// {@return the flights since the last call; none while they are too many to be seen}
  ///
  /// @param realNanos real time
  List<Flight> take(long realNanos) {
    double seconds = (realNanos - lastFrame) / 1e9;
    if (seconds > 0) {
      perSecond += (sinceFrame / seconds - perSecond) * (1 - Math.exp(-seconds / SMOOTH_SECONDS));
      fast = perSecond > (fast ? SLOW_AGAIN : FAST);
      lastFrame = realNanos;
    }
    sinceFrame = 0;
    var taken = fast ? List.<Flight>of() : List.copyOf(flights);
    flights.clear();
    return taken;
  }

  boolean isFast() {
    return fast;
  }

  Lanes lanes() {
    return lanes;
  }
}
