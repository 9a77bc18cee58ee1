package understudy.player;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import understudy.event.EventSink;
import understudy.event.Pid;
import understudy.runtime.Steps;

/// Plays a [Run]: what hands did in it is done again at its moments, and what a hand does now is
/// noted.
///
/// Used by one thread, the one that lets time pass.
public final class Performance implements AutoCloseable {
  /// How long a run without a stated end goes on after its script and its last deed.
  public static final Duration BEYOND = Duration.ofSeconds(10);

  /// How much virtual time such a run has at most, in nanoseconds.
  public static final long LONGEST = Duration.ofMinutes(10).toNanos();

  private static final long STRIDE_NANOS = 1_000_000_000;

  /// How often it is asked whether the script is over, in nanoseconds of virtual time.
  private static final long LOOK_NANOS = 100_000_000;

  private final Play play;
  private final Fingerprint print;
  private final Run run;
  private final List<Act> done = new ArrayList<>();
  private final Deque<Act> ahead;
  private final List<String> refusals = new ArrayList<>();
  private final List<String> divergences = new ArrayList<>();

  /// Begins to play; no time has passed yet.
  ///
  /// @param run what is played
  /// @param sink takes the events
  public Performance(Run run, EventSink sink) {
    this(run, new Fingerprint(sink));
  }

  /// Begins to play what was played before, and checks that it is the same.
  ///
  /// @param run what is played
  /// @param print takes the events
  public Performance(Run run, Fingerprint print) {
    this.run = run;
    this.print = print;
    this.ahead = new ArrayDeque<>(run.acts());
    this.play = new Play(run.scenario(), run.seed(), print);
    play.begin();
  }

  /// {@return what is played}
  public Play play() {
    return play;
  }

  /// {@return the prints of all events so far}
  public Fingerprint print() {
    return print;
  }

  private Steps steps() {
    return play.vm().steps();
  }

  /// {@return where it is}
  public Moment moment() {
    return new Moment(play.vm().nanos(), steps().beats());
  }

  /// {@return what was played so far}
  public Run soFar() {
    return new Run(run.scenario(), run.seed(), done);
  }

  /// {@return where this turned out not to be the run that it should be, a line each; nothing if it
  /// is, as far as it has come}
  public List<String> divergences() {
    List<String> all = new ArrayList<>();
    print
        .differsAt()
        .ifPresent(at ->
            all.add(
                "this is not the run that it should be: event %d or one shortly before is another"
                    .formatted(at)));
    all.addAll(divergences);
    return all;
  }

  /// {@return what deeds of the run could not be done, a line each}
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  /// {@return whether something of the run is still to be done}
  public boolean isBehind() {
    return !ahead.isEmpty();
  }

  /// Lets time pass, and does on the way what is to be done.
  ///
  /// @param end up to this virtual time, in nanoseconds
  public void reach(long end) {
    for (var next = ahead.peek(); next != null && next.at().nanos() <= end; next = ahead.peek()) {
      go(next.at());
      perform(ahead.remove(), refusals::add);
    }
    pass(end);
  }

  /// Lets time pass up to a moment that the same run was at.
  ///
  /// @param end the moment
  public void reach(Moment end) {
    reach(end.nanos() - 1);
    while (!ahead.isEmpty() && isBefore(ahead.element().at(), end)) {
      go(ahead.element().at());
      perform(ahead.remove(), refusals::add);
    }
    go(end);
  }

  private static boolean isBefore(Moment one, Moment end) {
    return one.nanos() <= end.nanos() && (!end.isExact() || one.beat() <= end.beat());
  }

  /// {@return whether the script and all deeds are over}
  public boolean isOver() {
    return !play.isScripted() && !isBehind();
  }

  /// Lets a little time pass.
  ///
  /// @param most no longer than this virtual time, in nanoseconds
  public void goOn(long most) {
    reach(Math.min(most, play.vm().nanos() + LOOK_NANOS));
  }

  /// Lets time pass until the script and all deeds are over, and a while beyond.
  ///
  /// @param beyond how long
  /// @param most no longer than this virtual time, in nanoseconds
  public void reachEnd(Duration beyond, long most) {
    while (!isOver() && play.vm().nanos() < most) {
      goOn(most);
    }
    reach(Math.min(most, play.vm().nanos() + beyond.toNanos()));
  }

  /// Goes to the end of the turn in which an event happens.
  ///
  /// @param number the event's, counted from 1
  /// @param nanos when it happens
  public void reachEvent(long number, long nanos) {
    reach(nanos - 1);
    while (print.size() < number) {
      var next = Optional.ofNullable(ahead.peek()).map(Act::at);
      boolean due =
          next.filter(at -> at.nanos() <= nanos && at.isExact() && at.beat() <= steps().beats())
              .isPresent();
      if (due || !steps().beat(nanos)) {
        if (next.filter(at -> at.nanos() <= nanos).isEmpty()) {
          return;
        }
        go(next.get());
        perform(ahead.remove(), refusals::add);
      }
    }
  }

  private void pass(long end) {
    while (play.vm().nanos() < end) {
      steps().advance(Duration.ofNanos(Math.min(STRIDE_NANOS, end - play.vm().nanos())));
    }
  }

  private void go(Moment to) {
    if (!to.isExact()) {
      pass(to.nanos());
      return;
    }
    boolean there = false;
    long nanos = play.vm().nanos();
    while (!there && nanos < to.nanos()) {
      nanos = Math.min(to.nanos(), nanos + STRIDE_NANOS);
      there = steps().runTo(to.beat(), nanos);
    }
    if (!steps().runTo(to.beat(), to.nanos())) {
      divergences.add(
          "this run is not at %s when its clock says so, but at %s; was it kept by another version"
                  .formatted(to, moment())
              + " of Understudy or of the scenario?");
    }
  }

  /// Forgets what of the run was still to be done: from here on it is another one.
  public void branch() {
    ahead.clear();
  }

  /// {@return how to find `pid` again in a run that is played once more}
  ///
  /// @param pid a process of this run
  public Who who(Pid pid) {
    return Who.of(pid, play.roster());
  }

  /// Does something now, and notes it. Nothing of the run may be left to be done.
  ///
  /// @param deed what
  /// @param refused takes one line if it cannot be done; perhaps later, while time passes
  /// @return what came of a message that was chosen, else that all is well
  public Steps.Delivered act(Deed deed, Consumer<String> refused) {
    if (isBehind()) {
      throw new IllegalStateException("the run has deeds of its own ahead; call branch() first");
    }
    return perform(new Act(moment(), deed), refused);
  }

  private Steps.Delivered perform(Act act, Consumer<String> refused) {
    var doer = new Doer(play, refused);
    var delivered = doer.perform(act);
    if (delivered != Steps.Delivered.NOT_ITS_TURN && delivered != Steps.Delivered.SUSPENDED) {
      done.add(act);
    }
    return delivered;
  }

  @Override
  public void close() {
    print.end();
    play.close();
  }
}
