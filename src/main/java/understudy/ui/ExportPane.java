package understudy.ui;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Extract;
import understudy.viewmodel.Frame;

/// Controller of the sheet that asks what to export; it lies over the window until it is closed.
final class ExportPane implements Pane {
  private final BiConsumer<Window, Extract> write;
  @FXML private StackPane shade;
  @FXML private VBox sheet;
  @FXML private ComboBox<String> format;
  @FXML private Label summary;
  @FXML private CheckBox processes;
  @FXML private TextField from;
  @FXML private TextField until;
  @FXML private TextField under;
  @FXML private TextField kinds;
  @FXML private Label problem;
  @FXML private Button submit;
  private Extract extract = Extract.FIRST;
  private Optional<Node> before = Optional.empty();

  /// @param write takes what is wanted, and asks where to
  ExportPane(BiConsumer<Window, Extract> write) {
    this.write = write;
  }

  @FXML
  void initialize() {
    format.setItems(FXCollections.observableArrayList(Extract.formats()));
    format.setValue(extract.id());
    for (TextField field : new TextField[] {from, until, under, kinds}) {
      field.textProperty().subscribe(_ -> edit());
    }
    TabRing.install(sheet);
    shade.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  @FXML
  void edit() {
    extract =
        new Extract(
                extract.format(),
                from.getText(),
                until.getText(),
                under.getText(),
                kinds.getText(),
                processes.isSelected())
            .as(format.getValue());
    summary.setText(extract.summary());
    from.setDisable(extract.isMoment());
    kinds.setDisable(extract.isMoment());
    Dock.present(processes, extract.isTable());
    problem.setText(extract.problem());
    Dock.present(problem, !extract.problem().isEmpty());
    submit.setDisable(!extract.problem().isEmpty());
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !format.isShowing()) {
      event.consume();
      close();
    }
  }

  void open() {
    edit();
    Dock.present(shade, true);
    before = Optional.ofNullable(shade.getScene().getFocusOwner());
    format.requestFocus();
  }

  @FXML
  void submit() {
    if (extract.problem().isEmpty()) {
      close();
      write.accept(shade.getScene().getWindow(), extract);
    }
  }

  @FXML
  void close() {
    Dock.present(shade, false);
    before.ifPresent(Node::requestFocus);
  }

  /// A click on the sheet itself does not close it.
  @FXML
  void keep(MouseEvent event) {
    event.consume();
    sheet.requestFocus();
  }

  @Override
  public void show(Frame frame, Desk desk) {}
}
