package understudy.recording;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What a recording says of itself before its first event.
///
/// @param title what a person calls it; may be empty
/// @param scenario the id of the scenario that was played; empty if none was
/// @param seed the seed of the run; 0 if it had none
/// @param scheduler on which scheduler the run was made
/// @param startedMillis milliseconds since 1970 at which recording began; 0 where the file must be
///   the same in every run
/// @param appVersion the version of the program that wrote it
public record Metadata(
    String title,
    String scenario,
    long seed,
    Scheduler scheduler,
    long startedMillis,
    String appVersion) {

  /// How a run was scheduled.
  public enum Scheduler {
    /// One baton, virtual time, a seed: repeatable.
    STEPPED,
    /// On all cores, in real time.
    LIVE,
    /// The recording does not say.
    UNKNOWN
  }

  /// What is known of a recording whose header is damaged.
  static final Metadata LOST = new Metadata("", "", 0, Scheduler.UNKNOWN, 0, "");

  Map<String, String> pairs() {
    Map<String, String> pairs = new LinkedHashMap<>();
    pairs.put("title", title);
    pairs.put("scenario", scenario);
    pairs.put("seed", Long.toString(seed));
    pairs.put("scheduler", scheduler.name().toLowerCase(Locale.ROOT));
    pairs.put("started", Long.toString(startedMillis));
    pairs.put("app", appVersion);
    return pairs;
  }

  static Metadata of(Map<String, String> pairs) {
    return new Metadata(
        pairs.getOrDefault("title", ""),
        pairs.getOrDefault("scenario", ""),
        number(pairs.getOrDefault("seed", "")),
        switch (pairs.getOrDefault("scheduler", "")) {
          case "stepped" -> Scheduler.STEPPED;
          case "live" -> Scheduler.LIVE;
          default -> Scheduler.UNKNOWN;
        },
        number(pairs.getOrDefault("started", "")),
        pairs.getOrDefault("app", ""));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
