package understudy.recording;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/// A file to read from, a bounded piece at a time.
final class Source implements Closeable {
  private static final int PIECE = 1 << 16;

  private final FileChannel channel;
  private final long size;
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE);

  Source(Path path) throws IOException {
    channel = FileChannel.open(path, StandardOpenOption.READ);
    size = channel.size();
  }

  long size() {
    return size;
  }

  boolean has(long offset, long length) {
    return offset + length <= size;
  }

  /// Reads `length` bytes, which the caller has held against a limit.
  byte[] read(long offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    fill(bytes, offset);
    return bytes.array();
  }

  int sum(long offset, int length) throws IOException {
    CRC32C sum = new CRC32C();
    int done = 0;
    while (done < length) {
      piece.clear().limit(Math.min(PIECE, length - done));
      fill(piece, offset + done);
      sum.update(piece.array(), 0, piece.limit());
      done += piece.limit();
    }
    return (int) sum.getValue();
  }

  /// {@return the place of the next four bytes that equal `marker`, from `from` to before `to`}
  OptionalLong find(int marker, long from, long to) throws IOException {
    int last = 0;
    long at = from;
    while (at < to) {
      piece.clear().limit((int) Math.min(PIECE, to - at));
      fill(piece, at);
      byte[] bytes = piece.array();
      for (int i = 0; i < piece.limit(); i++) {
        last = (last << 8) | (bytes[i] & 0xFF);
        if (last == marker && at + i - from >= 3) {
          return OptionalLong.of(at + i - 3);
        }
      }
      at += piece.limit();
    }
    return OptionalLong.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void fill(ByteBuffer bytes, long offset) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, offset + bytes.position()) < 0) {
        throw new EOFException("it ends at byte " + (offset + bytes.position()));
      }
    }
  }
}
