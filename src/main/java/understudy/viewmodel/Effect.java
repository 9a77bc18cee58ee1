package understudy.viewmodel;

import java.nio.file.Path;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;

/// Something that a person asked for and that the world outside the window has to do.
///
/// Carried out by `app`, never by a pane. What came of it is seen in later frames; a refusal comes
/// back as a [Notice].
public sealed interface Effect {
  /// What the session does itself, whatever world is shown.
  sealed interface OfSession extends Effect {}

  /// Start a child.
  ///
  /// @param supervisor under whom
  /// @param behaviour one of [Situation#behaviours]
  /// @param restart when it is started again
  /// @param id the child's id, unique under the supervisor
  record Spawn(Pid supervisor, String behaviour, RestartType restart, String id)
      implements Effect {}

  /// Send a message from the outside.
  ///
  /// @param to the receiver
  /// @param message the parsed term
  record Send(Pid to, ExitReason message) implements Effect {}

  /// Make a process die.
  ///
  /// @param pid the process
  /// @param way how
  record Crash(Pid pid, CrashWay way) implements Effect {}

  /// Ask a process to end in good order: through its supervisor where it has one.
  ///
  /// @param pid the process
  record Stop(Pid pid) implements Effect {}

  /// Let messages of a process pile up.
  ///
  /// @param pid the process
  record Suspend(Pid pid) implements Effect {}

  /// Let a suspended process go on.
  ///
  /// @param pid the process
  record Resume(Pid pid) implements Effect {}

  /// Hold the world's time.
  record Pause() implements Effect {}

  /// Let the world's time go on.
  record Play() implements Effect {}

  /// Let one thing happen in a world that is held.
  record StepOnce() implements Effect {}

  /// Change the pace.
  ///
  /// @param tempo how fast the world shall go
  record Speed(Tempo tempo) implements Effect {}

  /// Make a process and all under it die at the same moment.
  ///
  /// @param pid the process
  record CrashTree(Pid pid) implements Effect {}

  /// Have a message taken before the others that wait for the same process, if Erlang's order
  /// allows it; the world is held from then on.
  ///
  /// @param to the process
  /// @param message the message's number
  record Deliver(Pid to, long message) implements Effect {}

  /// Kill at random from now on, in place of any chaos so far.
  ///
  /// @param scope only what stands under this one; [Pid#NONE] for everything but the root
  /// @param perSecond kills a second of the world's time, above 0
  /// @param seed decides who and when
  record Chaos(Pid scope, double perSecond, long seed) implements Effect {}

  /// Kill no more.
  record EndChaos() implements Effect {}

  /// Send a message over and over from now on, to whoever is in that place.
  ///
  /// @param to the process that is there now
  /// @param perSecond messages a second of the world's time, above 0
  /// @param message the parsed term
  record Load(Pid to, double perSecond, ExitReason message) implements Effect {}

  /// Send no more.
  ///
  /// @param place as in [Troubles.Load]
  record EndLoad(String place) implements Effect {}

  /// Have whoever is in a place take its time over each message from now on.
  ///
  /// @param pid the process that is there now
  /// @param millis how long, above 0
  record Slow(Pid pid, long millis) implements Effect {}

  /// Have it be quick again.
  ///
  /// @param place as in [Troubles.Slow]
  record EndSlow(String place) implements Effect {}

  /// Show another moment of the run.
  ///
  /// @param nanos when, in the world's time
  record Seek(long nanos) implements OfSession {}

  /// Show the moment after the next event of a kind.
  ///
  /// @param by which kind
  /// @param forth whether the next one, or the one before
  /// @param slot the place whose events count, -1 for none
  record Travel(Stride by, boolean forth, int slot) implements OfSession {}

  /// Show the present of the world, or the end of what was saved.
  record ToNow() implements OfSession {}

  /// Start to keep every event.
  record StartRecording() implements OfSession {}

  /// Stop keeping; what was kept can be saved.
  record StopRecording() implements OfSession {}

  /// Write what was kept.
  ///
  /// @param file where to
  record SaveRecording(Path file) implements OfSession {}

  /// Write what happened so far for another program.
  ///
  /// @param extract what of it, as what
  /// @param file where to
  record Export(Extract extract, Path file) implements OfSession {}

  /// Show a saved recording or play a lesson from a file; which of them it is, the file tells.
  ///
  /// @param file what to open
  record Open(Path file) implements OfSession {}

  /// Play a lesson that comes with the product, from its start.
  ///
  /// @param name one of [Situation#lessons]
  record OpenLesson(String name) implements OfSession {}

  /// Go back to an event of a stepped run: what is done then makes a branch of it.
  ///
  /// @param event the number of the event
  /// @param nanos when it happened, in nanoseconds of the run's time
  record Fork(long event, long nanos) implements OfSession {}

  /// Put the command that plays this run again on the clipboard.
  record CopyCommand() implements OfSession {}

  /// Runs side by side.
  ///
  /// @param what what about them
  record Show(Showing what) implements OfSession {}

  /// Start the chat and show its processes.
  ///
  /// @param forOthers whether other machines can reach it, with a code
  record StartChat(boolean forOthers) implements OfSession {}

  /// Take away the notice that is shown.
  record DismissNotice() implements OfSession {}
}
