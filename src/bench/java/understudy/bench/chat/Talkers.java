package understudy.bench.chat;

import java.io.IOException;

/// Some of a crowd who each say something and wait until they hear it: as fast as they can, or at a
/// steady rate.
abstract class Talkers implements Crowd.Mind {
  private static final int EACH_PER_SECOND = 5;

  private final int talkers;
  private final long[] said;
  private final Trips trips = new Trips();
  private boolean endless;

  Talkers(int talkers) {
    this.talkers = talkers;
    this.said = new long[talkers];
  }

  /// Says something that comes back.
  abstract void say(Crowd crowd, int talker) throws IOException;

  /// Something besides talking that is due.
  void meanwhile(Crowd crowd) throws IOException {}

  void talk(Crowd crowd) throws IOException {
    endless = true;
    for (int i = 0; i < talkers; i++) {
      speak(crowd, i);
    }
  }

  /// Says no more once what was said has come back.
  void quiet() {
    endless = false;
  }

  void forget() {
    trips.clear();
  }

  /// Everybody speaks so many times a second, one after another.
  void pace(Crowd crowd, long millis) throws IOException {
    forget();
    long begun = System.nanoTime();
    long end = begun + millis * 1_000_000;
    long between = 1_000_000_000L / EACH_PER_SECOND / talkers;
    long due = begun;
    for (int next = 0; System.nanoTime() < end; ) {
      if (System.nanoTime() >= due) {
        due += between;
        speak(crowd, next++ % talkers);
      }
      meanwhile(crowd);
      crowd.turn(1);
    }
  }

  private void speak(Crowd crowd, int talker) throws IOException {
    said[talker] = System.nanoTime();
    say(crowd, talker);
  }

  /// What a talker said has come back.
  void heardOwn(Crowd crowd, int talker) throws IOException {
    trips.add(System.nanoTime() - said[talker]);
    if (endless) {
      speak(crowd, talker);
    }
  }

  Trips trips() {
    return trips;
  }
}
