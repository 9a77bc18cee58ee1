package understudy.viewmodel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.graph.Graph;
import understudy.graph.Snapshot;
import understudy.graph.Vertex;
import understudy.probe.ProcessTable;

/// Folds an event stream and draws up, on a wish, what a window shows of it.
///
/// One studio an opened source. Owned by one thread, the pump's: only [#situation] may be called
/// from others.
public final class Studio {
  /// How much of the past a window shows, in nanoseconds of the world's time.
  public static final long MINUTE_NANOS = 60_000_000_000L;

  private final LongSupplier clock;
  private final Graph graph;
  private final Survey survey = new Survey();
  private final Picture picture = new Picture();
  private final Interview interview = new Interview();
  private final Chronicle chronicle;
  private final Minute minute = new Minute();
  private final Fates fates = new Fates();
  private final Census census = new Census();
  private final Search search = new Search();
  private final Tally tally = new Tally();
  private final Roll roll = new Roll(tally);
  private final Hold hold = new Hold();
  private final Traffic traffic = new Traffic();
  private final Bonds bonds = new Bonds();
  private volatile Situation situation = Situation.NOTHING;
  private volatile Machine machine = Machine.UNKNOWN;
  private volatile Scrubber scrubber = Scrubber.NOTHING;
  private long number;

  /// Starts with nothing.
  ///
  /// @param clock real time in nanoseconds, as `System.nanoTime` gives it: for what a frame costs
  ///   and how often all mailboxes are asked
  public Studio(LongSupplier clock) {
    this.clock = clock;
    this.graph = new Graph();
    this.chronicle = new Chronicle(-1);
  }

  /// Goes on in the middle of a stream.
  ///
  /// @param clock as above
  /// @param from who is who there
  /// @param handled how many messages each process has taken until then
  /// @param waiting the messages that wait there, those sent first first
  public Studio(
      LongSupplier clock, Snapshot from, Map<Pid, Integer> handled, List<Stamped> waiting) {
    this.clock = clock;
    this.graph = new Graph(from);
    this.chronicle = new Chronicle(from.nanos());
    handled.forEach(tally::set);
    waiting.forEach(each -> {
      if (each.event() instanceof RuntimeEvent.Sent(_, var to, var id, _)) {
        interview.letters().sent(to, id, each.nanos());
      }
    });
  }

  /// Says what no event carries; any thread.
  ///
  /// @param next the situation from now on
  public void situation(Situation next) {
    situation = next;
  }

  /// Says what the machine is doing; any thread.
  ///
  /// @param next the machine from now on
  public void machine(Machine next) {
    machine = next;
  }

  /// Says what went on in a tenth of a second before the moment at which this goes on; called in
  /// the order of time, before the first event.
  ///
  /// @param nanos when that was
  /// @param sent messages sent
  /// @param waiting messages waiting in all mailboxes at its end
  /// @param restarts places filled again
  /// @param crashes deaths that were no orderly end
  /// @param worst the worst of it
  public void recall(
      long nanos, long sent, long waiting, long restarts, long crashes, Level worst) {
    minute.recall(nanos, sent, waiting, restarts, crashes, worst);
  }

  /// Looks at what a minute shows, where frames are too rare to see it.
  ///
  /// @param waiting how many messages wait in all mailboxes
  /// @param slot the place whose mailbox is looked at, -1 for none
  /// @param table answers about processes at the moment that was reached
  public void glance(long waiting, int slot, ProcessTable table) {
    minute.depth((int) Math.min(Integer.MAX_VALUE, waiting));
    if (slot >= 0) {
      graph
          .vertex(slot)
          .ifPresent(vertex -> {
            Census.look(vertex, table);
            interview.sample(vertex, graph.nanos());
          });
    }
  }

  /// {@return whether the event list could hold so many lines, if this had begun earlier}
  ///
  /// @param lines how many are wanted
  public boolean lacks(int lines) {
    return chronicle.lacks(lines);
  }

  /// Says whether there is one that began earlier, for who asks for more lines than are known.
  ///
  /// @param can whether there is
  public void deepens(boolean can) {
    chronicle.deepens(can);
  }

  /// Takes what was accepted so far for past: none of it is to be seen flying any more.
  public void settle() {
    traffic.take(clock.getAsLong());
  }

  /// Says which moment it is of how many; any thread.
  ///
  /// @param next the moment
  public void scrubber(Scrubber next) {
    scrubber = next;
  }

  /// {@return whether an event is about a place in the tree or who is in it; about nobody if there
  /// is no such place}
  ///
  /// @param slot the place
  public Predicate<RuntimeEvent> concern(int slot) {
    return slot < 0
        ? _ -> false
        : graph.vertex(slot).<Predicate<RuntimeEvent>>map(Concern::with).orElse(_ -> false);
  }

  /// {@return the runtime's time of the last event taken, in nanoseconds}
  public long nanos() {
    return graph.nanos();
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
      count(each);
      if (each.event() instanceof RuntimeEvent.Sent sent) {
        minute.message();
        traffic.sent(sent, graph);
      } else if (each.event() instanceof RuntimeEvent.ChildStarted(_, _, var child)
          && graph.vertex(child).map(Vertex::restarts).orElse(0) > 0) {
        minute.restart();
      }
    }
  }

  private void count(Stamped each) {
    if (each.event() instanceof RuntimeEvent.Received(var by, var id, _)) {
      tally.add(by);
      interview.letters().received(by, id);
    } else if (each.event() instanceof RuntimeEvent.Sent(_, var to, var id, _)) {
      interview.letters().sent(to, id, each.nanos());
    } else if (each.event() instanceof RuntimeEvent.Exited(var dead, _)) {
      tally.forget(dead);
    }
  }

  private void note(Optional<EventLine> line) {
    line.map(EventLine::level).filter(level -> level != Level.INFO).ifPresent(minute::mark);
  }

  /// {@return how every place stands, by its path: what this run can be held against another by}
  public Map<String, Standing> standings() {
    return Standings.of(graph, tally);
  }

  /// {@return the path of a place, empty if there is none}
  ///
  /// @param slot the place in this graph
  public String path(int slot) {
    return graph.vertex(slot).map(Vertex::path).orElse("");
  }

  /// {@return those of `slots` that a frame shows; for one that it does not, who stands for it}
  ///
  /// @param slots places in this graph
  /// @param frame the frame
  public Set<Integer> shown(Set<Integer> slots, Frame frame) {
    return Standings.shown(slots, graph, frame.field());
  }

  /// {@return what the window shows now}
  ///
  /// @param wish what the window would like to see
  /// @param table answers about processes at this moment
  public Frame frame(Wish wish, ProcessTable table) {
    long began = clock.getAsLong();
    long nanos = Math.max(graph.nanos(), table.nanos());
    minute.advance(nanos);
    survey.update(graph, wish.view(), vertex -> picture.touch(vertex, survey, began));
    census.go(survey, table, clock);
    fates.keepOnly(survey.size(), graph);
    minute.depth((int) Math.min(Integer.MAX_VALUE, census.waiting()));
    var found = search.go(wish.find(), survey, clock);
    picture.look(survey, graph, wish, found, began);
    picture.ask(table);
    var selected = wish.selected() < 0 ? Optional.<Vertex>empty() : graph.vertex(wish.selected());
    var facts = selected.map(v -> interview.facts(v, survey, graph, table));
    var flights = traffic.take(began);
    return new Frame(
        ++number,
        survey.world(),
        picture.field(fates, graph, census),
        picture.heat(),
        picture.wires(),
        picture.cards(nanos, table),
        picture.shown(),
        survey.size(),
        facts.map(Interview::ties).orElse(List.of()),
        flights,
        overlay(wish, nanos, began),
        strip(nanos, table),
        selected.map(Around::path).orElse(List.of()),
        facts,
        graph.vertex(wish.pointed()).map(v -> Around.hint(v, graph, table, nanos)),
        selected.map(v -> Around.steps(v, graph, survey)).orElseGet(this::firstSteps),
        found,
        chronicle.page(wish.filter()),
        roll.look(wish.roll(), survey.crowd(), table, nanos, clock),
        minute.timeline(),
        scrubber,
        situation,
        census.roundNanos(),
        hold.grasp(wish.reach(), selected, survey, graph, table, chronicle.story(nanos)),
        clock.getAsLong() - began);
  }

  private Overlay overlay(Wish wish, long nanos, long now) {
    boolean rates = traffic.isFast() || wish.layers().contains(Layer.RATES);
    var inView = picture.inView();
    var ties = bonds.look(graph, inView, wish.layers(), now);
    traffic.lanes().open(rates, nanos);
    var lanes =
        rates
            ? traffic
                .lanes()
                .between(
                    inView.stream().map(Vertex::slot).collect(Collectors.toSet()), graph, nanos)
            : List.<Lane>of();
    return new Overlay(
        ties.ties(),
        ties.all(),
        ties.near(),
        lanes.stream().limit(Overlay.MOST_LANES).toList(),
        lanes.size(),
        traffic.lanes().counted(),
        traffic.isFast());
  }

  private Steps firstSteps() {
    var top = graph.roots().isEmpty() ? graph.loose() : graph.roots();
    int first = top.isEmpty() ? -1 : top.getFirst().slot();
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
        minute.crashesInLastFiveSeconds(),
        nanos,
        machine);
  }
}
