package understudy.bench.chat;

import java.io.IOException;
import java.nio.ByteBuffer;

/// The many at the plain server.
final class PlainListeners extends Listeners {
  PlainListeners(Host host, int all) {
    super(host, all);
  }

  @Override
  void tell(Wire teller) throws IOException {
    teller.send("all hear this, which is about as long as a message is");
  }

  @Override
  public void opened(Crowd crowd, Wire wire) {
    came(wire.number);
  }

  @Override
  public void heard(Crowd crowd, Wire wire, ByteBuffer payload) {
    heardAll(wire.number);
  }
}
