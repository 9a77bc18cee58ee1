package understudy.bench.chat;

import java.io.IOException;
import java.util.Random;

/// The many who hear what is told to all. Who is disconnected comes back at once.
abstract class Listeners implements Crowd.Mind {
  private static final long SEED = 7;
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final double NANOS = 1e9;

  final int all;
  private final Host host;
  private final boolean[] in;
  private final boolean[] awaited;
  private final long[] out;
  private final Trips backs = new Trips();
  private final Random random = new Random(SEED);
  private int there;
  private int unheard;
  private int gone;
  private double owed;
  private int perSecond;
  private long lastNanos;

  Listeners(Host host, int all) {
    this.host = host;
    this.all = all;
    this.in = new boolean[all];
    this.awaited = new boolean[all];
    this.out = new long[all];
  }

  /// {@return the whole of them, none connected yet}
  final Crowd crowd() throws IOException {
    return new Crowd(host.port, all, number -> "/socket/websocket?name=" + name(number), this);
  }

  static String name(int number) {
    return "p" + number;
  }

  /// Tells something to all.
  abstract void tell(Wire teller) throws IOException;

  /// {@return how long until everybody who is there now has heard something, or has gone}
  final long tellAll(Crowd crowd) throws IOException {
    System.arraycopy(in, 0, awaited, 0, all);
    unheard = there;
    long begun = System.nanoTime();
    tell(crowd.wire(0));
    while (unheard > 0) {
      meanwhile();
      crowd.turn(1);
      if (System.nanoTime() - begun > PATIENCE_NANOS) {
        throw new IOException(unheard + " of " + there + " have not heard what was told to all");
      }
    }
    return System.nanoTime() - begun;
  }

  // ---- crashes ----

  /// Crashes somebody at random so many times a second from now on, never the first, who tells.
  final void chaos(int crashesPerSecond) {
    perSecond = crashesPerSecond;
    lastNanos = System.nanoTime();
    owed = 0;
  }

  /// Crashes who is due.
  final void meanwhile() throws IOException {
    if (perSecond == 0) {
      return;
    }
    long now = System.nanoTime();
    owed += (now - lastNanos) / NANOS * perSecond;
    lastNanos = now;
    for (; owed >= 1; owed--) {
      host.tell("crash " + name(1 + random.nextInt(all - 1)));
    }
  }

  // ---- what happens to one ----

  /// It is there, and hears what is told to all from now on.
  final void came(int number) {
    if (!in[number]) {
      in[number] = true;
      there++;
      if (out[number] != 0) {
        backs.add(System.nanoTime() - out[number]);
      }
    }
  }

  /// It has heard what was told to all.
  final void heardAll(int number) {
    if (awaited[number]) {
      awaited[number] = false;
      unheard--;
    }
  }

  @Override
  public final void closed(Crowd crowd, Wire wire) throws IOException {
    int number = wire.number;
    heardAll(number);
    if (in[number]) {
      gone++;
      in[number] = false;
      there--;
      out[number] = System.nanoTime();
    }
    crowd.reopen(number);
  }

  // ---- what happened ----

  final boolean areAllThere() {
    return there == all;
  }

  final int gone() {
    return gone;
  }

  /// {@return how long each took from its end until it was there again}
  final Trips backs() {
    return backs;
  }
}
