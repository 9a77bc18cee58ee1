package understudy.export;

import java.util.List;

/// What is to be exported, and as what.
///
/// @param format the outside format
/// @param runs what happened; several for ShiViz, else one
/// @param filter what of it is wanted
/// @param processes whether a table is to have a row a process in place of one an event
public record Order(Format format, List<Run> runs, Filter filter, boolean processes) {
  /// Takes a copy.
  public Order {
    runs = List.copyOf(runs);
  }

  void check() throws ExportRefused {
    if (runs.size() != 1 && format != Format.SHIVIZ) {
      throw new ExportRefused(
          "%s takes one recording, got %d; only shiviz puts several side by side"
              .formatted(format.id(), runs.size()));
    }
    if (processes && format != Format.CSV) {
      throw new ExportRefused("only csv has a table of processes, not " + format.id());
    }
    if (format.isMoment() && filter.fromNanos() != Filter.EVERYTHING.fromNanos()) {
      throw new ExportRefused(
          "%s shows one moment; choose it by its end, without a beginning".formatted(format.id()));
    }
    if (format.isMoment() && !filter.kinds().isEmpty()) {
      throw new ExportRefused(
          "%s shows processes, not events; kinds of events have no meaning for it"
              .formatted(format.id()));
    }
    if (filter.fromNanos() > filter.untilNanos()) {
      throw new ExportRefused("the window of time ends before it begins");
    }
  }
}
