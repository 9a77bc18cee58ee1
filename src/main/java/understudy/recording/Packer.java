package understudy.recording;

import java.util.Arrays;
import java.util.zip.Deflater;

/// Deflates payloads; holds memory outside the heap until it is closed.
final class Packer implements AutoCloseable {
  private static final int LEVEL = 1;

  private final Deflater deflater = new Deflater(LEVEL, true);
  private byte[] room = new byte[1 << 16];
  private boolean hurried;

  /// {@return the payload, deflated}
  ///
  /// @param hurry whether time counts more than size
  byte[] pack(Out payload, boolean hurry) {
    deflater.reset();
    if (hurry != hurried) {
      deflater.setStrategy(hurry ? Deflater.HUFFMAN_ONLY : Deflater.DEFAULT_STRATEGY);
      hurried = hurry;
    }
    deflater.setInput(payload.bytes(), 0, payload.size());
    deflater.finish();
    int done = 0;
    while (!deflater.finished()) {
      if (done == room.length) {
        room = Arrays.copyOf(room, room.length * 2);
      }
      done += deflater.deflate(room, done, room.length - done);
    }
    return Arrays.copyOf(room, done);
  }

  @Override
  public void close() {
    deflater.end();
  }
}
