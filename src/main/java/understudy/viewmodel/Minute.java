package understudy.viewmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The last minute of the world's time in buckets: messages, restarts, waiting messages.
///
/// One writer. Time that goes backwards (another source was opened) starts a new minute.
final class Minute {
  static final long BUCKET_NANOS = 100_000_000L;
  private static final int BUCKETS = 600;
  private static final int MOST_MARKS = 400;

  private final int[] messages = new int[BUCKETS];
  private final int[] restarts = new int[BUCKETS];
  private final int[] depth = new int[BUCKETS];
  private final int[] crashes = new int[BUCKETS];
  private final Level[] worst = new Level[BUCKETS];
  private long newest;

  Minute() {
    Arrays.fill(depth, -1);
    Arrays.fill(worst, Level.INFO);
  }

  void advance(long nanos) {
    long bucket = nanos / BUCKET_NANOS;
    if (bucket < newest) {
      return;
    }
    int last = depth[(int) (newest % BUCKETS)];
    for (long b = Math.max(newest + 1, bucket - BUCKETS + 1); b <= bucket; b++) {
      int i = (int) (b % BUCKETS);
      messages[i] = 0;
      restarts[i] = 0;
      crashes[i] = 0;
      worst[i] = Level.INFO;
      depth[i] = last;
    }
    newest = bucket;
  }

  void message() {
    messages[(int) (newest % BUCKETS)]++;
  }

  void restart() {
    restarts[(int) (newest % BUCKETS)]++;
  }

  void mark(Level level) {
    int i = (int) (newest % BUCKETS);
    crashes[i] += level == Level.CRASH ? 1 : 0;
    worst[i] = level.compareTo(worst[i]) > 0 ? level : worst[i];
  }

  void depth(int total) {
    depth[(int) (newest % BUCKETS)] = total;
  }

  void recall(long nanos, long sent, long waiting, long restarted, long crashed, Level level) {
    advance(nanos);
    int i = (int) (newest % BUCKETS);
    messages[i] = (int) Math.min(Integer.MAX_VALUE, messages[i] + sent);
    restarts[i] = (int) Math.min(Integer.MAX_VALUE, restarts[i] + restarted);
    crashes[i] = (int) Math.min(Integer.MAX_VALUE, crashes[i] + crashed);
    depth((int) Math.min(Integer.MAX_VALUE, waiting));
    worst[i] = level.compareTo(worst[i]) > 0 ? level : worst[i];
  }

  long messagesInLastSecond() {
    return sum(messages, 10);
  }

  int restartsInLastTenSeconds() {
    return (int) sum(restarts, 100);
  }

  int crashesInLastFiveSeconds() {
    return (int) sum(crashes, 50);
  }

  private long sum(int[] column, int buckets) {
    long sum = 0;
    for (long b = newest; b > newest - buckets && b >= 0; b--) {
      sum += column[(int) (b % BUCKETS)];
    }
    return sum;
  }

  Timeline timeline() {
    List<Integer> values = new ArrayList<>(BUCKETS);
    List<Integer> sent = new ArrayList<>(BUCKETS);
    List<Timeline.Mark> marks = new ArrayList<>();
    for (long b = newest - BUCKETS + 1; b <= newest; b++) {
      int i = (int) Math.floorMod(b, (long) BUCKETS);
      values.add(b < 0 ? -1 : depth[i]);
      sent.add(b < 0 ? 0 : messages[i]);
      if (b >= 0 && worst[i] != Level.INFO && marks.size() < MOST_MARKS) {
        marks.add(new Timeline.Mark(b * BUCKET_NANOS, worst[i]));
        if (restarts[i] > 0 && worst[i] != Level.RESTART) {
          marks.add(new Timeline.Mark(b * BUCKET_NANOS, Level.RESTART));
        }
      }
    }
    return new Timeline((newest + 1) * BUCKET_NANOS, BUCKET_NANOS, values, sent, marks);
  }
}
