package understudy.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

/// Events and files to test with.
final class Samples {
  static final Metadata METADATA =
      new Metadata("Chat \"ünïcødé\"", "chat-01", -42, Metadata.Scheduler.STEPPED, 0, "0.1.0");

  private static final Pid ONE = new Pid(1);
  private static final Pid BIG = new Pid(Long.MAX_VALUE);
  private static final ExitReason EVERY_SHAPE =
      ExitReason.tuple(
          ExitReason.atom("error"),
          new ExitReason.Int(Long.MIN_VALUE),
          new ExitReason.Text("it's \"broken\"\n"),
          new ExitReason.Ref(BIG),
          ExitReason.tuple(),
          ExitReason.crash(ExitReason.atom("badarith"), "Till.handleCall\nTill.loop"));

  private Samples() {}

  /// One of every kind, in the order of their tags.
  static List<RuntimeEvent> everyKind() {
    return List.of(
        new RuntimeEvent.Spawned(ONE, Pid.NONE, "Supervisor"),
        new RuntimeEvent.Initialized(ONE),
        new RuntimeEvent.Terminating(ONE, ExitReason.Atom.SHUTDOWN),
        new RuntimeEvent.Exited(ONE, EVERY_SHAPE),
        new RuntimeEvent.Haunting(BIG),
        new RuntimeEvent.Rested(BIG),
        new RuntimeEvent.Registered(ONE, "till"),
        new RuntimeEvent.Unregistered(ONE, "till"),
        new RuntimeEvent.Linked(ONE, BIG),
        new RuntimeEvent.Unlinked(ONE, BIG),
        new RuntimeEvent.Monitored(ONE, BIG, Long.MAX_VALUE),
        new RuntimeEvent.Demonitored(ONE, BIG, -1),
        new RuntimeEvent.TrapExit(ONE, true),
        new RuntimeEvent.Suspended(ONE, false),
        new RuntimeEvent.Sent(Pid.NONE, ONE, Long.MIN_VALUE, "{say, \"hi\"}"),
        new RuntimeEvent.Received(ONE, 7, "{say, \"hi\"}"),
        new RuntimeEvent.ExitSignalled(Pid.NONE, ONE, ExitReason.Atom.KILL),
        new RuntimeEvent.Supervising(ONE, "one_for_one", Integer.MAX_VALUE, Integer.MIN_VALUE),
        new RuntimeEvent.ChildStarting(
            ONE, "web", BIG, ChildKind.SUPERVISOR, RestartType.TRANSIENT, 3),
        new RuntimeEvent.ChildStarted(ONE, "web", BIG),
        new RuntimeEvent.ChildStartFailed(ONE, "web", ExitReason.Atom.NOPROC),
        new RuntimeEvent.ChildIgnored(ONE, "web"),
        new RuntimeEvent.ChildExited(
            ONE, "web", BIG, ExitReason.Atom.KILLED, Decision.AUTO_SHUTDOWN, 2),
        new RuntimeEvent.ChildStopping(ONE, "web", BIG, ExitReason.Atom.SHUTDOWN),
        new RuntimeEvent.ChildStopped(ONE, "web", BIG, ExitReason.Atom.NORMAL),
        new RuntimeEvent.ChildRemoved(ONE, "web"),
        new RuntimeEvent.RestartDelayed(ONE, "web", Long.MAX_VALUE),
        new RuntimeEvent.GaveUp(ONE, "web", 4, 3, 5),
        new RuntimeEvent.Gap(Pid.NONE, 17));
  }

  /// Numbers events from 1, a tenth of a second apart.
  static List<Stamped> stamped(List<? extends RuntimeEvent> events) {
    List<Stamped> stamped = new ArrayList<>();
    for (RuntimeEvent event : events) {
      int sequence = stamped.size() + 1;
      stamped.add(new Stamped(sequence, sequence * 100_000_000L, 0, event));
    }
    return stamped;
  }

  /// `count` messages, a tenth of a second apart.
  static List<Stamped> messages(int count) {
    List<RuntimeEvent> events = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      events.add(new RuntimeEvent.Sent(ONE, new Pid(2), i, "message " + i % 7));
    }
    return stamped(events);
  }

  /// Writes events as segments of `each`.
  static void write(Path file, List<Stamped> events, int each) throws RecordingFailed {
    write(file, events, each, new Composer(Composer.ENOUGH_EVENTS));
  }

  /// The same with a composer that knows when to make keyframes.
  static void write(Path file, List<Stamped> events, int each, Composer composer)
      throws RecordingFailed {
    try (RecordingWriter writer = RecordingWriter.create(file, METADATA, composer)) {
      for (int i = 0; i < events.size(); i += each) {
        writer.append(events.subList(i, Math.min(events.size(), i + each)));
        writer.flush();
      }
    }
  }

  static Opening.Opened opened(Path file) {
    return switch (RecordingReader.open(file)) {
      case Opening.Opened opened -> opened;
      case Opening.Refused(String line) -> throw new AssertionError(line);
    };
  }

  static String refused(Path file) {
    return switch (RecordingReader.open(file)) {
      case Opening.Opened opened -> throw new AssertionError("was opened: " + opened);
      case Opening.Refused(String line) -> line;
    };
  }

  static List<Stamped> events(Recording recording) throws RecordingFailed {
    List<Stamped> events = new ArrayList<>();
    recording.forEach(events::add);
    return events;
  }

  static List<Stamped> rest(Cursor cursor) throws RecordingFailed {
    List<Stamped> events = new ArrayList<>();
    for (var next = cursor.next(); next.isPresent(); next = cursor.next()) {
      events.add(next.get());
    }
    return events;
  }

  static byte[] bytes(Path file) throws IOException {
    return Files.readAllBytes(file);
  }
}
