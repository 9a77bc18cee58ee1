package understudy.bench.chat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Measures the chat and the plain server with so many connections, one after the other.
public final class ChatLoad {
  private static final int ROUNDS = 9;
  private static final int PATIENCE = 600;
  private static final int BREATH_MILLIS = 2_000;
  private static final double MEDIAN = 0.5;
  private static final double MOST = 0.99;
  private static final double NANOS = 1e9;
  private static final double MILLI = 1e6;
  private static final double KILO = 1024;

  private final List<String> java;
  private final int phones;
  private final long millis;
  private final int crashesPerSecond;

  /// @param java the command line of a JVM up to its main class
  /// @param phones how many connections, beside those of the talkers
  /// @param millis how long talking is measured
  /// @param crashesPerSecond during the chaos
  public ChatLoad(List<String> java, int phones, long millis, int crashesPerSecond) {
    this.java = List.copyOf(java);
    this.phones = phones;
    this.millis = millis;
    this.crashesPerSecond = crashesPerSecond;
  }

  /// What is measured, a name and a unit, in this order.
  private enum Row {
    JOINS("connections and joins", "1/s"),
    HEAP("heap a connection", "KiB"),
    RESIDENT("memory a connection", "KiB"),
    TO_ALL("one message to all, median", "ms"),
    RATE("messages of " + Talkers.COUNT + " at once", "1/s"),
    P50("round trip, p50", "ms"),
    P99("round trip, p99", "ms"),
    CRASHES("crashes a second", "1/s"),
    BACK_50("back in, median", "ms"),
    BACK_99("back in, p99", "ms"),
    CHAOS_50("others' round trip during crashes, p50", "ms"),
    CHAOS_99("others' round trip during crashes, p99", "ms"),
    CHAOS_TO_ALL("one message to all during crashes, median", "ms"),
    LOST("acknowledged and lost", "");

    private final String what;
    private final String unit;

    Row(String what, String unit) {
      this.what = what;
      this.unit = unit;
    }
  }

  /// {@return the table, header first}
  ///
  /// @throws IOException if a server or a connection fails
  public List<List<String>> measure() throws IOException {
    Map<Row, Double> chat;
    try (var host = new Host(java, ChatHost.class)) {
      chat = measure(host, new ChatListeners(host, phones), new ChatTalkers(host));
    }
    Map<Row, Double> plain;
    try (var host = new Host(java, PlainHost.class)) {
      plain = measure(host, new PlainListeners(host, phones), new PlainTalkers(host));
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("", "unit", "chat", "plain server"));
    for (Row row : Row.values()) {
      lines.add(List.of(row.what, row.unit, number(chat.get(row)), number(plain.get(row))));
    }
    return lines;
  }

  private static String number(@Nullable Double value) {
    return value == null
        ? ""
        : String.format(
            Locale.ROOT,
            value >= 100 || value == Math.rint(value) ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f",
            value);
  }

  private Map<Row, Double> measure(Host host, Listeners listeners, Talkers talkers)
      throws IOException {
    var figures = new LinkedHashMap<Row, Double>();
    int all = phones + Talkers.COUNT;
    long heap = host.heap();
    long resident = host.resident();
    try (var crowd = listeners.crowd()) {
      talkers.open();
      long begun = System.nanoTime();
      crowd.open(0, phones);
      crowd.until(listeners::areAllThere, PATIENCE);
      figures.put(Row.JOINS, phones / ((System.nanoTime() - begun) / NANOS));
      crowd.during(BREATH_MILLIS); // Until everybody has been told who is here.
      figures.put(Row.HEAP, (host.heap() - heap) / KILO / all);
      figures.put(Row.RESIDENT, (host.resident() - resident) / KILO / all);
      figures.put(Row.TO_ALL, toAll(crowd, listeners));
      figures.put(Row.RATE, beside(crowd, listeners, () -> talkers.talk(millis)));
      // Crashes that are not measured, until the machine has compiled what comes of them.
      listeners.chaos(crashesPerSecond);
      beside(crowd, listeners, () -> talkers.pace(2 * millis));
      listeners.chaos(0);
      crowd.until(listeners::areAllThere, PATIENCE);
      crowd.during(BREATH_MILLIS);
      // The same talk, at a rate that leaves the machine room, without and with crashes.
      Trips quiet = beside(crowd, listeners, () -> talkers.pace(millis));
      figures.put(Row.P50, quiet.at(MEDIAN) / MILLI);
      figures.put(Row.P99, quiet.at(MOST) / MILLI);
      listeners.chaos(crashesPerSecond);
      beside(crowd, listeners, () -> talkers.pace(BREATH_MILLIS));
      int before = listeners.gone();
      Trips chaos = beside(crowd, listeners, () -> talkers.pace(millis));
      figures.put(Row.CRASHES, (listeners.gone() - before) / (millis / 1e3));
      figures.put(Row.CHAOS_50, chaos.at(MEDIAN) / MILLI);
      figures.put(Row.CHAOS_99, chaos.at(MOST) / MILLI);
      figures.put(Row.BACK_50, listeners.backs().at(MEDIAN) / MILLI);
      figures.put(Row.BACK_99, listeners.backs().at(MOST) / MILLI);
      figures.put(Row.CHAOS_TO_ALL, toAll(crowd, listeners));
      listeners.chaos(0);
      crowd.until(listeners::areAllThere, PATIENCE);
      if (listeners instanceof ChatListeners chat) {
        figures.put(Row.LOST, (double) chat.lost(crowd));
      }
    } finally {
      talkers.close();
    }
    return figures;
  }

  private static double toAll(Crowd crowd, Listeners listeners) throws IOException {
    var times = new Trips();
    for (int i = 0; i < ROUNDS; i++) {
      times.add(listeners.tellAll(crowd));
    }
    return times.at(MEDIAN) / MILLI;
  }

  /// Lets the crowd live while others work on a thread of their own.
  private static <T> T beside(Crowd crowd, Listeners listeners, Callable<T> work)
      throws IOException {
    var task = new FutureTask<>(work);
    Thread.ofPlatform().name("talkers").daemon().start(task);
    while (!task.isDone()) {
      listeners.meanwhile();
      crowd.turn(1);
    }
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the talkers talked", e);
    } catch (ExecutionException e) {
      throw new IOException("the talkers: " + e.getMessage(), e);
    }
  }
}
