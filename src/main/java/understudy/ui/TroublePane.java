package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Dial;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Hands;
import understudy.viewmodel.Scrubber;

/// Controller of what goes on by a person's wish: each with one click to end it.
final class TroublePane implements Pane {
  private record Chip(String id, String style, String icon, String text, Optional<Action> end) {}

  private final WindowLoop loop;
  @FXML private FlowPane troubles;
  private List<String> shown = List.of();

  TroublePane(WindowLoop loop) {
    this.loop = loop;
  }

  @Override
  public void show(Frame frame, Desk desk) {
    var chips = frame.total() == 0 ? List.<Chip>of() : chips(frame, desk);
    troubles.setVisible(!chips.isEmpty());
    troubles.setManaged(!chips.isEmpty());
    var ids = chips.stream().map(Chip::id).toList();
    if (!ids.equals(shown)) {
      shown = ids;
      troubles.getChildren().setAll(chips.stream().map(this::node).toList());
    }
    for (int i = 0; i < chips.size(); i++) {
      var label = (Label) ((HBox) troubles.getChildren().get(i)).getChildren().get(1);
      if (!label.getText().equals(chips.get(i).text())) {
        label.setText(chips.get(i).text());
      }
    }
  }

  private List<Chip> chips(Frame frame, Desk desk) {
    List<Chip> chips = new ArrayList<>();
    var now = frame.situation();
    boolean past = frame.scrubber().state() == Scrubber.State.PAST;
    if (past) {
      chips.add(chip("past", "past", "fth-film", Texts.get("trouble.past"), new Action.ToNow()));
    } else if (!now.live() && !now.source().isEmpty()) {
      var text = Texts.get("trouble.replay");
      chips.add(new Chip("replay", "calm", "fth-film", text, Optional.empty()));
    }
    if (now.paused() && now.live()) {
      long waiting = frame.strip().waiting();
      var text =
          Texts.get(waiting == 1 ? "trouble.held.one" : "trouble.held", Figures.whole(waiting));
      chips.add(chip("held", "calm", "fth-pause", text, new Action.TogglePause()));
    } else if (now.live() && now.tempo().isSlow()) {
      var text = Texts.get("trouble.slow", now.tempo().words());
      chips.add(chip("slowMotion", "calm", "fth-film", text, new Action.Speed(Dial.REAL)));
    }
    int crashes = frame.strip().crashesLately();
    if (crashes > 0 && !now.tempo().isSlow()) {
      String text = crashes == 1 ? "trouble.crash" : "trouble.crashes";
      chips.add(
          new Chip(
              "crashes",
              "harsh",
              "fth-zap",
              Texts.get(text, Figures.whole(crashes)),
              Optional.empty()));
    }
    int picked = desk.hands().picked().size();
    if (picked > 0) {
      boolean most = picked == Hands.MOST;
      var text = Texts.get(most ? "trouble.picked.most" : "trouble.picked", picked + 1);
      var alone = new Action.Select(desk.selected(), false);
      chips.add(chip("picked", "calm", "fth-check-square", text, alone));
    }
    now.troubles()
        .chaos()
        .ifPresent(c -> {
          String where = c.scope().isEmpty() ? Texts.get("trouble.everywhere") : c.scope();
          var text =
              Texts.get(
                  "trouble.chaos", Figures.rate(c.perSecond()), where, c.seed() + "", c.kills());
          chips.add(chip("chaosOn", "harsh", "fth-shuffle", text, new Action.ToggleChaos()));
        });
    now.troubles()
        .loads()
        .forEach(l -> {
          var text =
              Texts.get(
                  "trouble.load", Figures.rate(l.perSecond()), l.name(), Figures.compact(l.sent()));
          var end = new Action.EndLoad(l.place());
          chips.add(chip("load-" + l.place(), "busy", "fth-inbox", text, end));
        });
    now.troubles()
        .slow()
        .forEach(s -> {
          var text = Texts.get("trouble.latency", s.name(), Figures.whole(s.millis()));
          var end = new Action.EndSlow(s.place());
          chips.add(chip("slow-" + s.place(), "busy", "fth-clock", text, end));
        });
    return chips;
  }

  private static Chip chip(String id, String style, String icon, String text, Action end) {
    return new Chip(id, style, icon, text, Optional.of(end));
  }

  private Node node(Chip chip) {
    var label = new Label(chip.text());
    label.setId(chip.id());
    label.setMinWidth(Region.USE_PREF_SIZE);
    var box = new HBox(new FontIcon(chip.icon()), label);
    chip.end()
        .ifPresent(action -> {
          var end = new Button("", new FontIcon("fth-x"));
          end.setId(chip.id() + "-end");
          end.setAccessibleText(Texts.get("trouble.end", chip.text()));
          end.getStyleClass().addAll("flat", "button-icon", "trouble-end");
          end.setOnAction(_ -> loop.dispatch(action));
          box.getChildren().add(end);
        });
    box.getStyleClass().addAll("trouble", "trouble-" + chip.style());
    return box;
  }
}
