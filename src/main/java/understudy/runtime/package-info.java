/// Processes: mailboxes, signals, links, monitors, names, timers, and the two schedulers.
///
/// The door is [Vm] from the outside and [Self] from the inside. A process is a [Behaviour] and one
/// channel through which everything reaches it in the order sent: messages, exit signals, links,
/// monitors, their removals and time-outs (MSG-03). Both schedulers, stepped and live, run the same
/// process code; they differ only in who runs next and in what time is.
///
/// This package starts the threads that processes run on. A process's private state is touched by
/// one thread at a time, under its own lock where others may look.
@NullMarked
package understudy.runtime;

import org.jspecify.annotations.NullMarked;
