package understudy.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.recording.Samples.bytes;
import static understudy.recording.Samples.events;
import static understudy.recording.Samples.everyKind;
import static understudy.recording.Samples.messages;
import static understudy.recording.Samples.opened;
import static understudy.recording.Samples.refused;
import static understudy.recording.Samples.stamped;
import static understudy.recording.Samples.write;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.event.Stamped;

@Timeout(120)
class DamageTest {
  @TempDir Path folder;
  private final List<Stamped> all = stamped(everyKind());
  private byte[] whole = {};
  private Path file = Path.of("");

  @BeforeEach
  void writeThreeSegments() throws Exception {
    file = folder.resolve("a.understudy");
    write(file, all, 10);
    whole = bytes(file);
  }

  private int headerSize() {
    return Header.of(Samples.METADATA).length;
  }

  /// Where segment `number` begins, from 0.
  private int segment(int number) {
    int at = headerSize();
    for (int i = 0; i < number; i++) {
      at += Format.HEAD + ByteBuffer.wrap(whole).getInt(at + 12);
    }
    return at;
  }

  private String lineWith(byte[] bytes) throws Exception {
    Files.write(file, bytes);
    return opened(file).damage().orElse("");
  }

  private byte[] flipped(int at) {
    byte[] flipped = whole.clone();
    flipped[at] ^= 0x10;
    return flipped;
  }

  @Test
  void everyCutOpensTheWholeSegmentsAndSaysThatTheRestIsMissing() throws Exception {
    for (int cut = 0; cut < whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      if (cut < headerSize()) {
        assertThat(refused(file)).startsWith("recording 'a.understudy' is ");
        continue;
      }
      var opened = opened(file);
      int segments = cut >= segment(3) ? 3 : cut >= segment(2) ? 2 : cut >= segment(1) ? 1 : 0;
      assertThat(events(opened.recording()))
          .isEqualTo(all.subList(0, Math.min(all.size(), segments * 10)));
      assertThat(opened.damage().orElse("none"))
          .contains("is cut short at byte " + cut)
          .contains("missing");
    }
  }

  @Test
  void everyFlippedByteOpensTheOtherSegmentsAndSaysWhatIsMissing() throws Exception {
    for (int mask : new int[] {0x01, 0xFF}) {
      for (int at = 0; at < whole.length; at++) {
        byte[] bytes = whole.clone();
        bytes[at] ^= (byte) mask;
        Files.write(file, bytes);
        if (at < 8) {
          assertThat(refused(file)).contains("is not a recording");
          continue;
        }
        var opened = opened(file);
        List<Stamped> found = events(opened.recording());
        int broken = at < segment(1) ? 0 : at < segment(2) ? 1 : 2;
        boolean inSegment = at >= headerSize() && at < segment(3);
        List<Stamped> expected =
            all.stream()
                .filter(event -> !inSegment || (event.sequence() - 1) / 10 != broken)
                .toList();
        assertThat(found).as("byte %d", at).isEqualTo(expected);
        assertThat(opened.damage().orElse("none"))
            .as("byte %d", at)
            .contains("is damaged at byte ")
            .contains(inSegment ? (broken == 2 ? "9" : "10") + " events" : "no event is missing")
            .endsWith(at < headerSize() ? "its title and seed are lost" : "missing");
      }
    }
  }

  @Test
  void aCutInsideTheLastSegmentSaysHowManySecondsAreMissing() throws Exception {
    write(file, messages(13 * 4), 4);
    whole = bytes(file);
    int cut = segment(13) - 5;
    assertThat(lineWith(Arrays.copyOf(whole, cut)))
        .isEqualTo(
            "recording 'a.understudy' is cut short at byte "
                + cut
                + ": 12 of 13 segments are readable and were opened; the last 0.4 s are missing");
  }

  @Test
  void aCutBetweenSegmentsSaysFromWhenOnNothingIsKnown() throws Exception {
    assertThat(lineWith(Arrays.copyOf(whole, segment(2))))
        .isEqualTo(
            "recording 'a.understudy' is cut short at byte "
                + segment(2)
                + ": 2 segments are readable and were opened; anything after 2.0 s is missing");
  }

  @Test
  void aDamagedSegmentIsNamedByItsTime() throws Exception {
    assertThat(lineWith(flipped(segment(1) + Format.HEAD + 3)))
        .isEqualTo(
            "recording 'a.understudy' is damaged at byte "
                + segment(1)
                + ": 2 of 3 segments are readable and were opened;"
                + " 10 events between 1.1 s and 2.0 s are missing");
  }

  @Test
  void damageAndACutAreBothNamed() throws Exception {
    byte[] bytes = Arrays.copyOf(flipped(segment(1) + 5), segment(3) - 1);
    assertThat(lineWith(bytes))
        .isEqualTo(
            "recording 'a.understudy' is damaged at byte "
                + segment(1)
                + " and cut short at byte "
                + bytes.length
                + ": 1 segment is readable and was opened;"
                + " an unknown number of events and the last 1.9 s are missing");
  }

  @Test
  void aSegmentThatWasTakenOutIsMissed() throws Exception {
    byte[] bytes = new byte[whole.length - (segment(2) - segment(1))];
    System.arraycopy(whole, 0, bytes, 0, segment(1));
    System.arraycopy(whole, segment(2), bytes, segment(1), whole.length - segment(2));
    assertThat(lineWith(bytes))
        .contains("2 of 3 segments are readable and were opened; 10 events are missing");
  }

  @Test
  void aSegmentThatStandsTwiceIsReadOnce() throws Exception {
    byte[] bytes = new byte[whole.length + segment(1) - segment(0)];
    System.arraycopy(whole, 0, bytes, 0, segment(1));
    System.arraycopy(whole, segment(0), bytes, segment(1), whole.length - segment(0));
    assertThat(lineWith(bytes)).contains("3 of 3 segments are readable", "no event is missing");
    assertThat(events(opened(file).recording())).isEqualTo(all);
  }

  @Test
  void whatFollowsTheEndIsNamed() throws Exception {
    assertThat(lineWith(Arrays.copyOf(whole, whole.length + 7)))
        .contains("is damaged at byte " + whole.length, "no event is missing");
  }

  @Test
  void aFileFullOfFalseMarkersIsSoonGivenUp() throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(8 << 20);
    bytes.put(whole, 0, segment(1));
    while (bytes.remaining() >= 4) {
      bytes.putInt(Format.MARKER);
    }
    assertThat(lineWith(bytes.array()))
        .contains("1 segment is readable and was opened")
        .contains("an unknown number of events and anything after 1.0 s are missing");
  }
}
