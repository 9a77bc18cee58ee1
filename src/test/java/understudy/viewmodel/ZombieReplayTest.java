package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.recording.Metadata;
import understudy.recording.Opening;
import understudy.recording.RecordingReader;
import understudy.recording.RecordingWriter;
import understudy.recording.Replay;

class ZombieReplayTest {
  private static final Metadata METADATA =
      new Metadata("chat", "chat", 1, Metadata.Scheduler.LIVE, 0, "0.1.0");

  @TempDir Path folder;

  private List<Stamped> recorded(List<Stamped> events) throws Exception {
    Path file = folder.resolve("a.understudy");
    try (var writer = RecordingWriter.create(file, METADATA)) {
      writer.append(events);
    }
    List<Stamped> read = new ArrayList<>();
    switch (RecordingReader.open(file)) {
      case Opening.Opened(var recording, _) -> recording.forEach(read::add);
      case Opening.Refused(var line) -> throw new AssertionError(line);
    }
    return read;
  }

  @Test
  void aRecordingShowsTheZombieFromItsHauntingToItsRest() throws Exception {
    var world = new SmallWorld();
    Pid chat = world.root("chat", "one_for_one", 3, 5);
    world.worker(chat, "lobby", "room");
    Pid dead = world.haunt(chat, "lobby");
    world.pass(3_200);
    world.suspend(chat);
    world.rest(dead);

    var studio = new Studio(() -> 0);
    var replay = new Replay();
    List<String> seen = new ArrayList<>();
    for (Stamped each : recorded(world.drain())) {
      studio.accept(List.of(each));
      replay.accept(each);
      boolean told =
          switch (each.event()) {
            case RuntimeEvent.Haunting _, RuntimeEvent.Suspended _, RuntimeEvent.Rested _ -> true;
            default -> false;
          };
      if (told) {
        var strip = studio.frame(Wish.FIRST, replay).strip();
        seen.add(strip.zombies() + " " + strip.zombieText());
      }
    }
    assertThat(seen)
        .containsExactly(
            "1 zombie <0.2.0> still running, 0 ms", "1 zombie <0.2.0> still running, 3.2 s", "0 ");
  }
}
