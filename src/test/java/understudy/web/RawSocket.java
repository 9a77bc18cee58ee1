package understudy.web;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A WebSocket client that says any bytes, right or wrong.
final class RawSocket implements AutoCloseable {
  /// What came: a frame, or the end without one.
  ///
  /// @param bytes of its payload, one a letter
  record Heard(int opcode, String bytes) {
    static final Heard CUT = new Heard(-1, "");

    String text() {
      return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /// {@return the close code; -1 if it is no close}
    int code() {
      return opcode == CLOSE && bytes.length() >= 2
          ? bytes.charAt(0) << Byte.SIZE | bytes.charAt(1)
          : -1;
    }
  }

  static final int TEXT = 0x81;
  static final int CLOSE = 8;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int MASKED = 0x80;
  private static final int SHORT = 126;
  private static final byte[] MASK = {1, 2, 3, 4};

  private final Socket socket;
  private final DataInputStream in;

  RawSocket(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new DataInputStream(socket.getInputStream());
  }

  /// {@return an open WebSocket}
  static RawSocket open(int port) throws IOException {
    var raw = new RawSocket(port);
    String status = raw.ask(port, "Sec-WebSocket-Version: 13\r\n");
    if (!status.startsWith("HTTP/1.1 101")) {
      throw new IOException(status);
    }
    return raw;
  }

  /// {@return the status line of the answer to a handshake with further headers}
  String ask(int port, String headers) throws IOException {
    write(
        ("GET /socket HTTP/1.1\r\nHost: 127.0.0.1:"
                + port
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + headers
                + "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    return head().lines().findFirst().orElseThrow();
  }

  /// {@return what came until an empty line, or until the end}
  String head() throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return head + "(cut)";
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /// Sends bytes written as hexadecimal digits; spaces are left out.
  void hex(String digits) throws IOException {
    write(HexFormat.of().parseHex(digits.replace(" ", "")));
  }

  void text(String text) throws IOException {
    write(frame(TEXT, text.getBytes(StandardCharsets.UTF_8)));
  }

  /// {@return a masked frame}
  ///
  /// @param first FIN, reserved bits and opcode
  static byte[] frame(int first, byte[] payload) {
    var bytes = ByteBuffer.allocate(payload.length + 14);
    bytes.put((byte) first);
    if (payload.length < SHORT) {
      bytes.put((byte) (MASKED | payload.length));
    } else {
      bytes.put((byte) (MASKED | SHORT)).putShort((short) payload.length);
    }
    bytes.put(MASK);
    for (int i = 0; i < payload.length; i++) {
      bytes.put((byte) (payload[i] ^ MASK[i % MASK.length]));
    }
    byte[] frame = new byte[bytes.position()];
    bytes.flip().get(frame);
    return frame;
  }

  /// {@return the next frame}
  Heard hear() throws IOException {
    try {
      int opcode = in.readUnsignedByte() & 0x0f;
      int length = in.readUnsignedByte();
      byte[] payload = new byte[length == SHORT ? in.readUnsignedShort() : length];
      in.readFully(payload);
      return new Heard(opcode, new String(payload, StandardCharsets.ISO_8859_1));
    } catch (EOFException | SocketException _) {
      return Heard.CUT;
    }
  }

  /// {@return the code with which the other end closes; -1 if it just ends}
  int closing() throws IOException {
    Heard heard = hear();
    while (heard.opcode() != CLOSE && !heard.equals(Heard.CUT)) {
      heard = hear();
    }
    return heard.code();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
