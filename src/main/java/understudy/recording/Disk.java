package understudy.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// What a writer needs of a file.
interface Disk extends Closeable {
  void write(byte[] bytes) throws IOException;

  /// Waits until all that was written is on the medium.
  void force() throws IOException;

  void truncate(long size) throws IOException;

  /// A file of the system.
  record OnChannel(FileChannel channel) implements Disk {
    @Override
    public void write(byte[] bytes) throws IOException {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }

    @Override
    public void force() throws IOException {
      channel.force(false);
    }

    @Override
    public void truncate(long size) throws IOException {
      channel.truncate(size);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
