package understudy.bench.threads;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import understudy.bench.Benchmark;
import understudy.bench.Heap;
import understudy.bench.Load;
import understudy.bench.Watch;

/// What an idle thread with its queue costs: heap after collection with all alive, less heap
/// before. Each has taken a message.
final class MemoryBenchmark implements Benchmark {
  private final Load load;

  MemoryBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var all = new Mailbox[load.processes()];
    var taken = new CountDownLatch(load.processes());
    long before = Heap.afterCollection();
    for (int i = 0; i < all.length; i++) {
      all[i] =
          Mailbox.start(own -> {
            while (true) {
              own.receive();
              taken.countDown();
            }
          });
      all[i].send("go");
    }
    Mailbox.await(taken);
    watch.value((double) (Heap.afterCollection() - before) / load.processes());
    Mailbox.end(Arrays.asList(all));
  }
}
