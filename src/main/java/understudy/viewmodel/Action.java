package understudy.viewmodel;

import java.nio.file.Path;

/// A gesture of a person, with the pixels it needs but without the widget it came from.
public sealed interface Action {
  /// Another process is looked at.
  ///
  /// @param slot its place in the graph, -1 for none
  /// @param reveal whether it is brought into view
  record Select(int slot, boolean reveal) implements Action {}

  /// The pointer is over a process.
  ///
  /// @param slot its place in the graph, -1 for none
  record Point(int slot) implements Action {}

  /// The selection moves through the tree.
  ///
  /// @param way where to
  record Move(Way way) implements Action {}

  /// The canvas has another size.
  ///
  /// @param view in pixels
  record Resize(Extent view) implements Action {}

  /// Nearer or farther.
  ///
  /// @param factor above 1 for nearer
  /// @param px the point that stays in place, in pixels
  /// @param py the point that stays in place, in pixels
  record Zoom(double factor, double px, double py) implements Action {}

  /// Nearer or farther, with the middle of the canvas kept in its place.
  ///
  /// @param factor above 1 for nearer
  record ZoomMiddle(double factor) implements Action {}

  /// The picture is dragged.
  ///
  /// @param dx pixels to the right
  /// @param dy pixels down
  record Pan(double dx, double dy) implements Action {}

  /// The whole world, now and when it grows.
  record Fit() implements Action {}

  /// A part of the world fills the canvas.
  ///
  /// @param box in world units
  record ZoomTo(Box box) implements Action {}

  /// The selected process is where it can be seen, or must be brought there.
  ///
  /// @param box where it is, in world units
  record Reveal(Box box) implements Action {}

  /// A form is opened.
  ///
  /// @param what which
  record Ask(Question what) implements Action {}

  /// A form has other words in it.
  ///
  /// @param form the form as it is now
  record Edit(Form form) implements Action {}

  /// The open form is sent; nothing happens while something is wrong with it.
  record Submit() implements Action {}

  /// The open form is closed.
  record Cancel() implements Action {}

  /// The selected process dies without further questions.
  ///
  /// @param way how
  record Crash(CrashWay way) implements Action {}

  /// The selected process is asked to end.
  record Stop() implements Action {}

  /// The selected process is suspended, or goes on.
  record ToggleSuspend() implements Action {}

  /// Time is held, or goes on.
  record TogglePause() implements Action {}

  /// One thing happens.
  record StepOnce() implements Action {}

  /// Another pace.
  ///
  /// @param tempo how fast the world shall go
  record Speed(Tempo tempo) implements Action {}

  /// The next round pace.
  ///
  /// @param by 1 for faster, -1 for slower
  record Nudge(int by) implements Action {}

  /// Another moment of the run is to be seen.
  ///
  /// @param nanos when, in the world's time
  record Seek(long nanos) implements Action {}

  /// A step through the run.
  ///
  /// @param by how far
  /// @param forth whether towards the end
  record Travel(Stride by, boolean forth) implements Action {}

  /// The beginning of the run is to be seen.
  record ToStart() implements Action {}

  /// The present of the world is to be seen, or the end of what was saved.
  record ToNow() implements Action {}

  /// One more place is selected, or one less.
  ///
  /// @param slot its place in the graph
  record Pick(int slot) implements Action {}

  /// Everybody in a part of the picture is selected.
  ///
  /// @param box the part, in world units
  /// @param more whether those selected before stay so
  record PickIn(Box box, boolean more) implements Action {}

  /// Everybody in view is selected.
  record PickSeen() implements Action {}

  /// The selection grows into the tree, or shrinks back.
  ///
  /// @param way where to
  record Extend(Way way) implements Action {}

  /// The selected process and all under it die at the same moment.
  record CrashTree() implements Action {}

  /// Chaos ends, or is asked for.
  record ToggleChaos() implements Action {}

  /// Traffic ends.
  ///
  /// @param place as in [Troubles.Load]
  record EndLoad(String place) implements Action {}

  /// A process is quick again.
  ///
  /// @param place as in [Troubles.Slow]
  record EndSlow(String place) implements Action {}

  /// All troubles end.
  record Calm() implements Action {}

  /// A message that waits for the selected process is taken before the others.
  ///
  /// @param message its number
  record Deliver(long message) implements Action {}

  /// The same, by its place in the mailbox.
  ///
  /// @param at 1 for the oldest message
  record DeliverAt(int at) implements Action {}

  /// The command palette is opened, or closed if it is open.
  record TogglePrompt() implements Action {}

  /// Something else stands in the command palette.
  ///
  /// @param text what was typed
  record Prompted(String text) implements Action {}

  /// Another row of the command palette.
  ///
  /// @param by how far down
  /// @param rows how many there are
  record PromptMove(int by, int rows) implements Action {}

  /// A recording starts or ends.
  record ToggleRecording() implements Action {}

  /// What was recorded is written.
  ///
  /// @param file where to
  record Save(Path file) implements Action {}

  /// What happened so far is written for another program.
  ///
  /// @param extract what of it, as what
  /// @param file where to
  record Export(Extract extract, Path file) implements Action {}

  /// A file is opened.
  ///
  /// @param file a lesson or a recording
  record Open(Path file) implements Action {}

  /// A lesson is played from its start.
  ///
  /// @param name one of [Situation#lessons]
  record Lesson(String name) implements Action {}

  /// The chat is started.
  ///
  /// @param forOthers whether other machines can reach it
  record StartChat(boolean forOthers) implements Action {}

  /// Something is looked for.
  ///
  /// @param text in names, pids and behaviours
  record Find(String text) implements Action {}

  /// The next of what was found is selected.
  record FindNext() implements Action {}

  /// Other event lines are wanted.
  ///
  /// @param filter which
  record Filter(EventFilter filter) implements Action {}

  /// Dark becomes light, or light dark.
  record ToggleTheme() implements Action {}

  /// A stepped run goes back to an event.
  ///
  /// @param event the event's number
  /// @param nanos when it happened
  record Fork(long event, long nanos) implements Action {}

  /// The command of this run is copied.
  record CopyCommand() implements Action {}

  /// Runs are looked at side by side.
  ///
  /// @param what what about them
  record Show(Showing what) implements Action {}

  /// The notice was read.
  record DismissNotice() implements Action {}

  /// A way through the tree.
  enum Way {
    /// To the supervisor.
    UP,
    /// To the first child.
    DOWN,
    /// To the sibling before.
    LEFT,
    /// To the sibling after.
    RIGHT
  }

  /// A form that can be asked for.
  enum Question {
    /// A new child.
    SPAWN,
    /// A message.
    SEND,
    /// A death.
    CRASH,
    /// Deaths at random.
    CHAOS,
    /// Many messages.
    TRAFFIC,
    /// Slow work.
    LATENCY
  }
}
