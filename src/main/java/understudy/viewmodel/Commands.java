package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import understudy.viewmodel.Action.Question;
import understudy.viewmodel.Arrangement.Change;
import understudy.viewmodel.Arrangement.Side;
import understudy.viewmodel.Arrangement.View;
import understudy.viewmodel.Command.Act;
import understudy.viewmodel.Command.Arrange;
import understudy.viewmodel.Command.Does;
import understudy.viewmodel.Command.Need;
import understudy.viewmodel.Command.Own;
import understudy.viewmodel.Command.Topic;

/// The list of what can be done, with its keys.
final class Commands {
  static final List<Command> FIXED = list();

  private static final double NEARER = 1.25;

  private Commands() {}

  private static List<Command> list() {
    List<Command> all = new ArrayList<>();
    time(all);
    processes(all);
    picture(all);
    window(all);
    files(all);
    return List.copyOf(all);
  }

  private static void time(List<Command> all) {
    all.add(run("pause", "Space", new Action.TogglePause()));
    all.add(time("step", "N", new Action.StepOnce()));
    all.add(time("step.on", "Ctrl+Right", new Action.StepOnce()));
    all.add(run("faster", "Ctrl+Up", new Action.Nudge(1)));
    all.add(run("slower", "Ctrl+Down", new Action.Nudge(-1)));
    all.add(lesson("compare", "Ctrl+D", new Action.Show(new Showing.Strategies())));
    all.add(lesson("branches", "Ctrl+B", new Action.Show(new Showing.Branches())));
    all.add(lesson("copy", "Ctrl+Shift+C", new Action.CopyCommand()));
    for (int i = 0; i < Dial.NOTCHES.size(); i++) {
      var tempo = Dial.NOTCHES.get(i);
      all.add(
          new Command(
              "tempo",
              tempo.words(),
              Integer.toString(i + 1),
              Topic.TIME,
              Need.RUN,
              new Act(new Action.Speed(tempo))));
    }
    travel(all);
  }

  private static void travel(List<Command> all) {
    all.add(run("event.back", "Comma", new Action.Travel(Stride.EVENT, false)));
    all.add(run("event.forth", "Period", new Action.Travel(Stride.EVENT, true)));
    all.add(run("crash.back", "Shift+Comma", new Action.Travel(Stride.CRASH, false)));
    all.add(run("crash.forth", "Shift+Period", new Action.Travel(Stride.CRASH, true)));
    all.add(run("process.back", "Ctrl+Comma", new Action.Travel(Stride.PROCESS, false)));
    all.add(run("process.forth", "Ctrl+Period", new Action.Travel(Stride.PROCESS, true)));
    all.add(run("start", "Home", new Action.ToStart()));
    all.add(run("now", "End", new Action.ToNow()));
  }

  private static Command run(String id, String keys, Action action) {
    return new Command(id, "", keys, Topic.TIME, Need.RUN, new Act(action));
  }

  private static Command lesson(String id, String keys, Action action) {
    return new Command(id, "", keys, Topic.TIME, Need.LESSON, new Act(action));
  }

  private static Command time(String id, String keys, Action action) {
    return new Command(id, "", keys, Topic.TIME, Need.WORLD, new Act(action));
  }

  private static void processes(List<Command> all) {
    all.add(
        new Command(
            "spawn", "", "S", Topic.PROCESS, Need.FAMILY, new Act(new Action.Ask(Question.SPAWN))));
    all.add(process("send", "M", new Action.Ask(Question.SEND)));
    all.add(process("crash", "C", new Action.Ask(Question.CRASH)));
    all.add(
        process(
            "raise", "Shift+C", new Action.Crash(new CrashWay.Raise(Words.get("form.crashed")))));
    all.add(process("kill", "K", new Action.Crash(new CrashWay.Kill())));
    all.add(process("kill.tree", "Shift+K", new Action.CrashTree()));
    all.add(process("stop", "Delete", new Action.Stop()));
    all.add(process("suspend", "U", new Action.ToggleSuspend()));
    all.add(process("traffic", "T", new Action.Ask(Question.TRAFFIC)));
    all.add(process("latency", "L", new Action.Ask(Question.LATENCY)));
    for (int i = 1; i <= Command.DELIVERABLE; i++) {
      all.add(
          new Command(
              "deliver",
              Integer.toString(i),
              "Shift+" + i,
              Topic.PROCESS,
              Need.LETTER,
              new Act(new Action.DeliverAt(i))));
    }
    all.add(
        new Command(
            "chaos", "", "X", Topic.PROCESS, Need.WORLD, new Act(new Action.ToggleChaos())));
    all.add(
        new Command(
            "calm", "", "Shift+X", Topic.PROCESS, Need.TROUBLE, new Act(new Action.Calm())));
  }

  private static Command process(String id, String keys, Action action) {
    return new Command(id, "", keys, Topic.PROCESS, Need.PROCESS, new Act(action));
  }

  private static void picture(List<Command> all) {
    all.add(picture("palette", "Ctrl+K", Need.NOTHING, new Act(new Action.TogglePrompt())));
    all.add(picture("find", "Ctrl+F", Need.NOTHING, Own.FIND));
    all.add(picture("fit", "F", Need.TREE, new Act(new Action.Fit())));
    all.add(picture("nearer", "Plus", Need.TREE, new Act(new Action.ZoomMiddle(NEARER))));
    all.add(picture("farther", "Minus", Need.TREE, new Act(new Action.ZoomMiddle(1 / NEARER))));
    all.add(layer("links", "Ctrl+7", Layer.LINKS));
    all.add(layer("monitors", "Ctrl+8", Layer.MONITORS));
    all.add(layer("rates", "Ctrl+9", Layer.RATES));
    all.add(picture("select.all", "Ctrl+A", Need.TREE, new Act(new Action.PickSeen())));
    all.add(picture("roll.sort", "O", Need.TABLE, Own.SORT));
    all.add(picture("roll.turn", "Shift+O", Need.TABLE, Own.TURN));
  }

  private static Command layer(String id, String keys, Layer layer) {
    return picture(id, keys, Need.NOTHING, new Arrange(new Change.ToggleLayer(layer)));
  }

  private static Command picture(String id, String keys, Need need, Does does) {
    return new Command(id, "", keys, Topic.PICTURE, need, does);
  }

  private static void window(List<Command> all) {
    all.add(window("view.tree", "Ctrl+1", new Change.Show(View.TREE)));
    all.add(window("view.table", "Ctrl+2", new Change.Show(View.TABLE)));
    all.add(window("view.both", "Ctrl+3", new Change.Show(View.BOTH)));
    all.add(window("strip", "Ctrl+4", new Change.ToggleStrip()));
    all.add(window("timeline", "Ctrl+5", new Change.ToggleTimeline()));
    all.add(window("events", "Ctrl+6", new Change.ToggleEvents()));
    all.add(window("inspector", "Ctrl+I", new Change.ToggleInspector()));
    all.add(window("inspector.left", "", new Change.Dock(Side.LEFT)));
    all.add(window("inspector.right", "", new Change.Dock(Side.RIGHT)));
    all.add(window("inspector.hidden", "", new Change.Dock(Side.HIDDEN)));
    all.add(window("edge.wider", "Ctrl+Shift+Left", Own.WIDER));
    all.add(window("edge.narrower", "Ctrl+Shift+Right", Own.NARROWER));
    all.add(window("edge.higher", "Ctrl+Shift+Up", Own.HIGHER));
    all.add(window("edge.lower", "Ctrl+Shift+Down", Own.LOWER));
    all.add(window("larger", "Ctrl+Plus", new Change.Scale(true)));
    all.add(window("smaller", "Ctrl+Minus", new Change.Scale(false)));
    all.add(window("natural", "Ctrl+0", new Change.ScaleTo(Arrangement.SMALLEST)));
    all.add(
        new Command(
            "theme", "", "Ctrl+T", Topic.WINDOW, Need.NOTHING, new Act(new Action.ToggleTheme())));
    all.add(window("present", "F5", Own.PRESENT));
  }

  private static Command window(String id, String keys, Change change) {
    return window(id, keys, new Arrange(change));
  }

  private static Command window(String id, String keys, Does does) {
    return new Command(id, "", keys, Topic.WINDOW, Need.NOTHING, does);
  }

  private static void files(List<Command> all) {
    all.add(file("open", "Ctrl+O", Need.NOTHING, Own.OPEN));
    all.add(file("chat", "", Need.NOTHING, new Act(new Action.StartChat(false))));
    all.add(file("chat.host", "", Need.NOTHING, new Act(new Action.StartChat(true))));
    all.add(file("record", "Ctrl+R", Need.WORLD, new Act(new Action.ToggleRecording())));
    all.add(file("save", "Ctrl+S", Need.RECORDING, Own.SAVE));
    all.add(file("draw", "Ctrl+P", Need.TREE, Own.DRAW));
    all.add(file("export", "Ctrl+E", Need.TREE, Own.EXPORT));
    all.add(file("quit", "Ctrl+Q", Need.NOTHING, Own.QUIT));
    all.add(file("keys", "F1", Need.NOTHING, Own.KEYS));
    all.add(file("tour", "", Need.NOTHING, new Arrange(new Change.Welcome(false))));
  }

  private static Command file(String id, String keys, Need need, Does does) {
    return new Command(id, "", keys, Topic.FILE, need, does);
  }
}
