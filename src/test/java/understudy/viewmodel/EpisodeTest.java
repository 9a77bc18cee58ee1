package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import understudy.event.Pid;

class EpisodeTest {
  private static final long SECOND = 1_000_000_000L;

  private final Deque<EventLine> lines = new ArrayDeque<>();

  private void say(double second, Level level, String text) {
    lines.add(new EventLine(lines.size(), Math.round(second * SECOND), level, Pid.NONE, -1, text));
  }

  private List<String> told(long second) {
    return Episode.last(lines, second * SECOND).lines().stream().map(EventLine::text).toList();
  }

  @Test
  void theLastCrashIsToldInOrderWithWhatCameOfIt() {
    say(1, Level.CRASH, "an old one");
    say(5, Level.CRASH, "lobby crashed: boom");
    say(5, Level.INFO, "ann says hello");
    say(5, Level.RESTART, "rooms takes elixir down");
    say(5.2, Level.RESTART, "rooms restarts lobby");
    assertThat(told(6))
        .containsExactly("lobby crashed: boom", "rooms takes elixir down", "rooms restarts lobby");
  }

  @Test
  void itIsForgottenAfterAWhile() {
    say(5, Level.CRASH, "lobby crashed: boom");
    assertThat(told(16)).hasSize(1);
    assertThat(Episode.last(lines, 16 * SECOND).left()).isZero();
    assertThat(told(18)).isEmpty();
  }

  @Test
  void ofALongOneTheBeginningAndTheEndAreTold() {
    for (int i = 0; i < 20; i++) {
      say(5, Level.CRASH, "crash " + i);
    }
    assertThat(told(5)).containsExactly("crash 0", "crash 18", "crash 19");
    assertThat(Episode.last(lines, 5 * SECOND).left()).isEqualTo(17);
  }
}
