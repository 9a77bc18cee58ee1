package understudy.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import understudy.viewmodel.Showing;
import understudy.viewmodel.Sides;
import understudy.viewmodel.Sides.Clock;

/// The one time of runs side by side: play, go to where something happened, drag to any moment.
final class SidesBar extends HBox {
  private static final List<Double> SPEEDS = List.of(0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0);

  private final Consumer<Showing> order;
  private final FontIcon playIcon = new FontIcon("fth-play");
  private final Button play = button("sidesPlay", "sides.play", playIcon);
  private final Slider slider = new Slider();
  private final MarkLanes lanes = new MarkLanes();
  private final Label time = new Label();
  private final ComboBox<Double> speed = new ComboBox<>();
  private boolean filling;

  SidesBar(Consumer<Showing> order) {
    this.order = order;
    getStyleClass().add("sides-bar");
    var back = button("sidesBack", "sides.back", new FontIcon("fth-skip-back"));
    var on = button("sidesOn", "sides.on", new FontIcon("fth-skip-forward"));
    play.setOnAction(_ -> order.accept(new Showing.TogglePlay()));
    back.setOnAction(_ -> order.accept(new Showing.Skip(false)));
    on.setOnAction(_ -> order.accept(new Showing.Skip(true)));
    slider.setId("sidesMoment");
    slider.setAccessibleText(Texts.get("sides.moment"));
    slider.valueProperty().subscribe((_, to) -> slid(to));
    time.setId("sidesTime");
    time.getStyleClass().add("figure");
    speed.setId("sidesSpeed");
    speed.setAccessibleText(Texts.get("sides.speed"));
    speed.setTooltip(new Tooltip(Texts.get("sides.speed")));
    speed.getItems().setAll(SPEEDS);
    speed.setConverter(new Times());
    speed.getStyleClass().add("small");
    speed.setOnAction(_ -> chooseSpeed());
    var track = new VBox(lanes, slider);
    HBox.setHgrow(track, Priority.ALWAYS);
    getChildren().setAll(back, play, on, track, time, speed);
  }

  private static Button button(String id, String words, FontIcon icon) {
    var button = new Button("", icon);
    button.setId(id);
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(Texts.get(words));
    button.setTooltip(new Tooltip(Texts.get(words)));
    return button;
  }

  private void slid(Number to) {
    if (!filling) {
      order.accept(new Showing.Seek(Math.round(to.doubleValue() * 1e9)));
    }
  }

  private void chooseSpeed() {
    if (!filling && speed.getValue() != null) {
      order.accept(new Showing.Speed(speed.getValue()));
    }
  }

  void show(Sides sides, Palette palette) {
    var clock = sides.clock();
    filling = true;
    slider.setMax(Math.max(1e-9, clock.endNanos() / 1e9));
    slider.setBlockIncrement(Math.max(0.1, clock.endNanos() / 1e9 / 100));
    if (!slider.isValueChanging() && !slider.isPressed()) {
      slider.setValue(clock.nanos() / 1e9);
    }
    speed.setValue(clock.speed());
    filling = false;
    playIcon.setIconLiteral(clock.playing() ? "fth-pause" : "fth-play");
    play.setAccessibleText(Texts.get(clock.playing() ? "sides.pause" : "sides.play"));
    time.setText(words(clock));
    lanes.show(sides, palette);
    setDisable(sides.sides().isEmpty());
  }

  private static String words(Clock clock) {
    return String.format(Locale.ROOT, "%.2f / %.2f s", clock.nanos() / 1e9, clock.endNanos() / 1e9);
  }

  private static final class Times extends javafx.util.StringConverter<Double> {
    @Override
    public String toString(Double times) {
      return times == null ? "" : Texts.get("sides.times", times);
    }

    @Override
    public Double fromString(String text) {
      throw new UnsupportedOperationException("nobody writes a speed: " + text);
    }
  }
}
