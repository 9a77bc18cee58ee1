package understudy.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.ui.Flashes.Flash;
import understudy.viewmodel.Card;
import understudy.viewmodel.Fate;
import understudy.viewmodel.Field;
import understudy.viewmodel.Phase;

/// What has just happened, in words beside the cards: who died of what, what the strategy does
/// about it, which pid became which.
final class Tales {
  private Tales() {}

  /// In which colour something is told.
  enum Tone {
    /// A death.
    CRASH,
    /// Taken down by the supervisor.
    TAKEN,
    /// A return.
    RESTART,
    /// A return some time ago.
    PAST,
    /// Nothing to worry about.
    CALM
  }

  /// A few words about a row.
  ///
  /// @param row the row
  /// @param text the words
  /// @param brief fewer of them, for a small card
  /// @param tone what they are about
  /// @param decision whether they tell what a supervisor does about its children, not what became
  ///   of the row's own process
  record Tale(int row, String text, String brief, Tone tone, boolean decision) {
    Tale(int row, String text, Tone tone, boolean decision) {
      this(row, text, text, tone, decision);
    }
  }

  /// {@return what to tell now, in the order of the cards; what supervisors do comes last}
  static List<Tale> of(Field field, List<Card> cards, Flashes flashes, long now) {
    if (flashes.isEmpty()) {
      return gaveUp(field, cards);
    }
    List<Tale> tales = new ArrayList<>();
    Map<Integer, Family> families = new HashMap<>();
    for (var card : cards) {
      var flash = flashes.of(field.slot(card.row())).filter(f -> f.fate() != Fate.NONE);
      own(field, card, flash, now).ifPresent(tales::add);
      if (flash.isPresent() && field.parent(card.row()) >= 0) {
        families
            .computeIfAbsent(field.parent(card.row()), _ -> new Family())
            .add(card.name(), flash.get());
      }
    }
    for (var card : cards) {
      var family = families.get(card.row());
      var own = flashes.of(field.slot(card.row())).filter(f -> f.fate() != Fate.NONE);
      if (family != null && field.phase(card.row()) != Phase.GAVE_UP && family.diedAfter(own)) {
        family.decision(card, now).ifPresent(tales::add);
      }
    }
    return tales;
  }

  private static List<Tale> gaveUp(Field field, List<Card> cards) {
    return cards.stream()
        .filter(card -> field.phase(card.row()) == Phase.GAVE_UP)
        .map(Tales::gaveUp)
        .toList();
  }

  private static Optional<Tale> own(Field field, Card card, Optional<Flash> flash, long now) {
    if (field.phase(card.row()) == Phase.GAVE_UP) {
      return Optional.of(gaveUp(card));
    }
    return flash.flatMap(f -> own(card, f, now));
  }

  private static Optional<Tale> own(Card card, Flash flash, long now) {
    return switch (flash.stage(now)) {
      case BEFORE -> Optional.empty();
      case DYING ->
          Optional.of(
              switch (flash.fate()) {
                case GAVE_UP -> gaveUp(card);
                case CRASHED ->
                    new Tale(
                        card.row(),
                        card.lastExit().isEmpty()
                            ? Texts.get("tale.died", card.name())
                            : card.lastExit(),
                        Tone.CRASH,
                        false);
                case TAKEN_DOWN -> new Tale(card.row(), Texts.get("tale.taken"), Tone.TAKEN, false);
                case ENDED, NONE -> new Tale(card.row(), Texts.get("tale.ended"), Tone.CALM, false);
              });
      case BORN -> succession(card, Tone.RESTART);
      case TOLD -> succession(card, Tone.PAST);
    };
  }

  private static Optional<Tale> succession(Card card, Tone tone) {
    return card.previousPid().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Tale(
                card.row(),
                Texts.get("tale.succession", card.previousPid(), card.pid()),
                Texts.get("tale.was", card.previousPid()),
                tone,
                false));
  }

  private static Tale gaveUp(Card card) {
    return new Tale(
        card.row(),
        Texts.get("tale.gave_up", card.restartsAllowed(), card.periodSeconds()),
        Tone.CRASH,
        false);
  }
}
