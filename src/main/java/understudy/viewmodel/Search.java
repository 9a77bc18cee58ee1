package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import understudy.graph.Vertex;

/// Looks for a text in names, ids, pids and behaviours, for a bounded time in each frame.
///
/// What was found in the round before stands until a new round is over, but for another text. Owned
/// by the pump's thread.
final class Search {
  private static final long NANOS_A_FRAME = 2_000_000;
  private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 128;
  private static final int ALL_AT_ONCE = 2_000;
  private static final long REST_NANOS_PER_PROCESS = 1_000;

  private String text = "";
  private long seen = -1;
  private int next;
  private boolean running;
  private boolean first;
  private long rested;
  private List<Integer> slots = new ArrayList<>();
  private int total;
  private Found found = Found.NOTHING;

  Found go(String wanted, Survey survey, LongSupplier clock) {
    String sought = wanted.strip().toLowerCase(Locale.ROOT);
    long now = clock.getAsLong();
    if (!sought.equals(text)) {
      text = sought;
      found = Found.NOTHING;
      first = true;
      begin(survey);
    } else if (!running && seen != survey.version() && now >= rested) {
      begin(survey);
    }
    if (running) {
      look(survey, clock, now);
    }
    return found;
  }

  private void begin(Survey survey) {
    seen = survey.version();
    next = 0;
    total = 0;
    slots = new ArrayList<>();
    running = !text.isEmpty();
  }

  private void look(Survey survey, LongSupplier clock, long began) {
    int end = survey.seats();
    int looked = 0;
    while (next < end) {
      var vertex = survey.at(next++);
      if (vertex.isPresent() && isHit(vertex.get()) && total++ < Found.LIMIT) {
        slots.add(vertex.get().slot());
      }
      if (++looked >= ALL_AT_ONCE
          && looked % BETWEEN_LOOKS_AT_THE_CLOCK == 0
          && clock.getAsLong() - began > NANOS_A_FRAME) {
        if (first) {
          found = new Found(slots, total);
        }
        return;
      }
    }
    found = new Found(slots, total);
    first = false;
    running = false;
    rested = clock.getAsLong() + (end > ALL_AT_ONCE ? REST_NANOS_PER_PROCESS * end : 0);
  }

  private boolean isHit(Vertex vertex) {
    return contains(Labels.name(vertex))
        || contains(vertex.id())
        || contains(vertex.behaviour())
        || contains(vertex.name().orElse(""))
        || contains(vertex.pid().toString());
  }

  private boolean contains(String in) {
    int last = in.length() - text.length();
    for (int at = 0; at <= last; at++) {
      if (in.regionMatches(true, at, text, 0, text.length())) {
        return true;
      }
    }
    return false;
  }
}
