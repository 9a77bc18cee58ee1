package understudy.bench.chat;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Some who each say something and wait until they hear it: as fast as they can, or at a steady
/// rate. On a thread of their own, so that they wait for the server and not for the many.
abstract class Talkers implements Crowd.Mind {
  static final int COUNT = 64;
  private static final int EACH_PER_SECOND = 5;
  private static final int PATIENCE = 60;
  private static final byte[] SAID = Crowd.bytes("said again");

  private final long[] said = new long[COUNT];
  private final Trips trips = new Trips();
  private final Crowd crowd;
  private boolean isEndless;
  private int ready;
  private int waiting;

  Talkers(Host host) throws IOException {
    crowd = new Crowd(host.port, COUNT, number -> "/socket/websocket?name=talker" + number, this);
  }

  /// Connects, and waits until each can talk.
  final void open() throws IOException {
    crowd.open(0, COUNT);
    crowd.until(() -> ready == COUNT, PATIENCE);
  }

  /// Says "said again", which comes back.
  abstract void say(Wire wire) throws IOException;

  /// {@return messages a second when each says more as soon as it hears what it said}
  final double talk(long millis) throws IOException {
    isEndless = true;
    for (int i = 0; i < COUNT; i++) {
      speak(i);
    }
    crowd.during(millis / 2);
    trips.clear();
    crowd.during(millis);
    double rate = trips.count() / (millis / 1e3);
    isEndless = false;
    crowd.until(() -> waiting == 0, PATIENCE);
    return rate;
  }

  /// Everybody speaks so many times a second, one after another.
  ///
  /// @return how long until each heard what it said
  final Trips pace(long millis) throws IOException {
    trips.clear();
    long begun = System.nanoTime();
    long end = begun + millis * 1_000_000;
    long between = 1_000_000_000L / EACH_PER_SECOND / COUNT;
    long due = begun;
    for (int next = 0; System.nanoTime() < end; ) {
      if (System.nanoTime() >= due) {
        due += between;
        speak(next++ % COUNT);
      }
      crowd.turn(1);
    }
    crowd.until(() -> waiting == 0, PATIENCE);
    return trips;
  }

  /// Whoever still waits says nothing more: its time goes on.
  private void speak(int talker) throws IOException {
    if (said[talker] == 0) {
      said[talker] = System.nanoTime();
      waiting++;
      say(crowd.wire(talker));
    }
  }

  final void canTalk() {
    ready++;
  }

  @Override
  public void heard(Crowd all, Wire wire, ByteBuffer payload) throws IOException {
    int talker = wire.number;
    if (said[talker] != 0 && Crowd.contains(payload, SAID)) {
      trips.add(System.nanoTime() - said[talker]);
      said[talker] = 0;
      waiting--;
      if (isEndless) {
        speak(talker);
      }
    }
  }

  @Override
  public final void closed(Crowd all, Wire wire) throws IOException {
    throw new IOException("talker " + wire.number + " was disconnected; nobody crashed it");
  }

  final void close() throws IOException {
    crowd.close();
  }
}
