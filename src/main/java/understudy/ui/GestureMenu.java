package understudy.ui;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.kordamp.ikonli.javafx.FontIcon;
import understudy.viewmodel.Action;
import understudy.viewmodel.Action.Question;
import understudy.viewmodel.CrashWay;
import understudy.viewmodel.Form;
import understudy.viewmodel.Phase;

/// What a right click on a process offers.
final class GestureMenu {
  private final WindowLoop loop;

  GestureMenu(WindowLoop loop) {
    this.loop = loop;
  }

  ContextMenu menu() {
    var facts = loop.frame().facts();
    boolean live = loop.frame().situation().live();
    boolean alive = live && facts.filter(f -> f.phase().isAlive()).isPresent();
    boolean suspended = facts.filter(f -> f.phase() == Phase.SUSPENDED).isPresent();
    var crash = new Menu(Texts.get("crash"), new FontIcon("fth-zap"));
    crash.setId("menuCrash");
    crash
        .getItems()
        .setAll(
            item(
                "crash.exception",
                "fth-alert-octagon",
                new Action.Crash(new CrashWay.Raise("crashed by hand"))),
            exitReason(),
            item("crash.kill", "fth-slash", KeyCode.K, new Action.Crash(new CrashWay.Kill())));
    crash.getItems().add(item("crash.tree", "fth-git-merge", new Action.CrashTree()));
    crash.setDisable(!alive);
    var load = item("menu.traffic", "fth-inbox", KeyCode.T, new Action.Ask(Question.TRAFFIC));
    load.setDisable(!alive);
    var slow = item("menu.latency", "fth-clock", KeyCode.L, new Action.Ask(Question.LATENCY));
    slow.setDisable(!alive);
    boolean killing = loop.frame().situation().troubles().chaos().isPresent();
    var chaos =
        item(
            killing ? "menu.calm" : "menu.chaos",
            "fth-shuffle",
            KeyCode.X,
            new Action.ToggleChaos());
    chaos.setDisable(!live);
    var spawn = item("spawn.child", "fth-plus-circle", KeyCode.S, new Action.Ask(Question.SPAWN));
    spawn.setDisable(!live || facts.filter(f -> !f.host().isNone()).isEmpty());
    var send = item("send.message", "fth-send", KeyCode.M, new Action.Ask(Question.SEND));
    send.setDisable(!alive);
    var stop = item("stop", "fth-square", KeyCode.DELETE, new Action.Stop());
    stop.setDisable(!alive);
    var suspend =
        item(
            suspended ? "resume" : "suspend",
            suspended ? "fth-play-circle" : "fth-pause-circle",
            KeyCode.U,
            new Action.ToggleSuspend());
    suspend.setDisable(!alive);
    var menu =
        new ContextMenu(
            spawn,
            send,
            new SeparatorMenuItem(),
            crash,
            stop,
            suspend,
            new SeparatorMenuItem(),
            load,
            slow,
            chaos);
    if (!live) {
      var why = new MenuItem(Texts.get("menu.replay"), new FontIcon("fth-film"));
      why.setDisable(true);
      menu.getItems().addAll(0, List.of(why, new SeparatorMenuItem()));
    }
    return menu;
  }

  private MenuItem exitReason() {
    var item = new MenuItem(Texts.get("crash.reason"), new FontIcon("fth-edit-3"));
    item.setOnAction(_ -> {
      loop.dispatch(new Action.Ask(Question.CRASH));
      if (loop.desk().form() instanceof Form.Crash(var pid, var name, _, _)) {
        loop.dispatch(new Action.Edit(new Form.Crash(pid, name, false, "boom")));
      }
    });
    return item;
  }

  private MenuItem item(String key, String icon, KeyCode code, Action action) {
    var item = item(key, icon, action);
    item.setAccelerator(new KeyCodeCombination(code));
    return item;
  }

  private MenuItem item(String key, String icon, Action action) {
    var item = new MenuItem(Texts.get(key), new FontIcon(icon));
    item.setId("menu-" + key.replace('.', '-'));
    item.setOnAction(_ -> loop.dispatch(action));
    return item;
  }
}
