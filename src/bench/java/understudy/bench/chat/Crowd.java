package understudy.bench.chat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/// Many WebSockets on one thread, the caller's.
final class Crowd implements AutoCloseable {
  /// What somebody does when a connection opens, hears or ends.
  interface Mind {
    void opened(Crowd crowd, Wire wire) throws IOException;

    void heard(Crowd crowd, Wire wire, ByteBuffer payload) throws IOException;

    void closed(Crowd crowd, Wire wire) throws IOException;
  }

  private static final int AT_ONCE = 256;

  private final int port;
  private final IntFunction<String> path;
  private final Mind mind;
  private final Selector selector = Selector.open();
  private final Wire[] wires;
  private int opening;

  /// @param path of the connection with a number
  Crowd(int port, int most, IntFunction<String> path, Mind mind) throws IOException {
    this.port = port;
    this.path = path;
    this.mind = mind;
    this.wires = new Wire[most];
  }

  /// Opens the connections from `from` to below `to`, some hundred at a time.
  void open(int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      reopen(i);
      if (opening >= AT_ONCE) {
        until(() -> opening < AT_ONCE / 2, 60);
      }
    }
  }

  void reopen(int number) throws IOException {
    opening++;
    wires[number] = new Wire(this, number, port, selector, path.apply(number));
  }

  Wire wire(int number) {
    return wires[number];
  }

  /// Lets things happen until something holds.
  ///
  /// @throws IOException if it does not within that time
  void until(BooleanSupplier holds, int seconds) throws IOException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IOException("waited for " + seconds + " s in vain");
      }
      turn(1);
    }
  }

  /// Lets things happen for a while.
  void during(long millis) throws IOException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < end) {
      turn(1);
    }
  }

  void turn(long millis) throws IOException {
    selector.select(millis);
    for (var key : selector.selectedKeys()) {
      if (key.isValid()) {
        ((Wire) key.attachment()).read();
      }
    }
    selector.selectedKeys().clear();
  }

  void opened(Wire wire) throws IOException {
    opening--;
    mind.opened(this, wire);
  }

  void heard(Wire wire, ByteBuffer payload) throws IOException {
    mind.heard(this, wire, payload);
  }

  /// Counts one less on the way in, if it never was in.
  void closed(Wire wire, boolean wasOpen) throws IOException {
    if (!wasOpen) {
      opening--;
    }
    mind.closed(this, wire);
  }

  /// {@return whether a payload contains some bytes}
  static boolean contains(ByteBuffer payload, byte[] wanted) {
    int last = payload.limit() - wanted.length;
    for (int i = 0; i <= last; i++) {
      int k = 0;
      while (k < wanted.length && payload.get(i + k) == wanted[k]) {
        k++;
      }
      if (k == wanted.length) {
        return true;
      }
    }
    return false;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static String text(ByteBuffer payload) {
    return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
  }

  @Override
  public void close() throws IOException {
    for (var key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
