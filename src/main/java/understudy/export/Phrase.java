package understudy.export;

import java.util.Locale;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

/// What an event is, in a few words said of its subject.
///
/// One line of plain text, never longer than 200 characters; the first two words are ours, so that
/// no text from outside can look like a line of another kind.
final class Phrase {
  private static final int LONGEST = 200;

  private final Cast cast;

  Phrase(Cast cast) {
    this.cast = cast;
  }

  String of(RuntimeEvent event) {
    return Plain.brief(Plain.line(words(event)), LONGEST);
  }

  private String words(RuntimeEvent event) {
    return switch (event) {
      case RuntimeEvent.Spawned said ->
          "is spawned"
              + (said.parent().isNone() ? "" : " by " + name(said.parent()))
              + " and runs "
              + said.behaviour();
      case RuntimeEvent.Initialized _ -> "is ready";
      case RuntimeEvent.Terminating said -> "begins terminate: " + Because.text(said.reason());
      case RuntimeEvent.Exited said -> "exits with " + Because.text(said.reason());
      case RuntimeEvent.Haunting _ -> "is dead, its code still runs: a zombie";
      case RuntimeEvent.Rested _ -> "code has returned, no zombie any more";
      case RuntimeEvent.Registered said -> "takes the name " + said.name();
      case RuntimeEvent.Unregistered said -> "gives up the name " + said.name();
      case RuntimeEvent.Linked said -> "links to " + name(said.other());
      case RuntimeEvent.Unlinked said -> "unlinks from " + name(said.other());
      case RuntimeEvent.Monitored said -> "monitors process " + name(said.target());
      case RuntimeEvent.Demonitored said -> "demonitors process " + name(said.target());
      case RuntimeEvent.TrapExit said -> said.on() ? "traps exits" : "no longer traps exits";
      case RuntimeEvent.Suspended said -> said.on() ? "is suspended" : "is resumed";
      case RuntimeEvent.Sent said -> "sends to " + name(said.to()) + ": " + said.label();
      case RuntimeEvent.Received said -> "takes message " + said.label();
      case RuntimeEvent.ExitSignalled said ->
          "signals exit to " + name(said.to()) + ": " + Because.text(said.reason());
      case RuntimeEvent.Supervising said ->
          "supervises by "
              + said.strategy()
              + ", at most "
              + said.maxRestarts()
              + " restarts in "
              + said.periodSeconds()
              + " s";
      case RuntimeEvent.ChildStarting said ->
          (said.incarnation() > 1 ? "restarts child " : "starts child ")
              + child(said.id(), said.child());
      case RuntimeEvent.ChildStarted said -> "has started " + child(said.id(), said.child());
      case RuntimeEvent.ChildStartFailed said ->
          "cannot start " + said.id() + ": " + Because.text(said.reason());
      case RuntimeEvent.ChildIgnored said -> "leaves out " + said.id() + ": its init said ignore";
      case RuntimeEvent.ChildExited said ->
          "sees exit of "
              + child(said.id(), said.child())
              + " with "
              + Because.text(said.reason())
              + ": "
              + decision(said);
      case RuntimeEvent.ChildStopping said -> "stops child " + child(said.id(), said.child());
      case RuntimeEvent.ChildStopped said ->
          "has stopped " + child(said.id(), said.child()) + ": " + Because.text(said.reason());
      case RuntimeEvent.ChildRemoved said -> "forgets child " + said.id();
      case RuntimeEvent.RestartDelayed said ->
          "backs off " + said.delayMillis() + " ms before it restarts " + said.id() + " (not OTP)";
      case RuntimeEvent.GaveUp said ->
          "gives up: "
              + said.restarts()
              + " restarts in "
              + said.periodSeconds()
              + " s, "
              + said.maxRestarts()
              + " allowed; last "
              + said.id();
      case RuntimeEvent.Gap said -> gap(said.lost());
    };
  }

  static String gap(long lost) {
    return String.format(Locale.ROOT, "%,d events are missing here", lost);
  }

  private static String decision(RuntimeEvent.ChildExited said) {
    return switch (said.decision()) {
      case RESTART -> "restart, number " + said.restartsInWindow() + " in its period";
      case LEAVE -> "it stays down";
      case REMOVE -> "it is forgotten";
      case GIVE_UP -> "too many restarts";
      case AUTO_SHUTDOWN -> "it was significant, the supervisor shuts down";
    };
  }

  private String name(Pid pid) {
    return cast.role(pid).label();
  }

  private static String child(String id, Pid pid) {
    return id.equals(pid.toString()) ? id : id + " " + pid;
  }
}
