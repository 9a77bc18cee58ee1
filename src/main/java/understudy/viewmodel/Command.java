package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.viewmodel.Action.Question;

/// Something that can be done by its name, and by a key.
///
/// @param id names its words in the window's texts
/// @param about what the words are about, empty if they are about nothing
/// @param keys the key, for example `K`, `Shift+K`, `Ctrl+K`; empty if it has none
/// @param need without what it cannot be done
/// @param action the gesture; empty if the window does it alone
public record Command(String id, String about, String keys, Need need, Optional<Action> action) {
  /// Without what a command cannot be done.
  public enum Need {
    /// It can always be done.
    NOTHING,
    /// A world that runs.
    WORLD,
    /// A selected process that is alive.
    PROCESS,
    /// A selected process with a supervisor, or one that supervises.
    FAMILY,
    /// Something that was recorded.
    RECORDING
  }

  private static final List<Command> FIXED =
      List.of(
          of("pause", "Space", Need.WORLD, new Action.TogglePause()),
          of("step", "N", Need.WORLD, new Action.StepOnce()),
          of("step.on", "Ctrl+Right", Need.WORLD, new Action.StepOnce()),
          of("faster", "Ctrl+Up", Need.WORLD, new Action.Nudge(1)),
          of("slower", "Ctrl+Down", Need.WORLD, new Action.Nudge(-1)),
          of("spawn", "S", Need.FAMILY, new Action.Ask(Question.SPAWN)),
          of("send", "M", Need.PROCESS, new Action.Ask(Question.SEND)),
          of("crash", "C", Need.PROCESS, new Action.Ask(Question.CRASH)),
          of(
              "raise",
              "Shift+C",
              Need.PROCESS,
              new Action.Crash(new CrashWay.Raise("crashed by hand"))),
          of("kill", "K", Need.PROCESS, new Action.Crash(new CrashWay.Kill())),
          of("kill.tree", "Shift+K", Need.PROCESS, new Action.CrashTree()),
          of("stop", "Delete", Need.PROCESS, new Action.Stop()),
          of("suspend", "U", Need.PROCESS, new Action.ToggleSuspend()),
          of("chaos", "X", Need.WORLD, new Action.ToggleChaos()),
          of("traffic", "T", Need.PROCESS, new Action.Ask(Question.TRAFFIC)),
          of("latency", "L", Need.PROCESS, new Action.Ask(Question.LATENCY)),
          of("calm", "Shift+X", Need.WORLD, new Action.Calm()),
          of("fit", "F", Need.NOTHING, new Action.Fit()),
          of("record", "Ctrl+R", Need.WORLD, new Action.ToggleRecording()),
          of("theme", "Ctrl+T", Need.NOTHING, new Action.ToggleTheme()),
          new Command("open", "", "Ctrl+O", Need.NOTHING, Optional.empty()),
          new Command("save", "", "Ctrl+S", Need.RECORDING, Optional.empty()),
          new Command("find", "", "Ctrl+F", Need.NOTHING, Optional.empty()));

  private static Command of(String id, String keys, Need need, Action action) {
    return new Command(id, "", keys, need, Optional.of(action));
  }

  /// {@return all that have a key}
  public static List<Command> withKeys() {
    List<Command> all = new ArrayList<>(FIXED);
    for (int i = 0; i < Dial.NOTCHES.size(); i++) {
      var tempo = Dial.NOTCHES.get(i);
      all.add(
          new Command(
              "tempo",
              tempo.words(),
              Integer.toString(i + 1),
              Need.WORLD,
              Optional.of(new Action.Speed(tempo))));
    }
    return all;
  }

  /// {@return all that there are now, those of the open world included}
  ///
  /// @param situation what is open
  public static List<Command> all(Situation situation) {
    List<Command> all = new ArrayList<>(withKeys());
    if (!situation.lesson().isEmpty()) {
      all.add(of("again", "", Need.NOTHING, new Action.Lesson(situation.lesson())));
    }
    for (String lesson : situation.lessons()) {
      all.add(
          new Command("lesson", lesson, "", Need.NOTHING, Optional.of(new Action.Lesson(lesson))));
    }
    return all;
  }

  /// {@return whether it can be done now}
  ///
  /// @param frame what is seen
  public boolean isPossible(Frame frame) {
    var now = frame.situation();
    return switch (need) {
      case NOTHING -> true;
      case WORLD -> now.live();
      case PROCESS -> now.live() && frame.facts().filter(f -> f.phase().isAlive()).isPresent();
      case FAMILY -> now.live() && frame.facts().filter(f -> !f.host().isNone()).isPresent();
      case RECORDING -> now.savable();
    };
  }
}
