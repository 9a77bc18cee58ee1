package understudy.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/// One worker fills its queue and takes from it, others steal.
public class RunQueueStress {
  private static final List<Cell> CELLS =
      IntStream.range(0, 6).mapToObj(_ -> Stage.waiting(_ -> {})).toList();

  /// Every process is taken once, whoever takes it, also from the place of the one woken last.
  @JCStressTest
  @Outcome(id = "each once", expect = Expect.ACCEPTABLE, desc = "none lost, none twice")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class Stealing {
    private final RunQueue queue = new RunQueue();
    private final List<Cell> owned = new ArrayList<>();
    private final List<Cell> stolen = new ArrayList<>();

    @Actor
    public void owner() {
      for (Cell cell : CELLS) {
        Cell displaced = queue.wake(cell);
        if (displaced != null) {
          queue.add(displaced);
        }
      }
      keep(owned, queue.takeNext());
      keep(owned, queue.take());
    }

    @Actor
    public void thief() {
      keep(stolen, queue.take());
      keep(stolen, queue.takeNext());
      keep(stolen, queue.take());
    }

    @Arbiter
    public void arbiter(L_Result r) {
      var left = new ArrayList<Cell>();
      keep(left, queue.takeNext());
      for (Cell cell = queue.take(); cell != null; cell = queue.take()) {
        left.add(cell);
      }
      List<Cell> all =
          Stream.of(owned, stolen, left)
              .flatMap(List::stream)
              .sorted((one, other) -> one.pid.compareTo(other.pid))
              .toList();
      r.r1 = all.equals(CELLS) ? "each once" : all.size() + " taken";
    }

    private static void keep(List<Cell> where, @Nullable Cell cell) {
      if (cell != null) {
        where.add(cell);
      }
    }
  }
}
