package understudy.export;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.ChildExited;
import understudy.event.RuntimeEvent.ChildStarted;
import understudy.event.RuntimeEvent.ChildStarting;
import understudy.event.RuntimeEvent.Exited;
import understudy.event.RuntimeEvent.Initialized;
import understudy.event.RuntimeEvent.Received;
import understudy.event.RuntimeEvent.Registered;
import understudy.event.RuntimeEvent.Sent;
import understudy.event.RuntimeEvent.Spawned;
import understudy.event.RuntimeEvent.Supervising;
import understudy.event.Stamped;

/// A run as it is told: a small system whose events are written down one by one.
final class Tale {
  /// Texts that a reader could take for something else.
  static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "</script><img src=x onerror=alert(1)>",
          "\"]]; end",
          "a\nb\r\n=== c ===",
          "%%{init: {}}%%",
          "%date()",
          "!include x",
          "@enduml",
          "end",
          "#PID<0.1.0>",
          "p0->>p1: boo; p1",
          "\u202Eright to left",
          "\uD83D\uDE00 smile",
          "lone \uD83D half",
          "nul \0 bell \7",
          "=cmd|' /C calc'!A0",
          "-->]]>",
          "&amp; &lt; &#60;",
          "<0.9.0>",
          "**bold** //it// ~~",
          "wrap: x",
          "",
          "  ");

  private final List<Stamped> events = new ArrayList<>();
  private String name = "tale.understudy";
  private String title = "A tale";
  private long unreadable;
  private Optional<String> damage = Optional.empty();
  private long nanos;
  private long nextPid = 1;
  private long nextMessage = 1;

  /// A shop whose till crashes once and is started again.
  static Tale ofAShop() {
    Tale tale = new Tale();
    Pid shop = tale.supervisor(Pid.NONE, "shop");
    Pid till = tale.worker(shop, "till", 1);
    Pid clerk = tale.worker(shop, "clerk", 1);
    tale.later(1).message(clerk, till, "call total");
    tale.message(till, clerk, "reply 42");
    tale.tell(new RuntimeEvent.Monitored(clerk, till, 7)).later(0.5);
    long waiting = tale.sends(clerk, till, "cast sell");
    tale.later(0.25).takes(till, waiting, "cast sell");
    tale.dies(shop, "till", till, new Atom("boom"));
    Pid again = tale.worker(shop, "till", 2);
    tale.later(1).message(Pid.NONE, again, "hello");
    return tale;
  }

  /// The same shop with such a text in every place that takes one.
  static Tale ofAHostileShop(String text) {
    Tale tale = new Tale().titled(text).named("a.understudy");
    Pid shop = tale.supervisor(Pid.NONE, "shop");
    Pid till = tale.worker(shop, text, 1);
    Pid other = tale.worker(shop, "other", 1);
    tale.tell(new Registered(other, text));
    tale.later(1).message(other, till, text);
    tale.message(till, other, "call " + text);
    tale.dies(
        shop,
        text,
        till,
        new ExitReason.Tuple(List.of(new Atom(text), new ExitReason.Stack("at " + text))));
    tale.worker(shop, text, 2);
    return tale;
  }

  /// One event of each kind that there is.
  static Tale ofEveryKind() {
    Tale tale = ofAShop();
    Pid shop = new Pid(1);
    Pid clerk = new Pid(3);
    return tale.tell(new RuntimeEvent.Haunting(new Pid(2)))
        .tell(new RuntimeEvent.Rested(new Pid(2)))
        .tell(new RuntimeEvent.Terminating(clerk, Atom.SHUTDOWN))
        .tell(new RuntimeEvent.Unregistered(clerk, "clerk"))
        .tell(new RuntimeEvent.Linked(clerk, shop))
        .tell(new RuntimeEvent.Unlinked(clerk, shop))
        .tell(new RuntimeEvent.Demonitored(clerk, new Pid(2), 7))
        .tell(new RuntimeEvent.TrapExit(shop, true))
        .tell(new RuntimeEvent.Suspended(clerk, true))
        .tell(new RuntimeEvent.ExitSignalled(Pid.NONE, clerk, Atom.KILL))
        .tell(new RuntimeEvent.ChildStartFailed(shop, "late", new Atom("busy")))
        .tell(new RuntimeEvent.ChildIgnored(shop, "none"))
        .tell(new RuntimeEvent.ChildStopping(shop, "clerk", clerk, Atom.SHUTDOWN))
        .tell(new RuntimeEvent.ChildStopped(shop, "clerk", clerk, Atom.SHUTDOWN))
        .tell(new RuntimeEvent.ChildRemoved(shop, "clerk"))
        .tell(new RuntimeEvent.RestartDelayed(shop, "till", 250))
        .tell(new RuntimeEvent.GaveUp(shop, "till", 4, 3, 5))
        .tell(new RuntimeEvent.Gap(Pid.NONE, 5));
  }

  Tale titled(String text) {
    title = text;
    return this;
  }

  Tale named(String text) {
    name = text;
    return this;
  }

  Tale damaged(String line) {
    damage = Optional.of(line);
    return this;
  }

  Tale unreadable(long count) {
    unreadable = count;
    return this;
  }

  Tale later(double seconds) {
    nanos += Math.round(seconds * 1e9);
    return this;
  }

  Tale tell(RuntimeEvent event) {
    events.add(new Stamped(events.size() + 1L, nanos, 0, event));
    return this;
  }

  Pid supervisor(Pid above, String id) {
    Pid pid = new Pid(nextPid++);
    tell(new Spawned(pid, above, "Supervisor"));
    if (above.isNone()) {
      tell(new Registered(pid, id));
    } else {
      tell(new ChildStarting(above, id, pid, ChildKind.SUPERVISOR, RestartType.PERMANENT, 1));
    }
    tell(new Supervising(pid, "one_for_one", 3, 5)).tell(new Initialized(pid));
    if (!above.isNone()) {
      tell(new ChildStarted(above, id, pid));
    }
    return pid;
  }

  Pid worker(Pid supervisor, String id, int incarnation) {
    Pid pid = new Pid(nextPid++);
    tell(new Spawned(pid, supervisor, "GenServer"));
    tell(
        new ChildStarting(
            supervisor, id, pid, ChildKind.WORKER, RestartType.PERMANENT, incarnation));
    tell(new Initialized(pid)).tell(new ChildStarted(supervisor, id, pid));
    return pid;
  }

  long sends(Pid from, Pid to, String label) {
    tell(new Sent(from, to, nextMessage, label));
    return nextMessage++;
  }

  void takes(Pid pid, long message, String label) {
    tell(new Received(pid, message, label));
  }

  void message(Pid from, Pid to, String label) {
    takes(to, sends(from, to, label), label);
  }

  void dies(Pid supervisor, String id, Pid pid, ExitReason reason) {
    tell(new Exited(pid, reason));
    tell(new ChildExited(supervisor, id, pid, reason, Decision.RESTART, 1));
  }

  List<Stamped> events() {
    return events;
  }

  Run run() {
    List<Stamped> told = List.copyOf(events);
    return new Run(
        name,
        title,
        "tale",
        7,
        true,
        damage,
        taker -> {
          for (Stamped each : told) {
            taker.take(each);
          }
          return unreadable;
        });
  }

  String as(Format format) throws IOException {
    return as(format, Filter.EVERYTHING);
  }

  String as(Format format, Filter filter) throws IOException {
    return written(new Order(format, List.of(run()), filter, false));
  }

  static String written(Order order) throws IOException {
    var text = new StringWriter();
    Exports.export(order, Optional.empty(), text);
    return text.toString();
  }

  static Filter window(double from, double until) {
    return new Filter(Math.round(from * 1e9), Math.round(until * 1e9), "", Set.of());
  }
}
