package understudy.recording;

import java.util.ArrayList;
import java.util.List;
import understudy.recording.Trend.Bucket;

/// Adds up what went on, a tenth of a second a bucket.
final class Trending {
  private final List<Bucket> done = new ArrayList<>();
  private long begin = Long.MAX_VALUE;
  private long end = Long.MIN_VALUE;
  private boolean empty = true;
  private long sent;
  private long waiting;
  private long restarts;
  private long crashes;
  private long gaveUp;
  private long lost;

  /// Time has come so far; `waitingNow` messages waited until then.
  void at(long nanos, long waitingNow) {
    if (nanos < begin || nanos >= end) {
      close(waitingNow);
      begin = Math.floorDiv(nanos, Trend.NANOS) * Trend.NANOS;
      end = begin + Trend.NANOS;
      empty = false;
    }
  }

  void sent() {
    sent++;
  }

  void restarts(long count) {
    restarts += count;
  }

  void crashed() {
    crashes++;
  }

  void gaveUp() {
    gaveUp++;
  }

  void lost(long count) {
    lost += Math.max(0, count);
  }

  private void close(long waitingNow) {
    waiting = waitingNow;
    if (!empty) {
      done.add(new Bucket(begin / Trend.NANOS, sent, waiting, restarts, crashes, gaveUp, lost));
    }
    sent = 0;
    restarts = 0;
    crashes = 0;
    gaveUp = 0;
    lost = 0;
    empty = true;
  }

  int size() {
    return done.size() + (empty ? 0 : 1);
  }

  /// {@return what went on since it was asked before}
  List<Bucket> take(long waitingNow) {
    close(waitingNow);
    begin = Long.MAX_VALUE;
    end = Long.MIN_VALUE;
    List<Bucket> taken = List.copyOf(done);
    done.clear();
    return taken;
  }
}
