package understudy.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One operation of a script.
///
/// A path without a live process makes the operation do nothing and have the result `no_process`,
/// unless the path names an incarnation. Results are in the words of a scenario file. Immutable.
public sealed interface Step {
  /// Starts the tree; result `ok` or `["error", R]`.
  record Start() implements Step {}

  /// The worker leaves its callback with exit.
  ///
  /// @param path the worker
  /// @param reason with which
  record ExitSelf(ProcessPath path, Value reason) implements Step {}

  /// The worker returns stop.
  ///
  /// @param path the worker
  /// @param reason with which
  record StopSelf(ProcessPath path, Value reason) implements Step {}

  /// The worker raises a run-time error.
  ///
  /// @param path the worker
  /// @param reason which; its exit reason is `[reason, "$stack"]`
  record Raise(ProcessPath path, Value reason) implements Step {}

  /// The worker returns the invalid value `oops`.
  ///
  /// @param path the worker
  record BadReturn(ProcessPath path) implements Step {}

  /// The worker sleeps in its callback.
  ///
  /// @param path the worker
  /// @param millis how long, 0 or more
  record Sleep(ProcessPath path, long millis) implements Step {}

  /// Sends an exit signal; reason `kill` cannot be trapped.
  ///
  /// @param path the process it goes to
  /// @param reason with which
  /// @param from the worker that sends it; empty for the controller
  record Signal(ProcessPath path, Value reason, Optional<ProcessPath> from) implements Step {}

  /// Sends `work` messages.
  ///
  /// @param path the worker
  /// @param count how many, 0 or more
  record Send(ProcessPath path, int count) implements Step {}

  /// Puts messages into the mailbox, all before the worker handles the first.
  ///
  /// @param path the worker
  /// @param messages in order
  record Batch(ProcessPath path, List<Mail> messages) implements Step {
    /// Takes a copy.
    public Batch {
      messages = List.copyOf(messages);
    }
  }

  /// Calls the worker for its count; result is the count, or `["exit", R]`.
  ///
  /// @param path the worker
  record GetCount(ProcessPath path) implements Step {}

  /// Calls the worker, which leaves with exit; result `["exit", reason]`.
  ///
  /// @param path the worker
  /// @param reason with which
  record CallExit(ProcessPath path, Value reason) implements Step {}

  /// Calls the worker, which answers `bye` and stops.
  ///
  /// @param path the worker
  /// @param reason with which it stops
  record CallStopReply(ProcessPath path, Value reason) implements Step {}

  /// A worker links to a process; result true, or `["error", "noproc"]`.
  ///
  /// @param a the worker
  /// @param b the other
  record Link(ProcessPath a, ProcessPath b) implements Step {}

  /// A worker takes its link away.
  ///
  /// @param a the worker
  /// @param b the other
  record Unlink(ProcessPath a, ProcessPath b) implements Step {}

  /// A worker monitors a process.
  ///
  /// @param a the worker
  /// @param b the other; a DOWN event names it as written here
  record Monitor(ProcessPath a, ProcessPath b) implements Step {}

  /// A worker takes its monitor away, and its DOWN message if there is one.
  ///
  /// @param a the worker
  /// @param b the other
  record Demonitor(ProcessPath a, ProcessPath b) implements Step {}

  /// Replaces a worker's plan for its starts, counted from its next attempt.
  ///
  /// @param path the worker
  /// @param init one entry for each attempt, the last for all later ones; never empty
  record SetInit(ProcessPath path, List<Init> init) implements Step {
    /// Takes a copy.
    public SetInit {
      init = List.copyOf(init);
    }
  }

  /// Adds a child. Exactly one of `spec` and `id` is there.
  ///
  /// @param sup the supervisor
  /// @param spec the child
  /// @param id the last part of the child's path, for `SIMPLE_ONE_FOR_ONE`
  record StartChild(ProcessPath sup, Optional<TreeNode> spec, Optional<String> id)
      implements Step {}

  /// Stops a child.
  ///
  /// @param sup the supervisor
  /// @param id the child's
  /// @param byId whether the supervisor is asked by id where the strategy asks by process
  record TerminateChild(ProcessPath sup, String id, boolean byId) implements Step {}

  /// Starts a child that has no process.
  ///
  /// @param sup the supervisor
  /// @param id the child's
  /// @param byId whether the supervisor is asked by id where the strategy asks by process
  record RestartChild(ProcessPath sup, String id, boolean byId) implements Step {}

  /// Forgets a child that has no process.
  ///
  /// @param sup the supervisor
  /// @param id the child's
  /// @param byId whether the supervisor is asked by id where the strategy asks by process
  record DeleteChild(ProcessPath sup, String id, boolean byId) implements Step {}

  /// Result: sorted list of `[id, "alive" | "undefined" | "restarting", type]`.
  ///
  /// @param sup the supervisor
  record WhichChildren(ProcessPath sup) implements Step {}

  /// Result: `{specs, active, supervisors, workers}`.
  ///
  /// @param sup the supervisor
  record CountChildren(ProcessPath sup) implements Step {}

  /// Result: `path@n` of the process with that name, or null.
  ///
  /// @param name a registered name
  record Whereis(String name) implements Step {}

  /// Asks a process to stop and waits until it has.
  ///
  /// @param path a supervisor or a worker
  /// @param reason with which
  record Stop(ProcessPath path, Value reason) implements Step {}

  /// The root's parent sends it an exit signal: the regular request to shut down.
  ///
  /// @param reason with which
  record ParentExit(Value reason) implements Step {}

  /// Lets time pass.
  ///
  /// @param millis how much, 0 or more
  record Wait(long millis) implements Step {}

  /// Operations one after the other without quiet between them; result: the list of theirs.
  ///
  /// @param ops in order
  record Sequence(List<Step> ops) implements Step {
    /// Takes a copy.
    public Sequence {
      ops = List.copyOf(ops);
    }
  }

  /// Operations issued by independent processes; result: the list of theirs.
  ///
  /// @param ops in the order of the results
  record Parallel(List<Step> ops) implements Step {
    /// Takes a copy.
    public Parallel {
      ops = List.copyOf(ops);
    }
  }

  /// Issues an operation from a process of its own and goes on after 20 ms.
  ///
  /// @param tag by which [Collect] finds its result
  /// @param of the operation
  record Async(String tag, Step of) implements Step {}

  /// The result of an operation issued by [Async].
  ///
  /// @param tag the same as there
  record Collect(String tag) implements Step {}

  /// {@return this step with the scenario's quiet period after it}
  default Timed timed() {
    return new Timed(this, OptionalInt.empty());
  }
}
