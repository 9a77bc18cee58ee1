package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Layer;

/// Controller of the legend of the tree, and of what the picture leaves out.
final class LegendPane implements Pane {
  private static final long OLD_NANOS = 1_000_000_000;

  private final Arranger arranger;
  @FXML private HBox line;
  @FXML private FlowPane legend;
  @FXML private Region ghost;
  @FXML private Region tiles;
  @FXML private Region links;
  @FXML private Region monitors;
  @FXML private Region rates;
  @FXML private Label hidden;

  LegendPane(Arranger arranger) {
    this.arranger = arranger;
  }

  /// As high as its lines need, no higher: it lies over the tree.
  @FXML
  void initialize() {
    legend
        .prefWrapLengthProperty()
        .bind(line.widthProperty().subtract(hidden.widthProperty()).subtract(line.getSpacing()));
  }

  @Override
  public void show(Frame frame, Desk desk) {
    var layers = arranger.now().layers();
    legend.setVisible(frame.total() > 0);
    Dock.present(ghost, frame.strip().zombies() > 0);
    Dock.present(tiles, frame.field().hasCrowds());
    Dock.present(links, layers.contains(Layer.LINKS));
    Dock.present(monitors, layers.contains(Layer.MONITORS));
    Dock.present(rates, layers.contains(Layer.RATES) || frame.overlay().fast());
    var left = hidden(frame);
    hidden.setVisible(!left.isEmpty());
    hidden.setText(String.join(Texts.get("tree.also"), left));
  }

  /// {@return what is not drawn, and how old or rough figures may be}
  private static List<String> hidden(Frame frame) {
    List<String> words = new ArrayList<>();
    String all = Figures.whole(frame.total());
    String shown = Figures.whole(frame.shown());
    if (frame.roundNanos() >= OLD_NANOS) {
      words.add(Texts.get("tree.sampled", shown, all, Figures.duration(frame.roundNanos())));
    } else if (frame.shown() < frame.total()) {
      words.add(Texts.get("tree.hidden", shown, all));
    }
    var over = frame.overlay();
    if (!over.near()) {
      words.add(Texts.get("tree.ties.far"));
    } else if (over.ties().size() < over.allTies()) {
      words.add(
          Texts.get("tree.ties", Figures.whole(over.ties().size()), Figures.whole(over.allTies())));
    }
    if (over.lanes().size() < over.allLanes()) {
      words.add(
          Texts.get(
              "tree.lanes", Figures.whole(over.lanes().size()), Figures.whole(over.allLanes())));
    }
    if (over.counted() < 0.995 && !over.lanes().isEmpty()) {
      words.add(Texts.get("tree.counted", Math.max(1, Math.round(over.counted() * 100))));
    }
    return words;
  }
}
