/// What each pane shows and how it answers a gesture, without a window.
///
/// Two halves meet in two one-slot hand-overs. On the pump's thread [Studio] folds the event stream
/// and answers a [Wish] with a [Frame], bounded by the viewport or by a number. On the window's
/// thread [Desk] takes an [Action] and gives the next desk and the [Effect]s that somebody else
/// carries out; facts come back only as frames.
///
/// Names `event`, `probe`, `graph`, `layout`, `export` (for what can be asked of it); no JavaFX, no
/// thread, no file.
@NullMarked
package understudy.viewmodel;

import org.jspecify.annotations.NullMarked;
