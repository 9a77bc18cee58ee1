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
  @FXML private Button submit;
  private Form shown = new Form.None();
  private List<String> shownIdeas = List.of();

  FormPane(WindowLoop loop) {
    this.loop = loop;
  }

  @FXML
  void initialize() {
    restart.setItems(FXCollections.observableArrayList(RestartType.values()));
    restart.setConverter(new Words());
    field.textProperty().subscribe(text -> edit(text));
  }

  @FXML
  void edit() {
    edit(field.getText());
  }

  private void edit(String text) {
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
      fill(frame, now);
    }
    present(form, !(now instanceof Form.None));
    problem.setText(now.problem());
    present(problem, !now.problem().isEmpty());
    submit.setDisable(!now.problem().isEmpty());
    ideas(
        now instanceof Form.Send
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
