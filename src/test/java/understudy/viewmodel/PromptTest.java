package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import understudy.event.Pid;
import understudy.viewmodel.Prompt.Row;

class PromptTest {
  private final SmallWorld world = new SmallWorld();
  private final Studio studio = new Studio(() -> 0);
  private Desk desk = Desk.TIDY;
  private Pid pool = Pid.NONE;

  @BeforeEach
  void build() {
    var chat = world.root("chat", "one_for_one", 3, 5);
    var rooms = world.supervisor(chat, "rooms", "one_for_one", 5, 10);
    world.worker(rooms, "lobby", "room");
    world.worker(rooms, "elixir", "room");
    pool = world.supervisor(chat, "sessions", "one_for_all", 3, 5);
    world.worker(pool, "lobbyist", "session");
  }

  private Frame frame() {
    studio.situation(
        new Situation(
            "chat",
            true,
            List.of("chat", "storm"),
            "chat",
            List.of("room"),
            false,
            1,
            false,
            0,
            false,
            "",
            Optional.empty()));
    studio.accept(world.drain());
    return studio.frame(desk.wish(), world);
  }

  private Prompt.Page typed(String text) {
    if (!desk.hands().prompt().open()) {
      desk = desk.update(new Action.TogglePrompt(), Frame.EMPTY).desk();
    }
    desk = desk.update(new Action.Prompted(text), Frame.EMPTY).desk();
    return desk.hands().prompt().page(frame(), command -> command.id() + " " + command.about());
  }

  private static List<String> names(Prompt.Page page) {
    return page.rows().stream()
        .map(row ->
            switch (row) {
              case Row.Found(var hit) -> hit.path();
              case Row.Deed(_, var label, _) -> label.strip();
            })
        .toList();
  }

  @Test
  void aProcessIsFoundByAFewLettersOfItsNameTheShortestFirst() {
    assertThat(names(typed("lob"))).startsWith("chat/rooms/lobby", "chat/sessions/lobbyist");
    assertThat(names(typed("lbby"))).contains("chat/rooms/lobby");
    assertThat(names(typed("ELIX"))).startsWith("chat/rooms/elixir");
  }

  @Test
  void aProcessIsFoundByItsPathOrItsPid() {
    assertThat(names(typed("sess/lob"))).containsExactly("chat/sessions/lobbyist");
    assertThat(names(typed("chat/lobby"))).contains("chat/rooms/lobby", "chat/sessions/lobbyist");
    assertThat(names(typed(world.pid("elixir").toString()))).containsExactly("chat/rooms/elixir");
    assertThat(names(typed("0.4."))).contains("chat/rooms/elixir");
  }

  @Test
  void whatCanBeDoneIsFoundByNameAndLeadsWhereItFitsBetter() {
    assertThat(names(typed("kill"))).startsWith("kill");
    assertThat(names(typed("lesson st"))).containsExactly("lesson storm");
    assertThat(names(typed("zzz"))).isEmpty();
  }

  @Test
  void whatCannotBeDoneNowIsListedLastAndSaysSo() {
    var kill = typed("kill").rows().getFirst();
    assertThat(kill).isInstanceOf(Row.Deed.class);
    assertThat(((Row.Deed) kill).possible()).isFalse();
    int lobby = frame().field().slot(2);
    desk = desk.update(new Action.Select(lobby, false), frame()).desk();
    assertThat(((Row.Deed) typed("kill").rows().getFirst()).possible()).isTrue();
  }

  @Test
  void amongManyTheWorkIsBoundedAndTheRestIsCounted() {
    for (int i = 0; i < Lookup.A_FRAME + 500; i++) {
      world.worker(pool, "w" + i, "worker");
    }
    var first = typed("w");
    assertThat(first.done()).isFalse();
    var second = desk.hands().prompt().page(frame(), command -> command.id());
    assertThat(second.done()).isTrue();
    assertThat(second.rows().stream().filter(Row.Found.class::isInstance))
        .hasSize(Grasp.Hits.LIMIT);
    assertThat(second.more()).isGreaterThanOrEqualTo(Lookup.A_FRAME + 500 - Grasp.Hits.LIMIT);
  }

  @Test
  void whileItIsClosedNothingIsLookedFor() {
    assertThat(desk.wish().reach().sought()).isEmpty();
    assertThat(frame().grasp().hits()).isEqualTo(Grasp.Hits.NOTHING);
  }

  @Test
  void theRowsGoRoundAndTypingStartsAtTheTop() {
    typed("o");
    desk = desk.update(new Action.PromptMove(-1, 5), Frame.EMPTY).desk();
    assertThat(desk.hands().prompt().at()).isEqualTo(4);
    desk = desk.update(new Action.PromptMove(2, 5), Frame.EMPTY).desk();
    assertThat(desk.hands().prompt().at()).isEqualTo(1);
    typed("lo");
    assertThat(desk.hands().prompt().at()).isZero();
  }
}
