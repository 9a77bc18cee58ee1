package understudy.ui;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import understudy.viewmodel.Action;
import understudy.viewmodel.Action.Question;
import understudy.viewmodel.Command;
import understudy.viewmodel.Form;
import understudy.viewmodel.Phase;

/// What a right click on a process offers.
final class GestureMenu {
  private final WindowLoop loop;
  private final Commander commander;

  GestureMenu(WindowLoop loop, Commander commander) {
    this.loop = loop;
    this.commander = commander;
  }

  ContextMenu menu() {
    var facts = loop.frame().facts();
    boolean suspended = facts.filter(f -> f.phase() == Phase.SUSPENDED).isPresent();
    boolean killing = loop.frame().situation().troubles().chaos().isPresent();
    var crash = new Menu(Texts.get("crash"), new FontIcon("fth-zap"));
    crash.setId("menuCrash");
    crash
        .getItems()
        .setAll(
            item("raise", "crash.exception", "fth-alert-octagon"),
            exitReason(),
            item("kill", "crash.kill", "fth-slash"),
            item("kill.tree", "crash.tree", "fth-git-merge"));
    crash.setDisable(!Command.named("crash").isPossible(loop.frame()));
    var menu =
        new ContextMenu(
            item("spawn", "spawn.child", "fth-plus-circle"),
            item("send", "send.message", "fth-send"),
            new SeparatorMenuItem(),
            crash,
            item("stop", "stop", "fth-square"),
            suspended
                ? item("suspend", "resume", "fth-play-circle")
                : item("suspend", "suspend", "fth-pause-circle"),
            new SeparatorMenuItem(),
            item("traffic", "menu.traffic", "fth-inbox"),
            item("latency", "menu.latency", "fth-clock"),
            item("chaos", killing ? "menu.chaos.end" : "menu.chaos", "fth-shuffle"));
    if (!loop.frame().situation().live()) {
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

  private MenuItem item(String id, String words, String icon) {
    var command = Command.named(id);
    var item = new MenuItem(Texts.get(words), new FontIcon(icon));
    item.setId("menu-" + words.replace('.', '-'));
    item.setAccelerator(Keys.keys(command).getFirst());
    item.setDisable(!command.isPossible(loop.frame()));
    item.setOnAction(_ -> commander.run(command));
    return item;
  }
}
