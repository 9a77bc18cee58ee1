package understudy.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a scan found wrong with a file, and the one line that says so.
final class Damage {
  private @Nullable Segment damaged;
  private long damagedEvents;
  private int damagedSegments;
  private @Nullable Segment cutInside;
  private @Nullable Totals promised;
  private long firstBad;
  private long places;
  private boolean cutShort;
  private boolean unknownLoss;
  private boolean headerLost;
  private boolean reachedIndex;

  /// What stood at `offset` is not known.
  void unknown(long offset) {
    harmless(offset);
    unknownLoss = true;
  }

  /// Something at `offset` is damaged that holds no events.
  void harmless(long offset) {
    firstBad = places == 0 ? offset : Math.min(firstBad, offset);
    places++;
  }

  /// The metadata cannot be read.
  void header() {
    harmless(0);
    headerLost = true;
  }

  /// A segment whose head is whole cannot be read.
  void segment(Segment segment) {
    harmless(segment.offset());
    damaged = segment;
    damagedSegments++;
    damagedEvents += segment.events();
  }

  /// The file ends inside this segment, whose head is whole.
  void cutInside(Segment segment) {
    cutShort = true;
    cutInside = segment;
  }

  /// The file ends before it should.
  void cut() {
    cutShort = true;
  }

  /// Nothing but the index and the trailer stands from here on.
  void reachedIndex() {
    reachedIndex = true;
  }

  /// The index is whole and says what there should be.
  void promised(Totals totals) {
    promised = totals;
  }

  Optional<String> line(String name, long size, Totals readable) {
    boolean whole = promised != null && promised.equals(readable);
    if (whole && places == 0 && !cutShort) {
      return Optional.empty();
    }
    return Optional.of(
        "recording '"
            + name
            + "' is "
            + wrong(size)
            + ": "
            + opened(readable)
            + "; "
            + missing(readable)
            + (headerLost ? "; its title and seed are lost" : ""));
  }

  private String wrong(long size) {
    List<String> found = new ArrayList<>();
    if (places > 0) {
      String more = places == 1 ? "" : " and in " + (places - 1) + " more";
      found.add("damaged at byte " + firstBad + more);
    }
    if (cutShort) {
      found.add("cut short at byte " + size);
    }
    return found.isEmpty() ? "not what its index says" : String.join(" and ", found);
  }

  private String opened(Totals readable) {
    int whole = readable.segments();
    int known = whole + damagedSegments + (cutInside == null ? 0 : 1);
    boolean certain = promised != null || (!unknownLoss && (reachedIndex || cutInside != null));
    if (promised != null) {
      known = promised.segments();
    }
    if (certain) {
      return whole + " of " + known + " segments are readable and were opened";
    }
    return whole == 1
        ? "1 segment is readable and was opened"
        : whole + " segments are readable and were opened";
  }

  private String missing(Totals readable) {
    if (promised != null) {
      long events = promised.events() - readable.events();
      return events == 0 ? "no event is missing" : events(events) + where() + " are missing";
    }
    List<String> parts = new ArrayList<>();
    if (damagedSegments > 0) {
      parts.add(events(damagedEvents) + where());
    }
    if (unknownLoss) {
      parts.add("an unknown number of events");
    }
    if (cutInside != null) {
      long from = readable.segments() == 0 ? cutInside.lowNanos() : readable.lastNanos();
      parts.add("the last " + seconds(Math.max(0, cutInside.highNanos() - from)));
    } else if (!reachedIndex) {
      parts.add("anything after " + seconds(readable.lastNanos()));
    }
    if (parts.isEmpty()) {
      return "no event is missing";
    }
    boolean singular = parts.size() == 1 && damagedSegments == 0 && cutInside == null;
    return String.join(" and ", parts) + (singular ? " is" : " are") + " missing";
  }

  private static String events(long count) {
    return count == 1 ? "1 event" : String.format(Locale.ROOT, "%,d events", count);
  }

  private String where() {
    return damaged == null || damagedSegments > 1
        ? ""
        : " between " + seconds(damaged.lowNanos()) + " and " + seconds(damaged.highNanos());
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
