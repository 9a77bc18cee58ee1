package understudy.ui;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleExpression;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.fxml.FXML;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Invitation;

/// Controller of how others come in: the address, the code, and a QR code to be read from afar.
final class InvitePane implements Pane {
  private static final double SQUARE = 4;

  /// In front of a room it is read from the last row.
  private static final double PRESENTED = 1.6;

  /// How much of the window's height the code may take.
  private static final double SHARE = 0.4;

  /// Light squares around, which readers need.
  private static final int MARGIN = 4;

  @FXML private VBox invite;
  @FXML private VBox details;
  @FXML private Label address;
  @FXML private Label further;
  @FXML private Label code;
  @FXML private VBox codeRow;
  @FXML private Canvas squares;
  private final DoubleProperty room = new SimpleDoubleProperty();
  private final Arranger arranger;
  private Optional<Invitation> shown = Optional.empty();
  private double painted;

  InvitePane(Arranger arranger) {
    this.arranger = arranger;
  }

  @FXML
  void toggle() {
    Dock.present(details, !details.isVisible());
  }

  @FXML
  void initialize() {
    room.bind(
        Bindings.createDoubleBinding(
            () -> invite.isVisible() && details.isVisible() ? invite.getWidth() : 0.0,
            invite.visibleProperty(),
            details.visibleProperty(),
            invite.widthProperty()));
  }

  /// {@return how wide the picture's right edge is to be left free, in pixels: no process is hidden
  /// by the details. Folded, only the button lies over the picture}
  DoubleExpression room() {
    return room;
  }

  @Override
  public void show(Frame frame, Desk desk) {
    var now = frame.situation().invitation();
    Dock.present(invite, now.isPresent());
    if (!now.equals(shown)) {
      shown = now;
      now.ifPresent(this::show);
    }
    now.map(Invitation::squares)
        .filter(rows -> !rows.isEmpty() && square(rows.size()) != painted)
        .ifPresent(this::paint);
  }

  /// {@return how wide a square is, in pixels: as everything else is enlarged, and more for a room}
  private double square(int rows) {
    var scene = invite.getScene();
    if (scene == null) {
      return SQUARE;
    }
    double wanted = SQUARE * MainWindow.unit(scene) * (arranger.now().presenting() ? PRESENTED : 1);
    double most = scene.getHeight() * SHARE / (rows + 2 * MARGIN);
    return Math.max(SQUARE, Math.floor(Math.min(wanted, most)));
  }

  private void show(Invitation invitation) {
    Dock.present(details, true);
    address.setText(invitation.addresses().getFirst());
    var others = invitation.addresses().subList(1, invitation.addresses().size());
    further.setText(String.join("\n", others));
    Dock.present(further, !others.isEmpty());
    code.setText(invitation.code().orElse(""));
    Dock.present(codeRow, invitation.code().isPresent());
    Dock.present(squares, !invitation.squares().isEmpty());
    painted = 0;
  }

  private void paint(List<String> rows) {
    painted = square(rows.size());
    double side = (rows.size() + 2 * MARGIN) * painted;
    squares.setWidth(side);
    squares.setHeight(side);
    var ink = squares.getGraphicsContext2D();
    ink.setFill(Color.WHITE);
    ink.fillRect(0, 0, side, side);
    ink.setFill(Color.BLACK);
    for (int y = 0; y < rows.size(); y++) {
      String row = rows.get(y);
      for (int x = 0; x < row.length(); x++) {
        if (row.charAt(x) == '#') {
          ink.fillRect((x + MARGIN) * painted, (y + MARGIN) * painted, painted, painted);
        }
      }
    }
  }
}
