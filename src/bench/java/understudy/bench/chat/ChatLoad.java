package understudy.bench.chat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures the chat and the plain server with so many connections, one after the other.
///
/// What crashes and comes back is counted by what it was told: a message that was acknowledged has
/// to be in the next history.
public final class ChatLoad {
  private static final int TALKERS = 64;
  private static final int ROUNDS = 9;
  private static final int PATIENCE = 600;
  private static final double NANOS = 1e9;
  private static final double MILLI = 1e6;
  private static final double KILO = 1024;

  private final List<String> java;
  private final int phones;
  private final long millis;
  private final int crashesPerSecond;
  private final List<List<String>> lines = new ArrayList<>();

  /// @param java the command line of a JVM up to its main class
  /// @param phones how many connections
  /// @param millis how long talking is measured
  /// @param crashesPerSecond during the chaos
  public ChatLoad(List<String> java, int phones, long millis, int crashesPerSecond) {
    this.java = List.copyOf(java);
    this.phones = phones;
    this.millis = millis;
    this.crashesPerSecond = crashesPerSecond;
  }

  /// {@return the table, header first}
  ///
  /// @throws IOException if a server or a connection fails
  public List<List<String>> measure() throws IOException {
    lines.add(List.of("", "unit", "chat", "plain server"));
    var chat = new Figures();
    try (var host = new Host(java, ChatHost.class)) {
      chat(host, chat);
    }
    var plain = new Figures();
    try (var host = new Host(java, PlainHost.class)) {
      plain(host, plain);
    }
    add("connections and joins", "1/s", chat.joins, plain.joins);
    add("heap a connection", "KiB", chat.heap, plain.heap);
    add("memory a connection", "KiB", chat.resident, plain.resident);
    add("one message to all, median", "ms", chat.toAll, plain.toAll);
    add("messages of " + TALKERS + " at once", "1/s", chat.rate, plain.rate);
    add("round trip, p50", "ms", chat.p50, plain.p50);
    add("round trip, p99", "ms", chat.p99, plain.p99);
    String chaos = crashesPerSecond + " crashes a second: ";
    add(chaos + "crashed", "", chat.crashes, Double.NaN);
    add(chaos + "back in, median", "ms", chat.back50, Double.NaN);
    add(chaos + "back in, p99", "ms", chat.back99, Double.NaN);
    add(chaos + "others' round trip, p50", "ms", chat.chaos50, Double.NaN);
    add(chaos + "others' round trip, p99", "ms", chat.chaos99, Double.NaN);
    add(chaos + "one message to all, median", "ms", chat.chaosToAll, Double.NaN);
    add("acknowledged and lost", "", chat.lost, Double.NaN);
    return lines;
  }

  private void add(String what, String unit, double chat, double plain) {
    lines.add(List.of(what, unit, number(chat), number(plain)));
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? ""
        : String.format(
            Locale.ROOT, value >= 100 || value == Math.rint(value) ? "%,.0f" : "%.1f", value);
  }

  private static final class Figures {
    double joins;
    double heap;
    double resident;
    double toAll;
    double rate;
    double p50;
    double p99;
    double crashes;
    double back50;
    double back99;
    double chaos50;
    double chaos99;
    double chaosToAll;
    double lost;
  }

  private void chat(Host host, Figures figures) throws IOException {
    long heap = host.heap();
    long resident = host.resident();
    var mind = new ChatMind(phones, TALKERS);
    try (var crowd = mind.crowd(host.port)) {
      long begun = System.nanoTime();
      crowd.open(0, phones);
      crowd.until(() -> mind.joined() == phones, PATIENCE);
      figures.joins = phones / ((System.nanoTime() - begun) / NANOS);
      crowd.during(2_000); // Until everybody has been told who is here.
      figures.heap = (host.heap() - heap) / KILO / phones;
      figures.resident = (host.resident() - resident) / KILO / phones;
      figures.toAll = toAll(crowd, mind);
      mind.talk(crowd);
      crowd.during(millis / 2);
      mind.forget();
      crowd.during(millis);
      figures.rate = mind.trips().count() / (millis / 1e3);
      mind.quiet();
      crowd.during(1_000);
      // The same talk, at a rate that leaves the machine room, without and with crashes.
      mind.pace(crowd, millis);
      figures.p50 = mind.trips().at(0.5) / MILLI;
      figures.p99 = mind.trips().at(0.99) / MILLI;
      mind.chaos(host, crashesPerSecond);
      mind.pace(crowd, millis);
      figures.chaos50 = mind.trips().at(0.5) / MILLI;
      figures.chaos99 = mind.trips().at(0.99) / MILLI;
      figures.chaosToAll = toAll(crowd, mind);
      mind.calm();
      crowd.until(() -> mind.joined() == phones, PATIENCE);
      figures.crashes = mind.crashes();
      figures.back50 = mind.backs().at(0.5) / MILLI;
      figures.back99 = mind.backs().at(0.99) / MILLI;
      figures.lost = mind.lost(crowd);
    }
  }

  private static double toAll(Crowd crowd, ChatMind mind) throws IOException {
    var times = new Trips();
    for (int i = 0; i < ROUNDS; i++) {
      times.add(mind.tellAll(crowd));
    }
    return times.at(0.5) / MILLI;
  }

  private void plain(Host host, Figures figures) throws IOException {
    long heap = host.heap();
    long resident = host.resident();
    var mind = new PlainMind(phones, TALKERS);
    try (var crowd = mind.crowd(host.port)) {
      long begun = System.nanoTime();
      crowd.open(0, phones);
      crowd.until(() -> mind.opened() == phones, PATIENCE);
      figures.joins = phones / ((System.nanoTime() - begun) / NANOS);
      figures.heap = (host.heap() - heap) / KILO / phones;
      figures.resident = (host.resident() - resident) / KILO / phones;
      var times = new Trips();
      for (int i = 0; i < ROUNDS; i++) {
        times.add(mind.tellAll(crowd));
      }
      figures.toAll = times.at(0.5) / MILLI;
      mind.talk(crowd);
      crowd.during(millis / 2);
      mind.forget();
      crowd.during(millis);
      figures.rate = mind.trips().count() / (millis / 1e3);
      mind.quiet();
      crowd.during(1_000);
      mind.pace(crowd, millis);
      figures.p50 = mind.trips().at(0.5) / MILLI;
      figures.p99 = mind.trips().at(0.99) / MILLI;
    }
  }
}
