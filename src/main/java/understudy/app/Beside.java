package understudy.app;

import java.util.Optional;
import java.util.function.Consumer;
import understudy.viewmodel.Latest;
import understudy.viewmodel.Showing;
import understudy.viewmodel.Sides;
import understudy.viewmodel.SidesWish;

/// What lies over the studio: runs side by side, or nothing.
///
/// [#wish] and [#poll] belong to the window's thread, all else to the session's.
final class Beside implements AutoCloseable {
  private final Latest<Sides> sides = new Latest<>();
  private final Consumer<String> clipboard;
  private volatile SidesWish wish = SidesWish.FIRST;
  private Optional<Screening> screening = Optional.empty();

  /// @param clipboard takes text that a person wants to have there
  Beside(Consumer<String> clipboard) {
    this.clipboard = clipboard;
  }

  void wish(SidesWish next) {
    wish = next;
  }

  Optional<Sides> poll() {
    return sides.poll();
  }

  boolean isOpen() {
    return screening.isPresent();
  }

  void open(Programme programme) {
    close();
    screening = Optional.of(new Screening(programme, clipboard));
  }

  void order(Showing what) {
    screening.ifPresent(one -> one.order(what));
  }

  void pass(long realNanos) {
    screening.ifPresent(one -> one.pass(realNanos));
  }

  /// Draws up what is to be seen.
  void publish() {
    screening.ifPresent(one -> sides.publish(one.sides(wish)));
  }

  @Override
  public void close() {
    screening.ifPresent(Screening::close);
    screening = Optional.empty();
    sides.publish(Sides.CLOSED);
  }
}
