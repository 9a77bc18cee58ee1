package understudy.viewmodel;

import java.util.Locale;

/// Which event lines a person wants to see.
///
/// @param least the lowest level shown
/// @param slot only lines about the process in this place; -1 for all
/// @param text only lines that contain this, whatever the case; empty for all
/// @param most how many of them, the newest
public record EventFilter(Level least, int slot, String text, int most) {
  /// Every line.
  public static final EventFilter ALL = new EventFilter(Level.INFO, -1, "");

  /// As many as a page holds.
  ///
  /// @param least the lowest level shown
  /// @param slot only lines about the process in this place; -1 for all
  /// @param text only lines that contain this, whatever the case; empty for all
  public EventFilter(Level least, int slot, String text) {
    this(least, slot, text, EventPage.LIMIT);
  }

  /// {@return this about another place}
  ///
  /// @param other the place, negative for all
  public EventFilter about(int other) {
    return new EventFilter(least, Math.max(-1, other), text, most);
  }

  /// {@return this with more lines}
  public EventFilter more() {
    return new EventFilter(least, slot, text, Math.min(Chronicle.KEPT, most + 2 * EventPage.LIMIT));
  }

  /// {@return whether `line` is wanted}
  ///
  /// @param line a line
  public boolean accepts(EventLine line) {
    return line.level().compareTo(least) >= 0
        && (slot < 0 || line.slot() == slot)
        && (text.isEmpty()
            || line.text().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
  }
}
