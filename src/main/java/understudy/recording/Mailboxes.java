package understudy.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import understudy.event.RuntimeEvent.Received;
import understudy.event.RuntimeEvent.Sent;
import understudy.event.Stamped;

/// How many messages wait for each living process, how many it has taken, and which ones wait.
///
/// Tables of primitives with open addressing: a message costs two look-ups and no object. Of the
/// messages that wait at most [#MOST_WAITING] are kept, the others are only counted.
final class Mailboxes {
  static final int MOST_WAITING = 1 << 16;

  private static final int SMALLEST = 64;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private long[] pids = new long[SMALLEST];
  private int[] depths = new int[SMALLEST];
  private int[] handled = new int[SMALLEST];
  private int size;
  private long waiting;

  private @Nullable Stamped[] letters = new @Nullable Stamped[SMALLEST];
  private long[] ids = new long[SMALLEST];
  private int kept;

  /// {@return whether the process is known; it is from now on}
  boolean enter(long pid) {
    int at = find(pid);
    if (pids[at] == pid) {
      return true;
    }
    pids[at] = pid;
    if (++size > pids.length / 2) {
      grow();
    }
    return false;
  }

  boolean knows(long pid) {
    return pids[find(pid)] == pid;
  }

  void sent(Stamped stamped, Sent sent) {
    int at = find(sent.to().number());
    if (pids[at] == sent.to().number() && pids[at] != 0 && depths[at] < Integer.MAX_VALUE) {
      depths[at]++;
      waiting++;
      if (kept < MOST_WAITING) {
        keep(stamped, sent.messageId());
      }
    }
  }

  void received(Received received) {
    int at = find(received.subject().number());
    if (pids[at] == received.subject().number() && pids[at] != 0) {
      handled[at] = Math.max(handled[at], handled[at] + 1);
      if (depths[at] > 0) {
        depths[at]--;
        waiting--;
      }
    }
    drop(received.messageId());
  }

  void exited(long pid) {
    int gap = find(pid);
    if (pid == 0 || pids[gap] != pid) {
      return;
    }
    size--;
    waiting -= depths[gap];
    int mask = pids.length - 1;
    for (int next = (gap + 1) & mask; pids[next] != 0; next = (next + 1) & mask) {
      int home = home(pids[next], mask);
      if (((next - home) & mask) >= ((next - gap) & mask)) {
        pids[gap] = pids[next];
        depths[gap] = depths[next];
        handled[gap] = handled[next];
        gap = next;
      }
    }
    pids[gap] = 0;
    depths[gap] = 0;
    handled[gap] = 0;
  }

  /// {@return messages waiting in all mailboxes}
  long waiting() {
    return waiting;
  }

  int depth(long pid) {
    return depths[find(pid)];
  }

  int handled(long pid) {
    return handled[find(pid)];
  }

  /// {@return the messages that wait and are kept, those sent first first; forgets those of the
  /// dead}
  List<Stamped> letters(LongPredicate lives) {
    List<Stamped> all = new ArrayList<>();
    for (Stamped each : letters) {
      if (each != null && each.event() instanceof Sent sent) {
        if (lives.test(sent.to().number())) {
          all.add(each);
        }
      }
    }
    all.sort((one, other) -> Long.compare(one.sequence(), other.sequence()));
    letters = new @Nullable Stamped[Math.max(SMALLEST, letters.length)];
    kept = 0;
    for (Stamped each : all) {
      if (each.event() instanceof Sent sent) {
        keep(each, sent.messageId());
      }
    }
    return all;
  }

  private void keep(Stamped stamped, long id) {
    int at = letter(id);
    if (letters[at] == null && ++kept > letters.length / 2) {
      more();
      at = letter(id);
    }
    letters[at] = stamped;
    ids[at] = id;
  }

  private void drop(long id) {
    int gap = letter(id);
    if (letters[gap] == null) {
      return;
    }
    kept--;
    int mask = letters.length - 1;
    for (int next = (gap + 1) & mask; letters[next] != null; next = (next + 1) & mask) {
      int home = home(ids[next], mask);
      if (((next - home) & mask) >= ((next - gap) & mask)) {
        letters[gap] = letters[next];
        ids[gap] = ids[next];
        gap = next;
      }
    }
    letters[gap] = null;
  }

  private int letter(long id) {
    int mask = letters.length - 1;
    int at = home(id, mask);
    while (letters[at] != null && ids[at] != id) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void more() {
    @Nullable Stamped[] old = letters;
    long[] oldIds = ids;
    letters = new @Nullable Stamped[old.length * 2];
    ids = new long[letters.length];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != null) {
        int at = letter(oldIds[i]);
        letters[at] = old[i];
        ids[at] = oldIds[i];
      }
    }
  }

  private int find(long pid) {
    int mask = pids.length - 1;
    int at = home(pid, mask);
    while (pids[at] != 0 && pids[at] != pid) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private static int home(long number, int mask) {
    return (int) ((number * MIX) >>> 32) & mask;
  }

  private void grow() {
    long[] oldPids = pids;
    int[] oldDepths = depths;
    int[] oldHandled = handled;
    pids = new long[oldPids.length * 2];
    depths = new int[pids.length];
    handled = new int[pids.length];
    for (int i = 0; i < oldPids.length; i++) {
      if (oldPids[i] != 0) {
        int at = find(oldPids[i]);
        pids[at] = oldPids[i];
        depths[at] = oldDepths[i];
        handled[at] = oldHandled[i];
      }
    }
  }
}
