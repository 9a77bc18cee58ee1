package understudy.export;

import java.io.IOException;
import java.util.Optional;
import understudy.event.Stamped;

/// What happened in a system, to be gone through from its beginning as often as needed.
///
/// @param name what tells it from other runs, for example the name of its file
/// @param title what a person calls it; may be empty
/// @param scenario the id of what was played; may be empty
/// @param seed the run's seed; 0 if it has none
/// @param stepped whether its time is virtual
/// @param damage one line that says what of it is lost; empty if nothing is
/// @param source its events
public record Run(
    String name,
    String title,
    String scenario,
    long seed,
    boolean stepped,
    Optional<String> damage,
    Source source) {

  /// Takes one event after another.
  @FunctionalInterface
  public interface Taker {
    /// Takes the next event.
    ///
    /// @param event the event with its place in the stream
    /// @throws IOException if what is made of it cannot be written
    void take(Stamped event) throws IOException;
  }

  /// Where the events come from.
  @FunctionalInterface
  public interface Source {
    /// Hands over every event in order, from the first on each time.
    ///
    /// @param taker called on this thread
    /// @return how many events were passed over because this version cannot read them
    /// @throws IOException if the events cannot be read on, with one line for a person; or what
    ///   `taker` throws
    long forEach(Taker taker) throws IOException;
  }

  /// {@return the title, or the name where there is none}
  String heading() {
    return title.isBlank() ? name : title;
  }
}
