package understudy.bench.chat;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Talkers in the chat: in the room of all, and each in a room of its own, where it talks.
final class ChatTalkers extends Talkers {
  private static final byte[] HISTORY = Crowd.bytes("\"history\"");
  private static final byte[] DESK = Crowd.bytes("room:desk");

  ChatTalkers(Host host) throws IOException {
    super(host);
  }

  @Override
  public void opened(Crowd all, Wire wire) throws IOException {
    ChatListeners.join(wire, "talker " + wire.number);
    wire.send("[\"2\",\"2\",\"room:desk " + wire.number + "\",\"phx_join\",{\"name\":\"talker\"}]");
  }

  @Override
  void say(Wire wire) throws IOException {
    wire.send(
        "[\"2\",\"9\",\"room:desk " + wire.number + "\",\"new_msg\",{\"body\":\"said again\"}]");
  }

  @Override
  public void heard(Crowd all, Wire wire, ByteBuffer payload) throws IOException {
    if (!Crowd.contains(payload, HISTORY)) {
      super.heard(all, wire, payload);
    } else if (Crowd.contains(payload, DESK)) {
      canTalk();
    }
  }
}
