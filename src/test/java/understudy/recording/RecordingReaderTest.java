package understudy.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static understudy.recording.Samples.bytes;
import static understudy.recording.Samples.events;
import static understudy.recording.Samples.messages;
import static understudy.recording.Samples.opened;
import static understudy.recording.Samples.refused;
import static understudy.recording.Samples.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

@Timeout(120)
class RecordingReaderTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("a.understudy");
  }

  @Nested
  class Refuses {
    @Test
    void aFileThatIsNotThere() {
      assertThat(refused(file))
          .isEqualTo(
              "recording 'a.understudy' is not there: no file '" + file + "'; check the path");
    }

    @Test
    void aFolder() {
      assertThat(refused(folder)).endsWith("is a folder; choose a file that ends in .understudy");
    }

    @Test
    void anEmptyFile() throws Exception {
      Files.createFile(file);
      assertThat(refused(file)).contains("is empty");
    }

    @Test
    void aFileOfAnotherKindByItsFirstBytes() throws Exception {
      Files.writeString(file, "PK\3\4 and so on");
      assertThat(refused(file))
          .isEqualTo(
              "recording 'a.understudy' is not a recording: it begins with bytes"
                  + " 50 4b 03 04 20 61 6e 64; choose a file that ends in .understudy");
    }

    @Test
    void aHugeFileWithoutReadingIt() throws Exception {
      try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
        huge.write(Header.of(Samples.METADATA));
        huge.setLength(Format.MAX_FILE + 1);
      }
      assertThat(refused(file)).contains("bytes long, at most 68,719,476,736 are read");
    }

    @Test
    void aLaterVersionWhoseHeaderIsWhole() throws Exception {
      byte[] header = Header.of(Samples.METADATA);
      ByteBuffer.wrap(header).putShort(8, (short) 3);
      int summed = header.length - Format.CHECKSUM;
      ByteBuffer.wrap(header).putInt(summed, Sum.of(header, summed));
      Files.write(file, header);
      assertThat(refused(file))
          .contains(
              "is of format version 3, this program reads versions 1 to 2; open it with a newer");
    }
  }

  @Nested
  class Survives {
    @Test
    void aLongEmptyRegionAfterTheHeader() throws Exception {
      write(file, messages(5), 5);
      byte[] whole = bytes(file);
      try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
        sparse.setLength(32L << 30);
        sparse.seek(whole.length - Format.TRAILER);
        sparse.write(new byte[Format.TRAILER]);
      }
      assertThat(events(opened(file).recording())).hasSize(5);
    }

    @Test
    void randomBytesBehindAMagic() throws Exception {
      Random random = new Random(7);
      for (int i = 0; i < 300; i++) {
        byte[] bytes = new byte[random.nextInt(400) + 8];
        random.nextBytes(bytes);
        ByteBuffer.wrap(bytes).putLong(Format.MAGIC);
        Files.write(file, bytes);
        assertThat(refused(file)).contains("nothing of its " + bytes.length + " bytes is readable");
      }
    }

    @Test
    void aSegmentThatInflatesToMoreThanItSays() throws Exception {
      writeSegment(new byte[1 << 20], 100);
      assertThatThrownBy(() -> events(opened(file).recording()))
          .isInstanceOf(RecordingFailed.class)
          .hasMessage(
              "recording 'a.understudy' holds what no recording holds, a segment is longer than it"
                  + " says, 100; open it again or use another copy");
    }

    @Test
    void aSegmentThatInflatesToLessThanItSays() throws Exception {
      writeSegment(new byte[100], Format.MAX_PAYLOAD);
      assertThatThrownBy(() -> events(opened(file).recording()))
          .isInstanceOf(RecordingFailed.class)
          .hasMessageContaining("a segment is shorter than it says, 100 of 4194304");
    }

    @Test
    void aSegmentBeyondTheLimitOfASegment() throws Exception {
      writeSegment(new byte[100], Format.MAX_PAYLOAD + 1);
      assertThat(refused(file)).contains("nothing of its").contains("is readable");
    }

    @Test
    void anyPayloadUnderRightChecksums() throws Exception {
      Random random = new Random(8);
      for (int i = 0; i < 600; i++) {
        byte[] payload = new byte[random.nextInt(60) + 1];
        random.nextBytes(payload);
        payload[0] = (byte) (i % 3);
        writeSegment(payload, payload.length);
        try {
          events(opened(file).recording());
        } catch (RecordingFailed failed) {
          assertThat(failed).hasMessageContaining("holds what no recording holds");
        }
      }
    }

    @Test
    void aFileThatChangesOrGoesAfterItWasOpened() throws Exception {
      write(file, messages(100), 50);
      Recording recording = opened(file).recording();
      byte[] whole = bytes(file);
      Files.write(file, Arrays.copyOf(whole, whole.length / 2));
      assertThatThrownBy(() -> events(recording))
          .isInstanceOf(RecordingFailed.class)
          .hasMessageContaining("since it was opened");
      Files.delete(file);
      assertThatThrownBy(() -> events(recording))
          .hasMessage(
              "recording 'a.understudy' cannot be read on: there is no such file or folder; open it"
                  + " again or use another copy");
    }
  }

  @Nested
  class OfALaterVersion {
    @Test
    void kindsCodesAndFieldsItDoesNotKnowAreSkippedAndCounted() throws Exception {
      Out payload = new Out().varint(1).varint(2).raw(Format.utf8("hi"));
      event(payload, Tag.REGISTERED.number(), new Out().varint(1).varint(0).raw(new byte[] {9, 9}));
      event(payload, 99, new Out().raw(new byte[] {1, 2, 3}));
      event(payload, Tag.EXITED.number(), new Out().varint(1).u8(77));
      event(payload, Tag.INITIALIZED.number(), new Out().varint(1));
      writeSegment(payload.toArray(), payload.size());
      var recording = opened(file).recording();
      List<Stamped> found = new ArrayList<>();
      assertThat(recording.forEach(found::add)).isEqualTo(2);
      assertThat(found)
          .containsExactly(
              new Stamped(1, 5, 0, new RuntimeEvent.Registered(new Pid(1), "hi")),
              new Stamped(4, 20, 0, new RuntimeEvent.Initialized(new Pid(1))));
    }

    private static void event(Out payload, int tag, Out fields) {
      Out body = new Out().zigzag(0).zigzag(5).zigzag(0).raw(fields);
      payload.varint(tag).varint(body.size()).raw(body);
    }

    @Test
    void blocksItDoesNotKnowAreSkipped() throws Exception {
      write(file, messages(6), 3);
      byte[] whole = bytes(file);
      int index = whole.length - Format.TRAILER - Format.HEAD - Format.INDEX_TOTALS - 2 * 56;
      byte[] payload = {1, 2, 3};
      byte[] head =
          new Segment(0, (byte) 9, (byte) 9, 0, 3, 0, 0, 0, 0, 0, 0, 0, Sum.of(payload)).head();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(whole, 0, index);
      bytes.write(head);
      bytes.write(payload);
      bytes.write(whole, index, whole.length - index - Format.TRAILER);
      ByteBuffer trailer = ByteBuffer.allocate(Format.TRAILER);
      trailer.putLong(index + head.length + payload.length);
      trailer.putInt(Sum.of(trailer.array(), Long.BYTES)).putInt(Format.END);
      bytes.write(trailer.array());
      Files.write(file, bytes.toByteArray());
      assertThat(opened(file).damage()).isEmpty();
      assertThat(events(opened(file).recording())).isEqualTo(messages(6));
    }
  }

  private void writeSegment(byte[] payload, int claimedSize) throws IOException {
    Deflater deflater = new Deflater(1, true);
    deflater.setInput(payload);
    deflater.finish();
    byte[] room = new byte[payload.length + 100];
    byte[] stored = Arrays.copyOf(room, deflater.deflate(room));
    System.arraycopy(room, 0, stored, 0, stored.length);
    deflater.end();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(Header.of(Metadata.LOST));
    bytes.write(
        new Segment(
                0,
                Format.KIND_SEGMENT,
                Format.CODING_DEFLATE,
                claimedSize,
                stored.length,
                1,
                9,
                9,
                0,
                0,
                0,
                1,
                Sum.of(stored))
            .head());
    bytes.write(stored);
    Files.write(file, bytes.toByteArray());
  }
}
