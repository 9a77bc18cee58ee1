package understudy.bench.chat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/// The many in the chat: all in one room. They count what was acknowledged there.
final class ChatListeners extends Listeners {
  private static final byte[] NEW = Crowd.bytes("\"new_msg\"");
  private static final byte[] REPLY = Crowd.bytes("\"phx_reply\"");
  private static final byte[] HISTORY = Crowd.bytes("\"history\"");
  private static final byte[] FAILED = Crowd.bytes("\"phx_error\"");
  private static final Pattern ID = Pattern.compile("\"response\":\\{\"id\":(\\d+)}");
  private static final Pattern SAID = Pattern.compile("\"body\":\"hear this (\\d+)\"");
  private static final int PATIENCE = 60;

  private int said;
  private int acknowledged;
  private int newestTold;

  ChatListeners(Host host, int all) {
    super(host, all);
  }

  static void join(Wire wire, String user) throws IOException {
    wire.send("[\"1\",\"1\",\"room:hall\",\"phx_join\",{\"name\":\"" + user + "\"}]");
  }

  @Override
  void tell(Wire teller) throws IOException {
    said++;
    teller.send("[\"1\",\"all\",\"room:hall\",\"new_msg\",{\"body\":\"hear this " + said + "\"}]");
  }

  /// {@return how many of the messages that were acknowledged last are not in the history}
  int lost(Crowd crowd) throws IOException {
    newestTold = 0;
    Wire somebody = crowd.wire(all - 1);
    somebody.send("[\"1\",\"2\",\"room:hall\",\"phx_leave\",{}]");
    join(somebody, name(somebody.number));
    crowd.until(() -> newestTold > 0, PATIENCE);
    return acknowledged - newestTold;
  }

  @Override
  public void opened(Crowd crowd, Wire wire) throws IOException {
    join(wire, name(wire.number));
  }

  @Override
  public void heard(Crowd crowd, Wire wire, ByteBuffer payload) throws IOException {
    if (Crowd.contains(payload, HISTORY)) {
      came(wire.number);
      var told = SAID.matcher(Crowd.text(payload));
      while (told.find()) {
        newestTold = Math.max(newestTold, Integer.parseInt(told.group(1)));
      }
    } else if (Crowd.contains(payload, NEW)) {
      heardAll(wire.number);
    } else if (Crowd.contains(payload, FAILED)) {
      join(wire, name(wire.number));
    } else if (Crowd.contains(payload, REPLY)) {
      var id = ID.matcher(Crowd.text(payload));
      if (id.find()) {
        acknowledged = Math.max(acknowledged, Integer.parseInt(id.group(1)));
      }
    }
  }
}
