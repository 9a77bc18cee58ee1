package understudy.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static understudy.recording.Samples.METADATA;
import static understudy.recording.Samples.events;
import static understudy.recording.Samples.messages;
import static understudy.recording.Samples.opened;
import static understudy.recording.Samples.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

class RecordingWriterTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("a.understudy");
  }

  /// A disk with room for a number of bytes, as a full one behaves: the last write is cut.
  private static final class Full implements Disk {
    private final Disk disk;
    private long room;

    Full(Path part, long room) throws IOException {
      disk =
          new Disk.OnChannel(
              FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
      this.room = room;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      int fits = (int) Math.min(room, bytes.length);
      disk.write(Arrays.copyOf(bytes, fits));
      room -= fits;
      if (fits < bytes.length) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void force() {}

    @Override
    public void truncate(long size) throws IOException {
      disk.truncate(size);
    }

    @Override
    public void close() throws IOException {
      disk.close();
    }
  }

  @Nested
  class WhileItWrites {
    @Test
    void theTargetStaysAsItWasUntilClose() throws Exception {
      Files.writeString(file, "older");
      try (RecordingWriter writer = RecordingWriter.create(file, METADATA)) {
        assertThat(writer.target()).isEqualTo(file);
        assertThat(writer.part()).isEqualTo(folder.resolve("a.understudy.part"));
        writer.append(messages(3));
        writer.flush();
        assertThat(writer.totals().events()).isEqualTo(3);
        assertThat(file).hasContent("older");
      }
      assertThat(events(opened(file).recording())).isEqualTo(messages(3));
      assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void thePartFileOpensAsIfThePowerHadGone() throws Exception {
      try (RecordingWriter writer = RecordingWriter.create(file, METADATA)) {
        writer.append(messages(5));
        writer.flush();
        writer.append(messages(9).subList(5, 9));
        var opened = opened(writer.part());
        assertThat(events(opened.recording())).isEqualTo(messages(5));
        assertThat(opened.damage().orElse("none"))
            .startsWith("recording 'a.understudy.part' is cut short at byte ")
            .endsWith("1 segment is readable and was opened; anything after 0.5 s is missing");
      }
    }

    @Test
    void anUnfinishedRecordingOfTheSameNameIsKept() throws Exception {
      Files.writeString(folder.resolve("a.understudy.part"), "unfinished");
      write(file, messages(1), 1);
      assertThat(folder.resolve("a.understudy.part")).hasContent("unfinished");
      assertThat(events(opened(file).recording())).hasSize(1);
    }

    @Test
    void aSecondOfWallTimeEndsASegment() throws Exception {
      List<Stamped> events = new ArrayList<>();
      for (int i = 1; i <= 10; i++) {
        events.add(new Stamped(i, i, 50_000 + i * 300, new RuntimeEvent.Rested(new Pid(1))));
      }
      try (RecordingWriter writer = RecordingWriter.create(file, METADATA)) {
        writer.append(events);
        assertThat(writer.totals()).isEqualTo(new Totals(2, 10, 0, 0, 1, 10, 1, 10));
      }
      assertThat(events(opened(file).recording())).isEqualTo(events);
    }

    @Test
    void eventsOutOfOrderAreRefused() throws Exception {
      try (RecordingWriter writer = RecordingWriter.create(file, METADATA)) {
        writer.append(messages(3));
        assertThatThrownBy(() -> writer.append(messages(3)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(
                "recording 'a.understudy': event 1 came after event 3; append events of one stream"
                    + " in its order");
      }
      assertThat(events(opened(file).recording())).isEqualTo(messages(3));
    }

    @Test
    void nothingCanBeAddedOnceItIsClosed() throws Exception {
      RecordingWriter writer = RecordingWriter.create(file, METADATA);
      writer.close();
      writer.close();
      assertThatThrownBy(() -> writer.append(messages(1)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("recording 'a.understudy' is closed, nothing can be added");
    }
  }

  @Nested
  class WhenTheDiskRefuses {
    @Test
    void everyAmountOfRoomLeavesTheWholeSegmentsAndOneClearLine() throws Exception {
      List<Stamped> all = messages(30);
      write(file, all, 10, new Composer(1));
      long needed = Files.size(file);
      Path part = folder.resolve("b.understudy.part");
      for (long room = Header.of(METADATA).length; room < needed; room++) {
        RecordingWriter writer =
            new RecordingWriter(
                folder.resolve("b.understudy"),
                part,
                new Full(part, room),
                METADATA,
                new Composer(1));
        assertThatThrownBy(
                () -> {
                  for (int i = 0; i < 30; i += 10) {
                    writer.append(all.subList(i, i + 10));
                    writer.flush();
                  }
                  writer.close();
                })
            .isInstanceOf(RecordingFailed.class)
            .hasMessage(
                "recording 'b.understudy' stopped: No space left on device; the first "
                    + writer.totals().events()
                    + " events are kept in '"
                    + part
                    + "'; make room and start a new recording");
        assertThatThrownBy(() -> writer.append(all)).isInstanceOf(RecordingFailed.class);
        writer.close();
        var opened = opened(part);
        assertThat(events(opened.recording()))
            .isEqualTo(all.subList(0, (int) writer.totals().events()));
        assertThat(opened.damage().orElse("none")).contains("cut short at byte");
        assertThat(folder.resolve("b.understudy")).doesNotExist();
        Files.delete(part);
      }
    }

    @Test
    void noRoomForTheHeaderIsSaidAtOnce() throws Exception {
      Path part = folder.resolve("b.understudy.part");
      Full full = new Full(part, 3);
      assertThatThrownBy(() -> new RecordingWriter(file, part, full, METADATA, new Composer(1)))
          .isInstanceOf(RecordingFailed.class)
          .hasMessageContaining("stopped: No space left on device");
    }

    @Test
    void aFolderThatVanishesIsSaidWithinASecondOfTheRun() throws Exception {
      Path gone = Files.createDirectory(folder.resolve("gone"));
      RecordingWriter writer = RecordingWriter.create(gone.resolve("a.understudy"), METADATA);
      writer.append(List.of(rested(1, 1_000), rested(2, 2_500)));
      Files.delete(writer.part());
      Files.delete(gone);
      assertThatThrownBy(() -> writer.append(List.of(rested(3, 4_000), rested(4, 5_500))))
          .isInstanceOf(RecordingFailed.class)
          .hasMessage(
              "recording 'a.understudy' stopped: its file '"
                  + writer.part()
                  + "' is gone, and with it what was recorded; record again into a folder that"
                  + " stays");
      writer.close();
    }

    private static Stamped rested(int sequence, long wallMillis) {
      return new Stamped(sequence, sequence, wallMillis, new RuntimeEvent.Rested(new Pid(1)));
    }

    @Test
    void aFolderThatVanishesIsSaidAtTheLatestOnClose() throws Exception {
      Path gone = Files.createDirectory(folder.resolve("gone"));
      RecordingWriter writer = RecordingWriter.create(gone.resolve("a.understudy"), METADATA);
      writer.append(messages(3));
      Files.delete(writer.part());
      Files.delete(gone);
      assertThatThrownBy(writer::close)
          .isInstanceOf(RecordingFailed.class)
          .hasMessageStartingWith(
              "recording 'a.understudy' is written but cannot be put in its place: there is no such"
                  + " file or folder");
    }

    @Test
    void aMissingFolderIsSaidBeforeAnythingIsRecorded() {
      Path nowhere = folder.resolve("no").resolve("a.understudy");
      assertThatThrownBy(() -> RecordingWriter.create(nowhere, METADATA))
          .isInstanceOf(RecordingFailed.class)
          .hasMessage(
              "recording 'a.understudy' cannot be written in '"
                  + folder.resolve("no")
                  + "': there is no such file or folder; choose a folder that exists and that you"
                  + " may write to");
    }

    @Test
    void aFolderIsNoTarget() {
      assertThatThrownBy(() -> RecordingWriter.create(folder, METADATA))
          .isInstanceOf(RecordingFailed.class)
          .hasMessageContaining("that is a folder; choose a file name");
    }
  }
}
