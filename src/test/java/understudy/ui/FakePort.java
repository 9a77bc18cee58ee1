package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Situation;
import understudy.viewmodel.SmallWorld;
import understudy.viewmodel.Studio;
import understudy.viewmodel.Wish;

/// A world outside the window that answers at once and writes down what was asked of it.
final class FakePort implements UiPort {
  final SmallWorld world = new SmallWorld();
  final List<Effect> effects = new ArrayList<>();
  final Studio studio;
  Situation situation =
      new Situation(
          "chat",
          true,
          List.of("chat", "one for all", "restart storm"),
          "chat",
          List.of("room", "session", "echo"),
          false,
          1,
          false,
          0,
          false,
          "42",
          Optional.empty());
  private Wish wish = Wish.FIRST;

  private long clock;

  FakePort() {
    studio = new Studio(() -> clock);
  }

  @Override
  public void wish(Wish next) {
    wish = next;
  }

  @Override
  public Optional<Frame> poll() {
    clock += 1_000_000_000;
    studio.situation(situation);
    studio.accept(world.drain());
    return Optional.of(studio.frame(wish, world));
  }

  @Override
  public void carryOut(Effect effect) {
    effects.add(effect);
  }
}
