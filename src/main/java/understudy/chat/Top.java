package understudy.chat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.otp.Supervisor;
import understudy.runtime.Behaviour;
import understudy.runtime.ExitMessage;
import understudy.runtime.Self;

/// Keeps the tree running: should its top give up, it begins anew after a breath, as a machine that
/// is set up well starts a program again.
final class Top {
  /// End, from the top down.
  record Stop() {}

  private static final Duration BREATH = Duration.ofSeconds(1);
  private static final String ROOM = "room ";

  private Top() {}

  /// @param stopped counted down when the whole tree has ended
  static Behaviour process(Venue venue, CountDownLatch stopped) {
    return Behaviour.of("(application)", self -> run(self, venue, stopped));
  }

  private static void run(Self self, Venue venue, CountDownLatch stopped) {
    self.trapExit(true);
    Pid tree = Supervisor.startLink(self, Tree.chat(venue)).pid();
    while (true) {
      switch (self.receive()) {
        case Stop _ -> {
          Supervisor.stop(self, tree, Atom.SHUTDOWN);
          stopped.countDown();
          return;
        }
        case ExitMessage exit -> {
          if (exit.from().equals(tree)) {
            self.sleep(BREATH);
            tree = Supervisor.startLink(self, Tree.chat(venue)).pid();
          }
        }
        default -> {}
      }
    }
  }

  /// Crashes the process that is called `what`.
  ///
  /// @return whether there is one
  static boolean crash(Self self, Venue venue, String what) {
    var victim =
        what.startsWith(ROOM)
            ? Directory.find(self, what.substring(ROOM.length()))
            : venue.ports().owner(what).or(() -> self.whereis(what));
    victim.ifPresent(pid -> self.exit(pid, Atom.KILL));
    return victim.isPresent();
  }
}
