/// What can be asked about processes: answered by the live runtime and by a replay alike.
///
/// Names `event` only. Values are snapshots; they hold nothing alive.
@NullMarked
package understudy.probe;

import org.jspecify.annotations.NullMarked;
