package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;

class DeskTest {
  private static final Situation LIVE =
      new Situation(
          "chat",
          true,
          List.of("chat"),
          "chat",
          List.of("room"),
          false,
          1,
          false,
          0,
          false,
          "",
          Optional.empty());

  private final SmallWorld world = new SmallWorld();
  private final Studio studio = new Studio(() -> 0);
  private Pid chat = Pid.NONE;
  private Pid lobby = Pid.NONE;
  private Situation situation = LIVE;
  private Desk desk = Desk.TIDY;

  @BeforeEach
  void build() {
    chat = world.root("chat", "one_for_one", 3, 5);
    lobby = world.worker(chat, "lobby", "room");
    select("lobby");
  }

  private Frame frame() {
    studio.situation(situation);
    studio.accept(world.drain());
    return studio.frame(desk.wish(), world);
  }

  private void select(String name) {
    var field = frame().field();
    for (int row = 0; row < field.size(); row++) {
      if (field.pid(row) == world.pid(name).number()) {
        act(new Action.Select(field.slot(row), false));
      }
    }
  }

  private List<Effect> act(Action action) {
    var next = desk.update(action, frame());
    desk = next.desk();
    return next.effects();
  }

  @Nested
  class OnALiveSystem {
    @Test
    void theSelectedProcessIsKilledStoppedSuspended() {
      assertThat(act(new Action.Crash(new CrashWay.Kill())))
          .containsExactly(new Effect.Crash(lobby, new CrashWay.Kill()));
      assertThat(act(new Action.Stop())).containsExactly(new Effect.Stop(lobby));
      assertThat(act(new Action.ToggleSuspend())).containsExactly(new Effect.Suspend(lobby));
    }

    @Test
    void aSuspendedProcessIsResumed() {
      world.suspend(lobby);
      assertThat(act(new Action.ToggleSuspend())).containsExactly(new Effect.Resume(lobby));
    }

    @Test
    void theDeadCannotBeKilledAgain() {
      world.die(lobby, ExitReason.atom("boom"));
      assertThat(act(new Action.Crash(new CrashWay.Kill()))).isEmpty();
    }

    @Test
    void withNobodySelectedNothingHappens() {
      act(new Action.Select(-1, false));
      assertThat(act(new Action.Stop())).isEmpty();
      act(new Action.Ask(Action.Question.SEND));
      assertThat(desk.form()).isEqualTo(new Form.None());
    }
  }

  @Nested
  class OnARecording {
    @BeforeEach
    void open() {
      situation =
          new Situation(
              "r",
              false,
              List.of(),
              "",
              List.of(),
              false,
              1,
              false,
              0,
              false,
              "",
              Optional.empty());
    }

    @Test
    void nobodyCanBeTouched() {
      assertThat(act(new Action.Crash(new CrashWay.Kill()))).isEmpty();
      act(new Action.Ask(Action.Question.CRASH));
      assertThat(desk.form()).isEqualTo(new Form.None());
    }
  }

  @Nested
  class Forms {
    @Test
    void sendOffersWhatTheProcessUnderstandsAndSendsTheTerm() {
      act(new Action.Ask(Action.Question.SEND));
      assertThat(desk.form()).isEqualTo(new Form.Send(lobby, "lobby", "ping"));
      act(new Action.Edit(new Form.Send(lobby, "lobby", "{say, 1}")));
      var term = ExitReason.tuple(ExitReason.atom("say"), new ExitReason.Int(1));
      assertThat(act(new Action.Submit())).containsExactly(new Effect.Send(lobby, term));
      assertThat(desk.form()).isEqualTo(new Form.None());
    }

    @Test
    void aTextThatDoesNotParseStaysInTheForm() {
      act(new Action.Edit(new Form.Send(lobby, "lobby", "{say")));
      assertThat(act(new Action.Submit())).isEmpty();
      assertThat(desk.form().problem()).startsWith("column 5");
    }

    @Test
    void aWorkersNewSiblingIsSpawnedUnderItsSupervisor() {
      act(new Action.Ask(Action.Question.SPAWN));
      assertThat(desk.form().problem()).contains("needs an id");
      act(new Action.Edit(new Form.Spawn(chat, "chat", " r2 ", "room", RestartType.TRANSIENT)));
      assertThat(act(new Action.Submit()))
          .containsExactly(new Effect.Spawn(chat, "room", RestartType.TRANSIENT, "r2"));
    }

    @Test
    void aCrashIsAnExceptionOrAnExitReason() {
      act(new Action.Ask(Action.Question.CRASH));
      assertThat(act(new Action.Submit()))
          .containsExactly(new Effect.Crash(lobby, new CrashWay.Raise("crashed by hand")));
      act(new Action.Edit(new Form.Crash(lobby, "lobby", false, "boom")));
      assertThat(act(new Action.Submit()))
          .containsExactly(new Effect.Crash(lobby, new CrashWay.Exit(ExitReason.atom("boom"))));
    }

    @Test
    void anotherSelectionClosesTheForm() {
      act(new Action.Ask(Action.Question.CRASH));
      select("chat");
      assertThat(desk.form()).isEqualTo(new Form.None());
    }
  }

  @Nested
  class Looking {
    @Test
    void arrowsWalkThroughTheTree() {
      act(new Action.Move(Action.Way.UP));
      assertThat(frame().facts().orElseThrow().name()).isEqualTo("chat");
      act(new Action.Move(Action.Way.DOWN));
      assertThat(frame().facts().orElseThrow().name()).isEqualTo("lobby");
    }

    @Test
    void zoomingKeepsThePointUnderThePointer() {
      var before = desk.camera().resolve(frame().world(), desk.view());
      act(new Action.Zoom(2, 100, 80));
      assertThat(desk.camera().wx(100)).isCloseTo(before.wx(100), within());
      assertThat(desk.camera().wy(80)).isCloseTo(before.wy(80), within());
      assertThat(desk.camera().fitting()).isFalse();
    }

    @Test
    void fitComesBackFromAnywhere() {
      act(new Action.Pan(5_000, 5_000));
      assertThat(frame().shown()).isZero();
      act(new Action.Fit());
      assertThat(frame().shown()).isEqualTo(2);
    }

    @Test
    void revealBringsAProcessIntoViewAndLeavesTheScale() {
      act(new Action.Pan(5_000, 5_000));
      double scale = desk.camera().scale();
      var box = frame().facts().orElseThrow().box();
      act(new Action.Reveal(box));
      assertThat(frame().field().rowOf(desk.selected())).isNotNegative();
      assertThat(desk.camera().scale()).isEqualTo(scale);
    }

    @Test
    void findNextGoesRound() {
      act(new Action.Find("o"));
      act(new Action.FindNext());
      int first = desk.selected();
      act(new Action.FindNext());
      int second = desk.selected();
      act(new Action.FindNext());
      assertThat(second).isNotEqualTo(first);
      assertThat(desk.selected()).isEqualTo(first);
    }

    private static org.assertj.core.data.Offset<Double> within() {
      return org.assertj.core.data.Offset.offset(1e-6);
    }
  }

  @Nested
  class TheWorld {
    @Test
    void pauseAndPlayTakeTurns() {
      assertThat(act(new Action.TogglePause())).containsExactly(new Effect.Pause());
      situation = situation.withPaused(true);
      assertThat(act(new Action.TogglePause())).containsExactly(new Effect.Play());
    }

    @Test
    void recordingStartsStopsAndIsSaved() {
      assertThat(act(new Action.ToggleRecording())).containsExactly(new Effect.StartRecording());
      situation = situation.withRecording(true, 3);
      assertThat(act(new Action.ToggleRecording())).containsExactly(new Effect.StopRecording());
      var file = Path.of("a.ustudy");
      assertThat(act(new Action.Save(file))).containsExactly(new Effect.SaveRecording(file));
    }

    @Test
    void anotherLessonClearsTheDeskButNotTheTheme() {
      act(new Action.ToggleTheme());
      assertThat(act(new Action.Lesson("chat"))).containsExactly(new Effect.OpenLesson("chat"));
      assertThat(desk.selected()).isEqualTo(-1);
      assertThat(desk.dark()).isFalse();
    }
  }

  @Test
  void whoReadsFarBackInTheEventsStaysThereWithAnother() {
    var one = EventFilter.ALL.about(desk.selected()).more();
    act(new Action.Filter(one));
    select("chat");
    assertThat(desk.filter()).isEqualTo(one.about(desk.selected()));
    act(new Action.Select(-1, false));
    assertThat(desk.filter()).isEqualTo(EventFilter.ALL.more());
  }
}
