package understudy.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.bus.Detail;
import understudy.bus.EventBus;
import understudy.event.ExitReason.Text;
import understudy.player.Play;
import understudy.recording.Metadata;
import understudy.scenario.Reading;
import understudy.scenario.Scenario;
import understudy.viewmodel.Situation;
import understudy.viewmodel.Studio;

/// What the window's command does where there is no display: plays the default lesson, crashes a
/// room by hand, and leaves pictures and a recording.
final class HeadlessPlay {
  private static final String VICTIM = "room_lobby";
  private static final Duration BEFORE = Duration.ofSeconds(12);
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Duration AFTER = Duration.ofSeconds(8);

  private HeadlessPlay() {}

  static int play(long seed) throws IOException, InterruptedException {
    Scenario scenario =
        switch (Lessons.read(Lessons.DEFAULT)) {
          case Reading.Good(var lesson) -> lesson;
          case Reading.Bad(var diagnostics) ->
              throw new BadInput(
                  diagnostics.stream().map(Object::toString).collect(Collectors.joining("; ")));
        };
    Path folder = Files.createTempDirectory("understudy-");
    System.out.println(
        "No display here: playing the lesson '%s' without a window (seed %d); pictures and a recording go to %s"
            .formatted(scenario.id(), seed, folder));
    Path recording = folder.resolve(scenario.id() + ".understudy");
    var metadata =
        new Metadata(
            scenario.title(),
            scenario.id(),
            seed,
            Metadata.Scheduler.STEPPED,
            System.currentTimeMillis(),
            Session.VERSION);
    var studio = new Studio(System::nanoTime);
    var failures = new ArrayList<String>();
    try (var photographer = Photographer.open();
        var bus =
            new EventBus(Detail.MESSAGES, RunCommand.MESSAGES_KEPT, System::currentTimeMillis);
        var writing = RunRecording.to(Optional.of(recording), metadata);
        var play = new Play(scenario, seed, bus)) {
      bus.subscribe(batch -> studio.accept(batch.events()));
      bus.subscribe(batch -> writing.append(batch.events()));
      studio.situation(situation(scenario, seed));
      var table = play.vm().table();
      play.begin();
      advance(play, bus, BEFORE);
      photographer.take(studio, table, true, folder.resolve("1-before.png"));
      play.vm()
          .whereis(VICTIM)
          .ifPresent(room -> play.crash(room, new Text("crashed by hand"), failures::add));
      advance(play, bus, MOMENT);
      photographer.take(studio, table, false, folder.resolve("2-crash.png"));
      advance(play, bus, AFTER);
      photographer.take(studio, table, true, folder.resolve("3-healed.png"));
      writing.finish();
      System.out.println(
          "Played %d s of the lesson's time and crashed %s at %d s: %s"
              .formatted(
                  BEFORE.plus(AFTER).toSeconds(), VICTIM, BEFORE.toSeconds(), writing.told()));
    }
    failures.forEach(line -> System.err.println("understudy: " + line));
    return failures.isEmpty() ? Main.DONE : Main.DOES_NOT_HOLD;
  }

  private static void advance(Play play, EventBus bus, Duration time) {
    play.vm().steps().advance(time);
    bus.pump();
  }

  private static Situation situation(Scenario scenario, long seed) {
    return new Situation(
        "lesson " + scenario.id() + ", without a window",
        true,
        Lessons.names(),
        scenario.id(),
        List.of(),
        false,
        1,
        true,
        0,
        false,
        Long.toString(seed),
        Optional.empty());
  }
}
