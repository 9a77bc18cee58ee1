package understudy.viewmodel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import understudy.export.Filter;
import understudy.export.Format;
import understudy.export.Kind;

/// What a person wants to take out of a run for another program, as typed.
///
/// @param format what it is to be written as
/// @param from nothing before this time, in seconds; may be blank
/// @param until nothing after it, in seconds; may be blank
/// @param under only what concerns this place or those below it: a name, a pid or a path; may be
///   blank
/// @param kinds only events of these kinds, parted by commas or blanks; may be blank
/// @param processes whether a table has a row a process in place of one an event
public record Extract(
    Format format, String from, String until, String under, String kinds, boolean processes) {
  /// Everything, as a page for a browser.
  public static final Extract FIRST = new Extract(Format.HTML, "", "", "", "", false);

  private static final int LONGEST = 500;
  private static final double MOST_SECONDS = 1e9;

  /// {@return the ids of all formats}
  public static List<String> formats() {
    return Format.ids();
  }

  /// {@return the id of its format}
  public String id() {
    return format.id();
  }

  /// {@return what its format is, in a few words}
  public String summary() {
    return format.summary();
  }

  /// {@return how a file of this format ends, without the dot}
  public String ending() {
    return format.extension();
  }

  /// {@return whether it is a table, which can have a row a process}
  public boolean isTable() {
    return isTable(format);
  }

  private static boolean isTable(Format one) {
    return one == Format.CSV;
  }

  /// {@return whether it shows one moment, so that neither a beginning nor kinds have a meaning}
  public boolean isMoment() {
    return format.isMoment();
  }

  /// {@return the same in another format; what has no meaning for it is left out}
  ///
  /// @param id one of [#formats]
  public Extract as(String id) {
    Format other = Format.of(id).orElse(format);
    return other.isMoment()
        ? new Extract(other, "", until, under, "", false)
        : new Extract(other, from, until, under, kinds, processes && isTable(other));
  }

  /// {@return what is wrong with what was typed so far, empty if nothing is}
  public String problem() {
    if (seconds(from).isEmpty()) {
      return Words.get("extract.from", from.strip());
    }
    if (seconds(until).isEmpty()) {
      return Words.get("extract.until", until.strip());
    }
    if (seconds(from).orElseThrow() > seconds(until).orElseThrow() && !until.isBlank()) {
      return Words.get("extract.backwards");
    }
    if (under.length() > LONGEST) {
      return Words.get("extract.placeLong", LONGEST, under.length());
    }
    return wanted().stream()
        .filter(each -> !Kind.all().contains(each))
        .findFirst()
        .map(wrong -> Words.get("extract.kinds", wrong))
        .orElse("");
  }

  /// {@return what is to be left of the run; only where nothing is wrong}
  public Filter filter() {
    return new Filter(
        from.isBlank() ? Filter.EVERYTHING.fromNanos() : nanos(from),
        until.isBlank() ? Filter.EVERYTHING.untilNanos() : nanos(until),
        under.strip(),
        wanted());
  }

  private Set<String> wanted() {
    return Arrays.stream(kinds.toLowerCase(Locale.ROOT).replace('-', '_').split("[,\\s]+", -1))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static long nanos(String text) {
    return Math.round(seconds(text).orElseThrow() * 1e9);
  }

  /// {@return the seconds typed, 0 for none; empty if it is no time}
  private static Optional<Double> seconds(String text) {
    if (text.isBlank()) {
      return Optional.of(0.0);
    }
    var typed = Numbers.real(text);
    return typed.isPresent() && typed.getAsDouble() >= 0 && typed.getAsDouble() <= MOST_SECONDS
        ? Optional.of(typed.getAsDouble())
        : Optional.empty();
  }
}
