package understudy.viewmodel;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import understudy.graph.Vertex;

/// All places there are, by their seats, of which some may be empty.
///
/// @param seats a number above all seats
/// @param size how many are taken
/// @param who who has a seat, asked when it is looked at
record Crowd(int seats, int size, IntFunction<Optional<Vertex>> who) {
  static final Crowd NOBODY = of(List.of());

  static Crowd of(List<Vertex> all) {
    return new Crowd(all.size(), all.size(), seat -> Optional.of(all.get(seat)));
  }

  Optional<Vertex> at(int seat) {
    return who.apply(seat);
  }
}
