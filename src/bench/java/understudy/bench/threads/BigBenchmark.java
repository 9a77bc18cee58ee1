package understudy.bench.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// Everybody pings everybody else and answers every ping.
final class BigBenchmark implements Benchmark {
  record Everybody(List<Mailbox> all) {}

  record Ping(Mailbox from) {}

  record Pong() {}

  private final Load load;

  BigBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    int members = load.processes();
    var done = new CountDownLatch(members);
    List<Mailbox> all = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      all.add(Mailbox.start(own -> play(own, members - 1, done)));
    }
    var everybody = new Everybody(List.copyOf(all));
    watch.start();
    all.forEach(member -> member.send(everybody));
    Mailbox.await(done);
    watch.stop(2L * members * (members - 1));
    Mailbox.end(all);
  }

  private static void play(Mailbox own, int others, CountDownLatch done)
      throws InterruptedException {
    int waiting = others;
    while (true) {
      switch (own.receive()) {
        case Ping(Mailbox from) -> from.send(new Pong());
        case Pong _ -> {
          if (--waiting == 0) {
            done.countDown();
          }
        }
        case Everybody(List<Mailbox> all) -> {
          for (Mailbox other : all) {
            if (other != own) {
              other.send(new Ping(own));
            }
          }
        }
        default -> throw new IllegalArgumentException("not for big");
      }
    }
  }
}
