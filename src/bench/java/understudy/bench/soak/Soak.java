package understudy.bench.soak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import understudy.event.EventSink;
import understudy.event.Pid;
import understudy.runtime.Vm;

/// Runs the mixed load for some minutes and checks that nothing was lost and nothing has grown.
///
/// `src/bench/soak` starts it. Exit status: 0 if all holds, 1 if not, 2 for bad usage.
public final class Soak {
  private static final int WORKERS = 200;
  private static final int CUSTOMERS = 4;
  private static final int MOST_MINUTES = 10_000;
  private static final long REST_SECONDS = 60;
  private static final int TOLERATED_THREADS = 2;
  private static final long THREADS_SECONDS = 120;

  private final Vm vm = Vm.live(EventSink.NONE);
  private final AtomicBoolean running = new AtomicBoolean(true);
  private final List<Paced> loads = new ArrayList<>();
  private final Trend trend = new Trend(0, 0.15);
  private final List<String> complaints = new ArrayList<>();
  private int residents;

  private Soak() {}

  /// Runs the soak.
  ///
  /// @param args `[--window] --minutes N`
  /// @throws InterruptedException if interrupted
  public static void main(String[] args) throws InterruptedException {
    boolean window = args.length > 0 && args[0].equals("--window");
    List<String> rest = Arrays.asList(args).subList(window ? 1 : 0, args.length);
    boolean sound =
        rest.size() == 2
            && rest.getFirst().equals("--minutes")
            && rest.getLast().matches("[1-9][0-9]{0,4}");
    if (!sound || Integer.parseInt(rest.getLast()) > MOST_MINUTES) {
      System.err.println(
          "soak: expected [--window] --minutes N with N from 1 to "
              + MOST_MINUTES
              + ", got '"
              + String.join(" ", args)
              + "'");
      System.exit(2);
    }
    int minutes = Integer.parseInt(rest.getLast());
    List<String> complaints = window ? new WindowSoak().run(minutes) : new Soak().run(minutes);
    complaints.forEach(complaint -> System.out.println("FAILED: " + complaint));
    System.out.println(complaints.isEmpty() ? "all holds" : complaints.size() + " complaints");
    System.exit(complaints.isEmpty() ? 0 : 1);
  }

  private List<String> run(int minutes) throws InterruptedException {
    int threads = Trend.threads();
    begin();
    System.out.println("minute  heap MB  processes  threads  starts  ends  timers  answers  calls");
    for (int minute = 1; minute <= minutes; minute++) {
      TimeUnit.MINUTES.sleep(1);
      look(minute);
    }
    rest();
    check(threads);
    vm.close();
    return complaints;
  }

  private void begin() {
    List<Pid> workers =
        IntStream.range(0, WORKERS)
            .mapToObj(i -> vm.spawn(new Traffic.Answering(i % 2 == 0)))
            .toList();
    var restarts = new Book("starts of servers");
    Shop.open(vm, restarts);
    residents = WORKERS + Shop.SERVERS + 1;
    loads.add(new Shop.Vandal(restarts, running));
    loads.add(new Churn(running));
    loads.add(new Alarms(running));
    loads.add(new Traffic(workers, running));
    for (int i = 0; i < CUSTOMERS; i++) {
      loads.add(new Shop.Customer(running));
    }
    loads.forEach(vm::spawn);
  }

  private void look(int minute) {
    System.out.printf(
        "%6d  %7.1f  %9d  %7d  %s%n",
        minute,
        trend.note(),
        vm.table().alive(),
        Trend.threads(),
        String.join("  ", loads.stream().map(load -> Long.toString(load.book.total())).toList()));
  }

  /// Every load ends by itself when its book balances.
  private void rest() throws InterruptedException {
    running.set(false);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(REST_SECONDS);
    while (vm.table().alive() > residents && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private void check(int threadsBefore) throws InterruptedException {
    for (Paced load : loads) {
      if (!load.book.balances()) {
        complaints.add("something was lost: " + load.book);
      }
    }
    if (vm.table().alive() != residents) {
      complaints.add("expected " + residents + " processes, found " + vm.table().alive());
    }
    for (int i = 0; i < Shop.SERVERS; i++) {
      if (vm.whereis(Shop.till(i)).isEmpty()) {
        complaints.add("nobody holds the name " + Shop.till(i));
      }
    }
    int threadsAfter = settledThreads(threadsBefore + TOLERATED_THREADS);
    if (threadsAfter > threadsBefore + TOLERATED_THREADS) {
      complaints.add(threadsBefore + " threads before the load, " + threadsAfter + " after it");
    }
    trend.complaint().ifPresent(complaints::add);
  }

  /// {@return how many platform threads there are once those that have nothing to do have had time
  /// to end: carriers of virtual threads wait half a minute for more}
  private static int settledThreads(int enough) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(THREADS_SECONDS);
    while (Trend.threads() > enough && System.nanoTime() < end) {
      TimeUnit.SECONDS.sleep(2);
    }
    return Trend.threads();
  }
}
