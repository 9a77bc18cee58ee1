package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import understudy.event.Pid;
import understudy.viewmodel.Action;
import understudy.viewmodel.Facts;
import understudy.viewmodel.Figures;

/// Names and values in two columns.
public final class FactGrid extends GridPane {
  private record Row(String key, String value) {}

  private List<Row> shown = List.of();
  private int supervisor = -1;

  /// Made by FXML.
  public FactGrid() {
    getStyleClass().add("fact-grid");
  }

  void show(Facts f, WindowLoop loop) {
    var rows = rows(f);
    boolean same = supervisor == f.supervisor().slot() && keys(rows).equals(keys(shown));
    supervisor = f.supervisor().slot();
    if (!same) {
      build(rows, loop);
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!same || !rows.get(i).equals(shown.get(i))) {
        var value = (Labeled) getChildren().get(2 * i + 1);
        value.setText(rows.get(i).value());
      }
    }
    shown = rows;
  }

  private static List<String> keys(List<Row> rows) {
    return rows.stream().map(Row::key).toList();
  }

  private static List<Row> rows(Facts f) {
    List<Row> rows = new ArrayList<>();
    if (f.supervisor().slot() >= 0) {
      rows.add(new Row("supervisor", f.supervisor().name()));
    }
    if (!f.registered().isEmpty() && !f.registered().equals(f.name())) {
      rows.add(new Row("registered", f.registered()));
    }
    rows.add(new Row("behaviour", f.behaviour()));
    if (f.isSupervisor()) {
      rows.add(new Row("strategy", f.strategy()));
    }
    if (!f.restartType().isEmpty()) {
      rows.add(new Row("restart", f.restartType()));
    }
    rows.add(
        new Row(
            "restarts",
            f.previousPid().equals(Pid.NONE)
                ? Figures.whole(f.restarts())
                : Texts.get("inspector.before", f.restarts(), f.previousPid())));
    rows.add(new Row("mailbox", Figures.whole(f.depth())));
    rows.add(new Row("uptime", f.phase().isAlive() ? Figures.duration(f.uptimeNanos()) : "–"));
    rows.add(new Row("traps", Texts.get(f.trapExit() ? "yes" : "no")));
    return rows;
  }

  private void build(List<Row> rows, WindowLoop loop) {
    getChildren().clear();
    for (int i = 0; i < rows.size(); i++) {
      String key = rows.get(i).key();
      var name = new Label(Texts.get("fact." + key));
      name.getStyleClass().add("fact-name");
      var value = key.equals("supervisor") ? supervisorLink(loop) : new Label();
      value.getStyleClass().add("fact-value");
      value.setId("fact-" + key);
      setHgrow(value, Priority.ALWAYS);
      addRow(i, name, value);
    }
  }

  private Labeled supervisorLink(WindowLoop loop) {
    var link = new Hyperlink();
    int slot = supervisor;
    link.setOnAction(_ -> loop.dispatch(new Action.Select(slot, true)));
    return link;
  }
}
