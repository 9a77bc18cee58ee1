package understudy.ui;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import understudy.event.RestartType;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Facts;
import understudy.viewmodel.Form;
import understudy.viewmodel.Frame;

/// Controller of the form that is open: spawn, send or crash, with what is wrong beside the field.
final class FormPane implements Pane {
  private final WindowLoop loop;
  @FXML private VBox form;
  @FXML private Label title;
  @FXML private Node spawnBox;
  @FXML private ComboBox<String> behaviour;
  @FXML private ComboBox<RestartType> restart;
  @FXML private Node crashBox;
  @FXML private ToggleButton raise;
  @FXML private ToggleButton exit;
  @FXML private Label fieldName;
  @FXML private TextField field;
  @FXML private FlowPane ideas;
  @FXML private Label problem;
  @FXML private Node scopeBox;
  @FXML private ToggleButton scopeAll;
  @FXML private ToggleButton scopeOne;
  @FXML private Node moreBox;
  @FXML private Node rateBox;
  @FXML private Label rateName;
  @FXML private TextField rate;
  @FXML private Node workBox;
  @FXML private TextField work;
  @FXML private Button submit;
  private Form shown = new Form.None();
  private List<String> shownIdeas = List.of();
  private boolean filling;

  FormPane(WindowLoop loop) {
    this.loop = loop;
  }

  @FXML
  void initialize() {
    restart.setItems(FXCollections.observableArrayList(RestartType.values()));
    restart.setConverter(new Words());
    field.accessibleTextProperty().bind(fieldName.textProperty());
    rate.accessibleTextProperty().bind(rateName.textProperty());
    field.textProperty().subscribe(text -> edit(text));
    rate.textProperty().subscribe(_ -> edit());
    work.textProperty().subscribe(_ -> edit());
  }

  @FXML
  void edit() {
    edit(field.getText());
  }

  private void edit(String text) {
    if (filling) {
      return;
    }
    var edited =
        switch (loop.desk().form()) {
          case Form.None none -> none;
          case Form.Spawn(var under, var name, _, _, _) ->
              new Form.Spawn(
                  under,
                  name,
                  text,
                  behaviour.getValue() == null ? "" : behaviour.getValue(),
                  restart.getValue() == null ? RestartType.PERMANENT : restart.getValue());
          case Form.Send(var to, var name, _) -> new Form.Send(to, name, text);
          case Form.Crash(var pid, var name, _, _) ->
              new Form.Crash(pid, name, raise.isSelected(), text);
          case Form.Chaos(var scope, var name, _, _, _) ->
              new Form.Chaos(
                  scope, name, name.isEmpty() || scopeAll.isSelected(), text, rate.getText());
          case Form.Traffic(var to, var name, _, _, _) ->
              new Form.Traffic(to, name, rate.getText(), text, work.getText());
          case Form.Latency(var pid, var name, _) -> new Form.Latency(pid, name, text);
        };
    if (!edited.equals(loop.desk().form())) {
      shown = edited;
      loop.dispatch(new Action.Edit(edited));
    }
  }

  @FXML
  void submit() {
    loop.dispatch(new Action.Submit());
  }

  @FXML
  void cancel() {
    loop.dispatch(new Action.Cancel());
  }

  @Override
  public void show(Frame frame, Desk desk) {
    var now = desk.form();
    boolean opened = shown.getClass() != now.getClass();
    if (!now.equals(shown)) {
      shown = now;
      filling = true;
      fill(frame, now);
      filling = false;
    }
    present(form, !(now instanceof Form.None));
    problem.setText(now.problem());
    present(problem, !now.problem().isEmpty());
    submit.setDisable(!now.problem().isEmpty());
    ideas(
        now instanceof Form.Send || now instanceof Form.Traffic
            ? frame.facts().map(Facts::understands).orElse(List.of())
            : List.of());
    if (opened && form.isVisible()) {
      field.requestFocus();
      field.selectAll();
    }
  }

  private void fill(Frame frame, Form now) {
    present(spawnBox, now instanceof Form.Spawn);
    present(crashBox, now instanceof Form.Crash);
    present(scopeBox, now instanceof Form.Chaos chaos && !chaos.name().isEmpty());
    present(moreBox, now instanceof Form.Chaos || now instanceof Form.Traffic);
    present(rateBox, true);
    present(workBox, now instanceof Form.Traffic);
    switch (now) {
      case Form.None _ -> {}
      case Form.Spawn(_, var name, var id, var runs, var type) -> {
        behaviour.setItems(FXCollections.observableArrayList(frame.situation().behaviours()));
        behaviour.setValue(runs);
        restart.setValue(type);
        words("spawn", name, id);
      }
      case Form.Send(_, var name, var text) -> words("send", name, text);
      case Form.Crash(_, var name, var throwing, var text) -> {
        raise.setSelected(throwing);
        exit.setSelected(!throwing);
        words(throwing ? "raise" : "exit", name, text);
      }
      case Form.Chaos(_, var name, var all, var kills, var seed) -> {
        scopeAll.setSelected(all);
        scopeOne.setSelected(!all);
        scopeOne.setText(Texts.get("form.chaos.scope", name));
        rateName.setText(Texts.get("form.chaos.seed"));
        rate.setText(seed);
        words("chaos", name, kills);
      }
      case Form.Traffic(_, var name, var often, var text, var millis) -> {
        rateName.setText(Texts.get("form.traffic.rate"));
        rate.setText(often);
        work.setText(millis);
        words("traffic", name, text);
      }
      case Form.Latency(_, var name, var millis) -> words("latency", name, millis);
    }
  }

  private void words(String kind, String name, String text) {
    title.setText(Texts.get("form." + kind + ".title", name));
    fieldName.setText(Texts.get("form." + kind + ".field"));
    field.setPromptText(Texts.get("form." + kind + ".prompt"));
    submit.setText(Texts.get("form." + kind + ".submit"));
    if (!field.getText().equals(text)) {
      field.setText(text);
    }
  }

  private void ideas(List<String> labels) {
    if (labels.equals(shownIdeas)) {
      return;
    }
    shownIdeas = labels;
    present(ideas, !labels.isEmpty());
    ideas.getChildren().setAll(labels.stream().map(this::idea).toList());
  }

  private Hyperlink idea(String label) {
    var link = new Hyperlink(label);
    link.getStyleClass().add("mono");
    link.setOnAction(_ -> field.setText(label));
    return link;
  }

  private static void present(Node node, boolean present) {
    node.setVisible(present);
    node.setManaged(present);
  }

  private static final class Words extends javafx.util.StringConverter<RestartType> {
    @Override
    public String toString(RestartType type) {
      return type == null ? "" : type.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public RestartType fromString(String text) {
      return RestartType.valueOf(text.toUpperCase(Locale.ROOT));
    }
  }
}
