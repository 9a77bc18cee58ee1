package understudy.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import understudy.event.ChildKind;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.recording.Metadata;
import understudy.recording.RecordingFailed;
import understudy.recording.RecordingWriter;

/// Recordings that somebody made to hurt, by the page that describes the format.
final class Forged {
  static final String SCRIPT = "<script>alert(1)</script>\u202E'\"&";
  private static final int HEAD = 72;

  private final Path folder;
  private final Path whole;

  /// @param folder where the files go
  Forged(Path folder) throws Exception {
    this.folder = folder;
    this.whole = written("whole", SCRIPT, ordinary());
  }

  private Path written(String name, String title, List<RuntimeEvent> events)
      throws RecordingFailed {
    Path file = folder.resolve(name + ".understudy");
    var metadata = new Metadata(title, title, 1, Metadata.Scheduler.STEPPED, 0, title);
    try (var writer = RecordingWriter.create(file, metadata)) {
      List<Stamped> stamped = new ArrayList<>();
      for (var event : events) {
        stamped.add(new Stamped(stamped.size() + 1L, 10_000_000L * stamped.size(), 0, event));
      }
      writer.append(stamped);
    }
    return file;
  }

  private static List<RuntimeEvent> ordinary() {
    var top = new Pid(1);
    List<RuntimeEvent> events = new ArrayList<>();
    events.add(new RuntimeEvent.Spawned(top, Pid.NONE, SCRIPT));
    events.add(new RuntimeEvent.Registered(top, SCRIPT));
    events.add(new RuntimeEvent.Supervising(top, SCRIPT, 3, 5));
    for (int i = 2; i < 6; i++) {
      var child = new Pid(i);
      events.add(new RuntimeEvent.Spawned(child, top, SCRIPT));
      events.add(child(top, SCRIPT + i, child));
      events.add(new RuntimeEvent.ChildStarted(top, SCRIPT + i, child));
      events.add(new RuntimeEvent.Sent(top, child, i, SCRIPT));
    }
    events.add(
        new RuntimeEvent.Exited(new Pid(2), ExitReason.crash(new ExitReason.Text(SCRIPT), SCRIPT)));
    return events;
  }

  private static RuntimeEvent child(Pid by, String id, Pid child) {
    return new RuntimeEvent.ChildStarting(
        by, id, child, ChildKind.SUPERVISOR, RestartType.PERMANENT, 1);
  }

  /// Names and messages that would be code elsewhere.
  Path scripts() {
    return whole;
  }

  /// Each supervises the other, and itself; each is linked to itself and watches itself.
  Path cycles() throws Exception {
    List<RuntimeEvent> events = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      events.add(new RuntimeEvent.Spawned(new Pid(i), new Pid(i % 3 + 1), "a"));
    }
    for (int i = 1; i <= 3; i++) {
      var one = new Pid(i);
      events.add(new RuntimeEvent.Supervising(one, "one_for_one", -1, -5));
      events.add(child(one, "next", new Pid(i % 3 + 1)));
      events.add(child(one, "self", one));
      events.add(new RuntimeEvent.ChildStarted(one, "self", one));
      events.add(new RuntimeEvent.Linked(one, one));
      events.add(new RuntimeEvent.Monitored(one, one, i));
    }
    events.add(new RuntimeEvent.Exited(new Pid(1), ExitReason.atom("boom")));
    return written("cycles", "cycles", events);
  }

  /// The first so many bytes of a whole one.
  Path cut(int bytes) throws IOException {
    return file("cut" + bytes, Arrays.copyOf(Files.readAllBytes(whole), bytes));
  }

  /// Whole but for its last third.
  Path cutNearTheEnd() throws IOException {
    return cut((int) Files.size(whole) * 2 / 3);
  }

  /// A segment that becomes a thousand times as long as it says.
  Path bomb() throws IOException {
    return forged("bomb", deflated(new byte[256 << 20]), 100, -1);
  }

  /// A segment that says that it is as long as can be said.
  Path huge() throws IOException {
    return forged("huge", deflated(new byte[10]), Integer.MAX_VALUE, -1);
  }

  /// A segment that says that more bytes follow than any file has.
  Path endless() throws IOException {
    return forged("endless", deflated(new byte[10]), 10, Integer.MAX_VALUE);
  }

  /// A segment with more texts than there are.
  Path words() throws IOException {
    byte[] payload = new byte[20];
    Arrays.fill(payload, 0, 9, (byte) 0xFF);
    payload[9] = 1;
    return forged("words", deflated(payload), payload.length, -1);
  }

  private static byte[] deflated(byte[] payload) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(payload);
    deflater.finish();
    byte[] room = new byte[payload.length / 500 + 64];
    int size = deflater.deflate(room);
    deflater.end();
    return Arrays.copyOf(room, size);
  }

  /// One segment under right checksums.
  private Path forged(String name, byte[] stored, int size, int storedSize) throws IOException {
    byte[] before = Files.readAllBytes(whole);
    int header = 16 + ByteBuffer.wrap(before).getInt(12) + 4;
    var block = ByteBuffer.allocate(HEAD + stored.length);
    block.putInt(0xF5424C4B).put((byte) 3).put((byte) 1).putShort((short) 0);
    block.putInt(size).putInt(storedSize < 0 ? stored.length : storedSize);
    block.putLong(1).putLong(9).putInt(9).putInt(0).putLong(0).putLong(0).putLong(1_000_000_000);
    block.putInt(sum(stored, stored.length));
    block.putInt(sum(block.array(), HEAD - 4));
    block.put(stored);
    var all = ByteBuffer.allocate(header + block.capacity());
    return file(name, all.put(before, 0, header).put(block.array()).array());
  }

  private static int sum(byte[] bytes, int length) {
    var sum = new CRC32C();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }

  Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name + ".understudy"), bytes);
  }
}
