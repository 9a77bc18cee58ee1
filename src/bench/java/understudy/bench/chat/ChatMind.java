package understudy.bench.chat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/// What the crowd does with the chat: all are in one hall, and the talkers each in a room of their
/// own besides. Who is disconnected comes back at once.
final class ChatMind extends Talkers {
  private static final byte[] NEW = Crowd.bytes("\"new_msg\"");
  private static final byte[] HALL = Crowd.bytes("room:hall");
  private static final byte[] REPLY = Crowd.bytes("\"phx_reply\"");
  private static final byte[] HISTORY = Crowd.bytes("\"history\"");
  private static final byte[] FAILED = Crowd.bytes("\"phx_error\"");
  private static final Pattern ID = Pattern.compile("\"response\":\\{\"id\":(\\d+)}");
  private static final Pattern SAID = Pattern.compile("\"body\":\"hear this (\\d+)\"");
  private static final long SEED = 7;

  private final int phones;
  private final int talkers;
  private final boolean[] in;
  private final long[] out;
  private final Trips backs = new Trips();
  private final Random random = new Random(SEED);
  private Optional<Host> host = Optional.empty();
  private int joined;
  private int told;
  private int saidToAll;
  private int acknowledged;
  private int newestTold;
  private double owed;
  private int perSecond;
  private long lastNanos;
  private int crashes;

  ChatMind(int phones, int talkers) {
    super(talkers);
    this.phones = phones;
    this.talkers = talkers;
    this.in = new boolean[phones];
    this.out = new long[phones];
  }

  Crowd crowd(int port) throws IOException {
    return new Crowd(port, phones, number -> "/socket/websocket?name=p" + number, this);
  }

  int joined() {
    return joined;
  }

  int crashes() {
    return crashes;
  }

  Trips backs() {
    return backs;
  }

  /// {@return how long until everybody who is in has heard a message}
  long tellAll(Crowd crowd) throws IOException {
    told = 0;
    int wanted = joined;
    long begun = System.nanoTime();
    saidToAll++;
    crowd
        .wire(0)
        .send(
            "[\"1\",\"all\",\"room:hall\",\"new_msg\",{\"body\":\"hear this " + saidToAll + "\"}]");
    long end = begun + 60_000_000_000L;
    while (told < wanted - crashes && System.nanoTime() < end) {
      meanwhile(crowd);
      crowd.turn(1);
    }
    return System.nanoTime() - begun;
  }

  /// Crashes phones at random from now on, none that talks.
  void chaos(Host host, int perSecond) {
    this.host = Optional.of(host);
    this.perSecond = perSecond;
    this.lastNanos = System.nanoTime();
  }

  void calm() {
    perSecond = 0;
  }

  /// {@return how many messages were acknowledged and are not in the history}
  double lost(Crowd crowd) throws IOException {
    newestTold = 0;
    int somebody = phones - 1;
    crowd.wire(somebody).send("[\"1\",\"2\",\"room:hall\",\"phx_leave\",{}]");
    join(crowd.wire(somebody));
    crowd.until(() -> newestTold > 0, 60);
    return acknowledged - newestTold;
  }

  @Override
  void meanwhile(Crowd crowd) throws IOException {
    if (host.isEmpty()) {
      return;
    }
    long now = System.nanoTime();
    owed += (now - lastNanos) / 1e9 * perSecond;
    lastNanos = now;
    for (; owed >= 1; owed--) {
      host.get().tell("crash p" + (talkers + random.nextInt(phones - talkers)));
    }
  }

  @Override
  void say(Crowd crowd, int talker) throws IOException {
    crowd
        .wire(talker)
        .send("[\"2\",\"9\",\"room:desk " + talker + "\",\"new_msg\",{\"body\":\"said again\"}]");
  }

  private static void join(Wire wire) throws IOException {
    wire.send("[\"1\",\"1\",\"room:hall\",\"phx_join\",{\"name\":\"p" + wire.number + "\"}]");
  }

  @Override
  public void opened(Crowd crowd, Wire wire) throws IOException {
    join(wire);
    if (wire.number < talkers) {
      wire.send(
          "[\"2\",\"2\",\"room:desk "
              + wire.number
              + "\",\"phx_join\",{\"name\":\"p"
              + wire.number
              + "\"}]");
    }
  }

  @Override
  public void heard(Crowd crowd, Wire wire, ByteBuffer payload) throws IOException {
    int number = wire.number;
    boolean hall = Crowd.contains(payload, HALL);
    if (Crowd.contains(payload, HISTORY)) {
      if (hall) {
        came(number, payload);
      }
    } else if (Crowd.contains(payload, NEW)) {
      if (hall) {
        told++;
      } else {
        heardOwn(crowd, number);
      }
    } else if (Crowd.contains(payload, FAILED)) {
      join(wire);
    } else if (hall && Crowd.contains(payload, REPLY)) {
      var id = ID.matcher(Crowd.text(payload));
      if (id.find()) {
        acknowledged = Math.max(acknowledged, Integer.parseInt(id.group(1)));
      }
    }
  }

  private void came(int number, ByteBuffer payload) {
    if (!in[number]) {
      in[number] = true;
      joined++;
      if (out[number] != 0) {
        backs.add(System.nanoTime() - out[number]);
      }
    }
    var said = SAID.matcher(Crowd.text(payload));
    while (said.find()) {
      newestTold = Math.max(newestTold, Integer.parseInt(said.group(1)));
    }
  }

  @Override
  public void closed(Crowd crowd, Wire wire) throws IOException {
    int number = wire.number;
    crashes++;
    out[number] = System.nanoTime();
    if (in[number]) {
      in[number] = false;
      joined--;
    }
    crowd.reopen(number);
  }
}
