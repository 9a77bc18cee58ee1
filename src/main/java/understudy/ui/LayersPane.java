package understudy.ui;

import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.Command;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Layer;

/// Controller of the switches for what lies over the tree; the layout gives each its command.
final class LayersPane implements Pane {
  private final Arranger arranger;
  private final Commander commander;
  @FXML private Node switches;
  @FXML private ToggleButton links;
  @FXML private ToggleButton monitors;
  @FXML private ToggleButton rates;

  LayersPane(Arranger arranger, Commander commander) {
    this.arranger = arranger;
    this.commander = commander;
  }

  @FXML
  void initialize() {
    arranger.tell(this::show);
  }

  @FXML
  void turn(ActionEvent event) {
    var which = (Node) event.getSource();
    commander.run(Command.named((String) which.getUserData()));
    show(arranger.now());
  }

  private void show(Arrangement now) {
    links.setSelected(now.layers().contains(Layer.LINKS));
    monitors.setSelected(now.layers().contains(Layer.MONITORS));
    rates.setSelected(now.layers().contains(Layer.RATES));
  }

  @Override
  public void show(Frame frame, Desk desk) {
    switches.setVisible(frame.total() > 0);
  }
}
