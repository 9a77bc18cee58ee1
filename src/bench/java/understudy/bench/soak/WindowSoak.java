package understudy.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import understudy.app.WindowApp;
import understudy.bench.FxThread;

/// Opens the application's own window where there is no display and has a lesson run in it at full
/// speed, with chaos and traffic begun by keys, as a person would. What is printed is what the
/// window says, and the heap behind it.
///
/// Once in a JVM.
final class WindowSoak {
  private static final String LESSON = "src/bench/lessons/town.yaml";
  private static final long PATIENCE_SECONDS = 60;
  private static final int TOLERATED_THREADS = 2;

  /// What is kept on purpose and bounded (the past, prints of events, who is who) is full by the
  /// middle of an hour.
  private final Trend trend = new Trend(2, 0.05);

  private final List<String> complaints = new ArrayList<>();
  private final AtomicLong pulses = new AtomicLong();
  private String figures = "";

  /// Runs the soak and leaves the window open.
  ///
  /// @return what does not hold
  List<String> run(int minutes) throws InterruptedException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("prism.lcdtext", "false");
    System.setProperty("java.awt.headless", "true");
    Thread.ofPlatform()
        .daemon()
        .name("soak-window")
        .start(() -> Application.launch(WindowApp.class, "1", LESSON));
    Scene scene = scene();
    FxThread.on(() -> {
      scene.addPostLayoutPulseListener(pulses::incrementAndGet);
      return true;
    });
    begin(scene);
    System.out.println("minute  heap MB  threads  pulses  processes  restarts  messages  world");
    int threads = 0;
    for (int minute = 1; minute <= minutes; minute++) {
      long before = pulses.get();
      TimeUnit.MINUTES.sleep(1);
      look(minute, pulses.get() - before, scene);
      threads = minute == 1 ? Trend.threads() : threads;
    }
    if (Trend.threads() > threads + TOLERATED_THREADS) {
      complaints.add(threads + " threads after a minute, " + Trend.threads() + " at the end");
    }
    trend.complaint().ifPresent(complaints::add);
    return complaints;
  }

  private static Scene scene() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      var windows = List.copyOf(Window.getWindows());
      if (!windows.isEmpty() && windows.getFirst().isShowing()) {
        return windows.getFirst().getScene();
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IllegalStateException("no window within " + PATIENCE_SECONDS + " s");
  }

  /// Ten times real time, much traffic to the first place under the root, chaos everywhere else.
  private void begin(Scene scene) throws InterruptedException {
    await(scene, "#processes", text -> !text.isEmpty() && !text.equals("0"));
    type(KeyCode.ESCAPE, KeyCode.DIGIT9, KeyCode.DOWN);
    await(scene, "#name", text -> text.equals("town"));
    type(KeyCode.DOWN);
    await(scene, "#name", text -> text.equals("directory"));
    type(KeyCode.T);
    awaitShown(scene, "#form", true);
    into(scene, "#formWork", KeyCode.DIGIT0);
    into(scene, "#formRate", KeyCode.DIGIT2, KeyCode.DIGIT0, KeyCode.DIGIT0, KeyCode.DIGIT0);
    type(KeyCode.ENTER);
    awaitShown(scene, "#form", false);
    type(KeyCode.X);
    awaitShown(scene, "#form", true);
    type(KeyCode.DIGIT1, KeyCode.ENTER);
    awaitShown(scene, "#form", false);
    await(
        () -> FxThread.on(() -> ((Pane) scene.lookup("#troubles")).getChildren().size()) >= 2,
        () -> "chaos and traffic have not begun");
  }

  private void look(int minute, long drawn, Scene scene) throws InterruptedException {
    String before = figures;
    figures =
        String.join(
            "  ",
            text(scene, "#processes"),
            text(scene, "#restarts"),
            text(scene, "#messages"),
            text(scene, "#time"));
    System.out.printf(
        "%6d  %7.1f  %7d  %6d  %s%n", minute, trend.note(), Trend.threads(), drawn, figures);
    if (figures.equals(before) || drawn == 0) {
      complaints.add("nothing has changed in the window in minute " + minute);
    }
  }

  private interface Asked<T> {
    T answer() throws InterruptedException;
  }

  private static void await(Scene scene, String id, Predicate<String> holds)
      throws InterruptedException {
    await(() -> holds.test(text(scene, id)), () -> id + " still says '" + text(scene, id) + "'");
  }

  private static void awaitShown(Scene scene, String id, boolean shown)
      throws InterruptedException {
    await(
        () -> FxThread.on(() -> isShown(scene.lookup(id))) == shown,
        () -> id + (shown ? " does not open" : " does not close"));
  }

  private static void await(Asked<Boolean> holds, Asked<String> complaint)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!holds.answer()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(complaint.answer());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static boolean isShown(@Nullable Node node) {
    return node != null && node.isVisible();
  }

  private static String text(Scene scene, String id) throws InterruptedException {
    return FxThread.on(() -> scene.lookup(id) instanceof Labeled label ? label.getText() : "");
  }

  /// What was there before is selected when a field gets the keyboard, so that keys replace it.
  private static void into(Scene scene, String id, KeyCode... keys) throws InterruptedException {
    FxThread.on(() -> {
      scene.lookup(id).requestFocus();
      return true;
    });
    type(keys);
  }

  private static void type(KeyCode... keys) throws InterruptedException {
    for (KeyCode key : keys) {
      FxThread.on(() -> {
        var robot = new Robot();
        robot.keyPress(key);
        robot.keyRelease(key);
        return true;
      });
    }
  }
}
