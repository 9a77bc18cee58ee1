package understudy.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.recording.Samples.METADATA;
import static understudy.recording.Samples.bytes;
import static understudy.recording.Samples.events;
import static understudy.recording.Samples.everyKind;
import static understudy.recording.Samples.opened;
import static understudy.recording.Samples.stamped;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.event.Stamped;

/// Keyframes that were cut, damaged, or made to hurt: they save time or they do not, but never lie.
@Timeout(300)
class HostileKeyframeTest {
  @TempDir Path folder;
  private final List<Stamped> all = stamped(everyKind());
  private Path file = Path.of("");
  private byte[] whole = {};
  private Map<Long, Keyframe> right = new HashMap<>();

  @BeforeEach
  void writeAKeyframeAfterEachSegment() throws Exception {
    file = folder.resolve("a.understudy");
    Samples.write(file, all, 10, new Composer(1));
    whole = bytes(file);
    right = keyframes(opened(file).recording());
    assertThat(right.keySet()).contains(20L, 29L);
  }

  private Map<Long, Keyframe> keyframes(Recording recording) {
    Map<Long, Keyframe> found = new HashMap<>();
    for (Stamped each : all) {
      recording.keyframe(each.sequence()).ifPresent(key -> found.put(key.sequence(), key));
    }
    return found;
  }

  private void assertTrue(String what) throws Exception {
    if (RecordingReader.open(file) instanceof Opening.Opened(var recording, var damage)) {
      assertThat(damage.orElse("none")).as(what).contains("missing");
      assertThat(all).as(what).containsAll(events(recording));
      keyframes(recording).forEach((at, key) -> assertThat(key).as(what).isEqualTo(right.get(at)));
      assertThat(recording.trend().buckets()).as(what).hasSizeLessThanOrEqualTo(all.size());
    }
  }

  @Test
  void everyFlippedByteLeavesOnlyKeyframesThatAreTrue() throws Exception {
    for (int at = 0; at < whole.length; at++) {
      byte[] bytes = whole.clone();
      bytes[at] ^= 0x10;
      Files.write(file, bytes);
      assertTrue("byte " + at);
    }
  }

  @Test
  void everyCutLeavesOnlyKeyframesThatAreTrue() throws Exception {
    for (int cut = 0; cut < whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      assertTrue("cut " + cut);
    }
  }

  @Test
  void anyPayloadUnderRightChecksumsIsNoKeyframeOrAHarmlessOne() throws Exception {
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      byte[] payload = new byte[random.nextInt(200) + 1];
      random.nextBytes(payload);
      for (int j = 0; j < Math.min(payload.length, i % 40); j++) {
        payload[j] = (byte) random.nextInt(3);
      }
      assertHarmless(payload, payload.length, "seed 11, payload " + i);
    }
  }

  @Test
  void aKeyframeWithAnyOtherByteInItIsNoKeyframeOrAHarmlessOne() throws Exception {
    Out out = new Out();
    var keyframer = new Keyframer();
    all.forEach(keyframer::accept);
    new KeyframeWriter().write(keyframer.trend(), keyframer.keyframe(), out);
    byte[] good = Arrays.copyOf(out.bytes(), out.size());
    for (int at = 0; at < good.length; at++) {
      for (int value : new int[] {0, 1, 0x7F, 0xFF}) {
        byte[] payload = good.clone();
        payload[at] = (byte) value;
        assertHarmless(payload, payload.length, "byte " + at + " is " + value);
      }
    }
  }

  @Test
  void aBombIsNotInflated() throws Exception {
    assertHarmless(new byte[64 << 20], Format.MAX_KEYFRAME, "64 MiB of nothing");
    assertHarmless(new byte[64 << 20], 100, "64 MiB said to be 100 bytes");
    assertHarmless(new byte[64 << 20], Integer.MAX_VALUE, "said to be 2 GiB");
  }

  private void assertHarmless(byte[] payload, int claimed, String what) throws Exception {
    writeOneKeyframe(payload, claimed);
    if (RecordingReader.open(file) instanceof Opening.Opened(var recording, _)) {
      recording
          .keyframe(Long.MAX_VALUE)
          .ifPresent(key -> {
            new Replay(key).accept(all.getFirst());
            new understudy.graph.Graph(key.graph()).apply(all.getFirst());
          });
      assertThat(recording.trend()).as(what).isNotNull();
      assertThat(events(recording)).as(what).isEmpty();
    }
  }

  private void writeOneKeyframe(byte[] payload, int claimed) throws Exception {
    try (Packer packer = new Packer()) {
      byte[] stored = packer.pack(new Out().raw(payload), false);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(Header.of(METADATA));
      bytes.write(
          new Segment(
                  0,
                  Format.KIND_KEYFRAME,
                  Format.CODING_DEFLATE,
                  claimed,
                  stored.length,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  Sum.of(stored))
              .head());
      bytes.write(stored);
      Files.write(file, bytes.toByteArray());
    }
  }

  @Test
  void aCopyOfAnotherRecordingsKeyframeIsTakenForWhatItsHeadSays() throws Exception {
    byte[] bytes = whole.clone();
    for (int at = 0; at + Format.HEAD < bytes.length; at++) {
      if (ByteBuffer.wrap(bytes, at, 4).getInt() == Format.MARKER
          && bytes[at + 4] == Format.KIND_KEYFRAME) {
        ByteBuffer head = ByteBuffer.wrap(bytes, at, Format.HEAD).slice();
        head.putLong(16, 12).putLong(24, 12);
        head.putInt(68, Sum.of(Arrays.copyOfRange(bytes, at, at + 68)));
      }
    }
    Files.write(file, bytes);
    assertThat(opened(file).recording().keyframe(29)).isEqualTo(Optional.empty());
    assertThat(new ArrayList<>(events(opened(file).recording()))).isEqualTo(all);
  }
}
