package understudy.ui;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;

/// What the pointer does on a tree, as actions.
final class TreeGestures {
  private static final double DRAG_PIXELS = 4;

  private final TreeCanvas tree;
  private final Supplier<Desk> desk;
  private final Supplier<Frame> frame;
  private final Consumer<Action> dispatch;
  private double pressedX;
  private double pressedY;
  private boolean dragging;
  private boolean band;

  TreeGestures(
      TreeCanvas tree, Supplier<Desk> desk, Supplier<Frame> frame, Consumer<Action> dispatch) {
    this.tree = tree;
    this.desk = desk;
    this.frame = frame;
    this.dispatch = dispatch;
  }

  void install() {
    tree.setOnMouseMoved(this::point);
    tree.setOnMouseExited(_ -> dispatch.accept(new Action.Point(-1)));
    tree.setOnMousePressed(this::press);
    tree.setOnMouseDragged(this::drag);
    tree.setOnMouseReleased(this::release);
    tree.setOnMouseClicked(this::click);
    tree.setOnScroll(this::scroll);
  }

  private void press(MouseEvent event) {
    tree.requestFocus();
    pressedX = event.getX();
    pressedY = event.getY();
    dragging = false;
  }

  private void point(MouseEvent event) {
    int slot = tree.slotAt(event.getX(), event.getY());
    if (slot != desk.get().pointed()) {
      tree.setCursor(slot < 0 ? Cursor.DEFAULT : Cursor.HAND);
      dispatch.accept(new Action.Point(slot));
    }
  }

  private void drag(MouseEvent event) {
    double dx = event.getX() - pressedX;
    double dy = event.getY() - pressedY;
    if (event.getButton() == MouseButton.SECONDARY
        || (!dragging && Math.hypot(dx, dy) < DRAG_PIXELS)) {
      return;
    }
    if (!dragging) {
      dragging = true;
      band = event.isShiftDown();
    }
    if (band) {
      tree.band(Optional.of(new Band(pressedX, pressedY, event.getX(), event.getY())));
      return;
    }
    pressedX = event.getX();
    pressedY = event.getY();
    tree.followPointer();
    dispatch.accept(new Action.Pan(dx, dy));
  }

  /// A rectangle that was drawn selects who lies under it, with Ctrl besides those selected before.
  private void release(MouseEvent event) {
    if (band) {
      band = false;
      tree.band(Optional.empty());
      var drawn = new Band(pressedX, pressedY, event.getX(), event.getY());
      dispatch.accept(new Action.PickIn(tree.under(drawn), event.isShortcutDown()));
    }
  }

  private void click(MouseEvent event) {
    if (dragging || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    int slot = tree.slotAt(event.getX(), event.getY());
    if (event.isShortcutDown()) {
      dispatch.accept(new Action.Pick(slot));
      return;
    }
    dispatch.accept(new Action.Select(slot, false));
    if (event.getClickCount() == 2) {
      dispatch.accept(
          frame
              .get()
              .facts()
              .filter(facts -> facts.slot() == slot)
              .<Action>map(facts -> new Action.ZoomTo(facts.block()))
              .orElseGet(Action.Fit::new));
    }
  }

  private void scroll(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      double factor = Math.pow(1.0018, event.getDeltaY());
      tree.followPointer();
      dispatch.accept(new Action.Zoom(factor, event.getX(), event.getY()));
    }
  }
}
