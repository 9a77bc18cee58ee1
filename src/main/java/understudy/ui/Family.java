package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.ui.Flashes.Flash;
import understudy.ui.Flashes.Stage;
import understudy.ui.Tales.Tale;
import understudy.ui.Tales.Tone;
import understudy.viewmodel.Card;
import understudy.viewmodel.Fate;

/// What the children of one supervisor have just been through, and so what it does.
final class Family {
  private record Member(String name, Flash flash) {}

  private final List<Member> members = new ArrayList<>();

  void add(String name, Flash flash) {
    members.add(new Member(name, flash));
  }

  /// {@return whether somebody died after what the supervisor itself went through: those who fall
  /// and rise with it are not its decision}
  boolean diedAfter(Optional<Flash> supervisor) {
    return supervisor.isEmpty()
        || members.stream().anyMatch(m -> m.flash().death() > supervisor.get().newest());
  }

  /// {@return what the supervisor does, as far as the story has been told}
  Optional<Tale> decision(Card card, long now) {
    long newestDeath =
        members.stream()
            .map(Member::flash)
            .filter(f -> f.stage(now) == Stage.DYING)
            .mapToLong(Flash::death)
            .max()
            .orElse(Long.MIN_VALUE);
    var story = members.stream().filter(m -> m.flash().newest() >= newestDeath).toList();
    var back = story.stream().filter(m -> isBack(m.flash(), now)).toList();
    if (!back.isEmpty()) {
      boolean past = back.stream().allMatch(m -> m.flash().stage(now) == Stage.TOLD);
      return Optional.of(
          new Tale(card.row(), returns(card, story, back), past ? Tone.PAST : Tone.RESTART, true));
    }
    var dying = story.stream().filter(m -> m.flash().stage(now) == Stage.DYING).toList();
    long taken = dying.stream().filter(m -> m.flash().fate() == Fate.TAKEN_DOWN).count();
    var dead = dying.stream().filter(m -> isCrash(m.flash().fate())).findFirst();
    if (taken > 0) {
      String key = dead.isEmpty() ? "tale.takes" : "tale.more";
      return Optional.of(
          new Tale(card.row(), Texts.get(key, card.detail(), taken), Tone.TAKEN, true));
    }
    return dead.map(m -> new Tale(card.row(), Texts.get("tale.died", m.name()), Tone.CRASH, true));
  }

  private static String returns(Card card, List<Member> story, List<Member> back) {
    long all = story.stream().filter(m -> m.flash().reborn()).count();
    return all == 1
        ? Texts.get("tale.restarts", card.detail(), back.getFirst().name())
        : Texts.get("tale.all", card.detail(), all);
  }

  private static boolean isBack(Flash flash, long now) {
    var stage = flash.stage(now);
    return stage == Stage.BORN || stage == Stage.TOLD;
  }

  private static boolean isCrash(Fate fate) {
    return fate == Fate.CRASHED || fate == Fate.GAVE_UP;
  }
}
