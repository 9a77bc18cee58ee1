package understudy.chat;

import org.jspecify.annotations.Nullable;
import understudy.event.Pid;

/// A phone's being in a room, or on the way in: `ASKED -> KNOCKED -> JOINED`. Its phone's own.
final class Membership {
  final @Nullable String joinRef;
  final Room.Join join;

  /// The room's process, none before it is found.
  Pid room = Pid.NONE;

  long monitor;
  boolean joined;

  /// Whether it has been told who is there.
  boolean knowsWho;

  Membership(Room.Join join) {
    this.joinRef = join.joinRef();
    this.join = join;
  }
}
