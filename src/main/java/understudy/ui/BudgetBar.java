package understudy.ui;

import javafx.scene.canvas.GraphicsContext;

/// Draws the restarts that a supervisor may still spend: full at rest, drained by restarts.
public final class BudgetBar extends Chart {
  private static final int MOST_PIPS = 24;
  private int used;
  private int allowed;

  /// Made by FXML.
  public BudgetBar() {}

  void show(int nextUsed, int nextAllowed, Palette nextPalette) {
    if (nextUsed != used || nextAllowed != allowed || !palette.equals(nextPalette)) {
      used = nextUsed;
      allowed = nextAllowed;
      palette = nextPalette;
      paint(canvas.getGraphicsContext2D());
    }
  }

  @Override
  void paint(GraphicsContext g) {
    g.clearRect(0, 0, getWidth(), getHeight());
    int pips = Math.clamp(allowed, 1, MOST_PIPS);
    double each = (getWidth() - 3 * (pips - 1)) / pips;
    long spent =
        allowed == 0 ? 0 : (long) Math.ceil((double) Math.min(used, allowed) / allowed * pips);
    for (int i = 0; i < pips; i++) {
      boolean left = i < pips - spent && allowed > 0;
      g.setFill(left ? palette.accent() : used >= allowed ? palette.crash() : palette.restart());
      g.fillRect(Math.rint(i * (each + 3)), left ? 0 : 2, Math.rint(each), left ? 6 : 2);
    }
  }
}
