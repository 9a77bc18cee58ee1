package understudy.bench.chat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// One WebSocket of a crowd: just enough of RFC 6455 for ten thousand of them on one thread.
final class Wire {
  private static final int SMALL = 512;
  private static final int SHORT = 126;
  private static final int LONG = 127;
  private static final int TEXT = 0x81;
  private static final int MASKED = 0x80;
  private static final int CLOSE = 8;

  final int number;
  private final Crowd crowd;
  private final SocketChannel channel;
  private ByteBuffer in = ByteBuffer.allocate(SMALL);
  private boolean open;

  Wire(Crowd crowd, int number, int port, Selector selector, String path) throws IOException {
    this.crowd = crowd;
    this.number = number;
    channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
    write(
        ByteBuffer.wrap(
            ("GET "
                    + path
                    + " HTTP/1.1\r\nHost: localhost:"
                    + port
                    + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)));
  }

  /// Sends a text; its mask is four zeros, which changes nothing.
  void send(String text) throws IOException {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    var frame = ByteBuffer.allocate(payload.length + 8);
    frame.put((byte) TEXT);
    if (payload.length < SHORT) {
      frame.put((byte) (MASKED | payload.length));
    } else {
      frame.put((byte) (MASKED | SHORT)).putShort((short) payload.length);
    }
    write(frame.putInt(0).put(payload).flip());
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /// Takes what has come.
  void read() throws IOException {
    int came;
    try {
      came = channel.read(in);
    } catch (IOException _) {
      came = -1;
    }
    if (came < 0) {
      close();
      return;
    }
    in.flip();
    if (!open) {
      open = handshake();
    }
    while (open && frame()) {}
    in.compact();
    if (!in.hasRemaining()) {
      in = ByteBuffer.allocate(in.capacity() * 2).put(in.flip());
    } else if (in.position() == 0 && in.capacity() > SMALL) {
      in = ByteBuffer.allocate(SMALL);
    }
  }

  private boolean handshake() throws IOException {
    for (int i = in.position(); i + 3 < in.limit(); i++) {
      if (in.getInt(i) == 0x0d0a0d0a) {
        byte[] head = new byte[i - in.position()];
        in.get(head);
        in.position(i + 4);
        String status = new String(head, StandardCharsets.US_ASCII);
        if (!status.startsWith("HTTP/1.1 101")) {
          throw new IOException("connection " + number + " was refused: " + status);
        }
        crowd.opened(this);
        return true;
      }
    }
    return false;
  }

  /// {@return whether there was a whole one}
  private boolean frame() throws IOException {
    if (in.remaining() < 2) {
      return false;
    }
    int at = in.position();
    int opcode = in.get(at) & 0x0f;
    long length = in.get(at + 1) & 0x7f;
    int header = length == SHORT ? 4 : length == LONG ? 10 : 2;
    if (in.remaining() < header) {
      return false;
    }
    length =
        length == SHORT
            ? in.getShort(at + 2) & 0xffff
            : length == LONG ? in.getLong(at + 2) : length;
    if (in.remaining() < header + length) {
      return false;
    }
    var payload = in.slice(at + header, (int) length);
    in.position(at + header + (int) length);
    if (opcode == CLOSE) {
      close();
      return false;
    }
    crowd.heard(this, payload);
    return true;
  }

  private void close() throws IOException {
    boolean wasOpen = open;
    open = false;
    channel.close();
    crowd.closed(this, wasOpen);
  }
}
