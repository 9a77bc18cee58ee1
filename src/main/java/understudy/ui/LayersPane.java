package understudy.ui;

import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import understudy.viewmodel.Command;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Layer;

/// Controller of the switches for what lies over the tree; the layout gives each its command.
final class LayersPane implements Pane {
  private final Arranger arranger;
  private final Commander commander;
  @FXML private ToggleButton links;
  @FXML private ToggleButton monitors;
  @FXML private ToggleButton rates;

  LayersPane(Arranger arranger, Commander commander) {
    this.arranger = arranger;
    this.commander = commander;
  }

  @FXML
  void turn(ActionEvent event) {
    var which = (Node) event.getSource();
    commander.run(Command.named((String) which.getUserData()));
    show();
  }

  private void show() {
    var now = arranger.now();
    links.setSelected(now.layers().contains(Layer.LINKS));
    monitors.setSelected(now.layers().contains(Layer.MONITORS));
    rates.setSelected(now.layers().contains(Layer.RATES));
  }

  @Override
  public void show(Frame frame, Desk desk) {
    show();
  }
}
