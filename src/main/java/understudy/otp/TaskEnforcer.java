package understudy.otp;

import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.runtime.Behaviour;
import understudy.runtime.DownMessage;
import understudy.runtime.Self;

/// Unlinks a task and asks it to end, as one act: should its owner be killed between the two, this
/// process, which lives only that long, asks in its place. Elixir does it in the same way.
final class TaskEnforcer {
  private record Done() {}

  private TaskEnforcer() {}

  static void exit(Self owner, Pid task, Atom request) {
    Pid enforcer = owner.spawn(watching(owner.pid(), task, request));
    owner.unlink(task);
    owner.exit(task, request);
    owner.send(enforcer, new Done());
  }

  /// {@return a process that sends `request` to `task` if `owner` ends before it says that it did}
  static Behaviour watching(Pid owner, Pid task, Atom request) {
    return Behaviour.of(
        "(task enforcer)",
        self -> {
          long watch = self.monitor(owner);
          Object word =
              self.receive(message ->
                  switch (message) {
                    case Done _ -> true;
                    case DownMessage down -> down.reference() == watch;
                    default -> false;
                  });
          if (word instanceof DownMessage) {
            self.exit(task, request);
          }
        });
  }
}
