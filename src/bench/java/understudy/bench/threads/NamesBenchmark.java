package understudy.bench.threads;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// One thread looks up the names of many queues in a concurrent map.
final class NamesBenchmark implements Benchmark {
  private final Load load;
  private final List<String> names;
  private final Map<String, Mailbox> registered = new ConcurrentHashMap<>();

  NamesBenchmark(Load load) {
    this.load = load;
    this.names = IntStream.range(0, load.processes()).mapToObj(i -> "name-" + i).toList();
    names.forEach(name -> registered.put(name, Mailbox.start(Mailbox::receive)));
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    watch.start();
    Mailbox.start(_ -> {
      int at = 0;
      for (long left = load.operations(); left > 0; left--) {
        if (!registered.containsKey(names.get(at))) {
          throw new IllegalStateException("nobody is '" + names.get(at) + "'");
        }
        at = at + 1 == names.size() ? 0 : at + 1;
      }
      done.countDown();
    });
    Mailbox.await(done);
    watch.stop(load.operations());
  }
}
