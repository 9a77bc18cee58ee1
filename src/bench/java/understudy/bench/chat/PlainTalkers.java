package understudy.bench.chat;

import java.io.IOException;

/// Talkers at the plain server.
final class PlainTalkers extends Talkers {
  PlainTalkers(Host host) throws IOException {
    super(host);
  }

  @Override
  public void opened(Crowd all, Wire wire) {
    canTalk();
  }

  @Override
  void say(Wire wire) throws IOException {
    wire.send("this is said again, about as long as a message is");
  }
}
