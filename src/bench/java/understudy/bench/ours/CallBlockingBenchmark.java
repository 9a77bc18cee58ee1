package understudy.bench.ours;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.event.Pid;
import understudy.otp.ChildSpec;
import understudy.otp.GenServer;
import understudy.otp.Strategy;
import understudy.otp.Supervisor;
import understudy.otp.SupervisorFlags;
import understudy.runtime.Behaviour;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// A process in the blocking style calls a supervised, registered server, one call after another:
/// its thread waits.
final class CallBlockingBenchmark implements Benchmark {
  private static final String SUPERVISOR = "calls";

  private final Vm vm = Live.vm();
  private final Load load;

  CallBlockingBenchmark(Load load) throws InterruptedException {
    this.load = load;
    superviseEchoes(vm, load.processes());
  }

  /// Starts a supervisor with so many echo servers, each registered.
  static void superviseEchoes(Vm vm, int servers) throws InterruptedException {
    List<ChildSpec> specs =
        IntStream.range(0, servers)
            .mapToObj(
                i -> ChildSpec.worker(name(i), () -> GenServer.process(name(i), EchoServer::new)))
            .toList();
    var ready = new CountDownLatch(1);
    vm.spawn(
        Behaviour.of(
            "owner",
            self -> {
              Supervisor.startLink(
                  self,
                  Supervisor.process(SUPERVISOR, SupervisorFlags.of(Strategy.ONE_FOR_ONE), specs));
              ready.countDown();
              self.receive();
            }));
    Live.await(ready);
  }

  private static String name(int server) {
    return "echo-" + server;
  }

  /// {@return the echo servers}
  static List<Pid> echoes(Self self, int servers) {
    return IntStream.range(0, servers).mapToObj(i -> self.whereis(name(i)).orElseThrow()).toList();
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var ready = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    Pid client =
        vm.spawn(
            Behaviour.of(
                "client",
                self -> {
                  List<Pid> servers = echoes(self, load.processes());
                  ready.countDown();
                  self.receive();
                  int at = 0;
                  for (long i = 0; i < load.operations(); i++) {
                    GenServer.call(self, servers.get(at), i);
                    at = at + 1 == servers.size() ? 0 : at + 1;
                  }
                  done.countDown();
                }));
    Live.await(ready);
    watch.start();
    vm.send(client, Live.GO);
    Live.await(done);
    watch.stop(load.operations());
  }
}
