package understudy.bench.chat;

import java.io.IOException;
import java.nio.ByteBuffer;

/// What the crowd does with the plain server.
final class PlainMind extends Talkers {
  private static final byte[] ALL = Crowd.bytes("all");

  private final int phones;
  private int opened;
  private int told;

  PlainMind(int phones, int talkers) {
    super(talkers);
    this.phones = phones;
  }

  Crowd crowd(int port) throws IOException {
    return new Crowd(port, phones, _ -> "/socket/websocket", this);
  }

  int opened() {
    return opened;
  }

  long tellAll(Crowd crowd) throws IOException {
    told = 0;
    long begun = System.nanoTime();
    crowd.wire(phones - 1).send("all hear this, which is about as long as a message is");
    crowd.until(() -> told == phones, 60);
    return System.nanoTime() - begun;
  }

  @Override
  void say(Crowd crowd, int talker) throws IOException {
    crowd.wire(talker).send("say this again, which is about as long as a message is");
  }

  @Override
  public void opened(Crowd crowd, Wire wire) {
    opened++;
  }

  @Override
  public void heard(Crowd crowd, Wire wire, ByteBuffer payload) throws IOException {
    if (Crowd.contains(payload, ALL)) {
      told++;
    } else {
      heardOwn(crowd, wire.number);
    }
  }

  @Override
  public void closed(Crowd crowd, Wire wire) throws IOException {
    crowd.reopen(wire.number); // The handshake took too long.
  }
}
