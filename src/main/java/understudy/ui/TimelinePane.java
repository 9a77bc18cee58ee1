package understudy.ui;

import javafx.fxml.FXML;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;

/// Controller of the last minute.
final class TimelinePane implements Pane {
  @FXML private TimelineChart chart;
  private Frame frame = Frame.EMPTY;
  private Desk desk = Desk.TIDY;

  @Override
  public void show(Frame next, Desk nextDesk) {
    frame = next;
    desk = nextDesk;
  }

  void pulse() {
    chart.show(frame.timeline(), Palette.of(desk.dark()));
  }
}
