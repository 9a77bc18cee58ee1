package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.graph.Graph;
import understudy.graph.Vertex;
import understudy.probe.ProcessTable;

/// Folds an event stream and draws up, on a wish, what a window shows of it.
///
/// One studio an opened source. Owned by one thread, the pump's: only [#situation] may be called
/// from others.
public final class Studio {
  private static final long SWEEP_NANOS_PER_PROCESS = 10_000;

  private final LongSupplier clock;
  private final Graph graph = new Graph();
  private final Survey survey = new Survey();
  private final Picture picture = new Picture();
  private final Interview interview = new Interview();
  private final Chronicle chronicle = new Chronicle();
  private final Minute minute = new Minute();
  private final Fates fates = new Fates();
  private final Census census = new Census();
  private final Hold hold = new Hold();
  private final List<Flight> flights = new ArrayList<>();
  private volatile Situation situation = Situation.NOTHING;
  private long number;
  private long nextSweep = Long.MIN_VALUE;
  private String soughtText = "";
  private long soughtSurvey = -1;
  private Found found = Found.NOTHING;

  /// Starts with nothing.
  ///
  /// @param clock real time in nanoseconds, as `System.nanoTime` gives it: for what a frame costs
  ///   and how often all mailboxes are asked
  public Studio(LongSupplier clock) {
    this.clock = clock;
  }

  /// Says what no event carries; any thread.
  ///
  /// @param next the situation from now on
  public void situation(Situation next) {
    situation = next;
  }

  /// Takes the next events, in order; never throws on what they say.
  ///
  /// @param batch the events
  public void accept(List<Stamped> batch) {
    for (Stamped each : batch) {
      minute.advance(each.nanos());
      note(chronicle.before(each, graph));
      graph.apply(each);
      note(chronicle.after(each, graph));
      fates.note(each.event(), graph);
      if (each.event() instanceof RuntimeEvent.Sent sent) {
        minute.message();
        fly(sent);
      } else if (each.event() instanceof RuntimeEvent.ChildStarted(_, _, var child)
          && graph.vertex(child).map(Vertex::restarts).orElse(0) > 0) {
        minute.restart();
      }
    }
  }

  private void fly(RuntimeEvent.Sent sent) {
    if (flights.size() < Flight.LIMIT && !sent.subject().isNone()) {
      graph
          .vertex(sent.subject())
          .flatMap(from -> graph.vertex(sent.to()).map(to -> new Flight(from.slot(), to.slot())))
          .ifPresent(flights::add);
    }
  }

  private List<Flight> takeFlights() {
    var taken = List.copyOf(flights);
    flights.clear();
    return taken;
  }

  private void note(Optional<EventLine> line) {
    line.map(EventLine::level).filter(level -> level != Level.INFO).ifPresent(minute::mark);
  }

  /// {@return what the window shows now}
  ///
  /// @param wish what the window would like to see
  /// @param table answers about processes at this moment
  public Frame frame(Wish wish, ProcessTable table) {
    long began = clock.getAsLong();
    long nanos = Math.max(graph.nanos(), table.nanos());
    minute.advance(nanos);
    survey.update(graph, wish.view());
    fates.keepOnly(survey.size(), graph);
    if (began >= nextSweep) {
      census.sweep(survey.vertices(), table);
      nextSweep = began + SWEEP_NANOS_PER_PROCESS * survey.size();
    }
    minute.depth((int) Math.min(Integer.MAX_VALUE, census.waiting()));
    picture.look(survey, wish);
    var selected = wish.selected() < 0 ? Optional.<Vertex>empty() : graph.vertex(wish.selected());
    var facts = selected.map(v -> interview.facts(v, survey, graph, table));
    return new Frame(
        ++number,
        survey.world(),
        picture.field(survey, fates, graph),
        survey.wires(),
        picture.cards(survey, nanos),
        picture.shown(),
        survey.size(),
        facts.map(Interview::ties).orElse(List.of()),
        takeFlights(),
        strip(nanos, table),
        selected.map(Picture::path).orElse(List.of()),
        facts,
        graph.vertex(wish.pointed()).map(v -> Picture.hint(v, graph, nanos)),
        selected.map(v -> Picture.steps(v, graph)).orElseGet(this::firstSteps),
        found(wish.find()),
        chronicle.page(wish.filter()),
        minute.timeline(),
        situation,
        hold.grasp(wish.reach(), selected, survey, graph, table, chronicle.story(nanos)),
        clock.getAsLong() - began);
  }

  private Steps firstSteps() {
    int first = survey.size() == 0 ? -1 : survey.vertex(0).slot();
    return new Steps(first, first, first, first);
  }

  private Strip strip(long nanos, ProcessTable table) {
    var totals = graph.totals();
    return new Strip(
        Math.max(0, table.alive() - graph.outside()),
        census.supervisors(),
        graph.zombies().size(),
        Ghosts.words(graph.zombies(), nanos),
        minute.messagesInLastSecond(),
        totals.messages(),
        census.waiting(),
        census.deepest(),
        census.deepestName(),
        census.deepestSlot(),
        totals.restarts(),
        minute.restartsInLastTenSeconds(),
        nanos);
  }

  private Found found(String text) {
    if (text.equals(soughtText) && survey.version() == soughtSurvey) {
      return found;
    }
    soughtText = text;
    soughtSurvey = survey.version();
    found = text.isBlank() ? Found.NOTHING : search(text.strip().toLowerCase(Locale.ROOT));
    return found;
  }

  private Found search(String text) {
    List<Integer> slots = new ArrayList<>();
    int total = 0;
    for (Vertex vertex : survey.vertices()) {
      boolean hit =
          Labels.name(vertex).toLowerCase(Locale.ROOT).contains(text)
              || vertex.name().orElse("").toLowerCase(Locale.ROOT).contains(text)
              || vertex.id().toLowerCase(Locale.ROOT).contains(text)
              || vertex.pid().toString().contains(text)
              || vertex.behaviour().toLowerCase(Locale.ROOT).contains(text);
      if (hit && total++ < Found.LIMIT) {
        slots.add(vertex.slot());
      }
    }
    return new Found(slots, total);
  }
}
