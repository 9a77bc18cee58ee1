package understudy.bench.ours;

import java.util.List;
import java.util.concurrent.CountDownLatch;
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

/// A process in the blocking style calls a supervised, registered server, one call after another.
final class CallBenchmark implements Benchmark {
  private static final String SERVER = "echo";

  private final Vm vm = Live.vm();
  private final Load load;

  CallBenchmark(Load load) {
    this.load = load;
    superviseEcho(vm);
  }

  /// Starts a supervisor with an echo server.
  static void superviseEcho(Vm vm) {
    vm.spawn(
        Supervisor.process(
            SupervisorFlags.of(Strategy.ONE_FOR_ONE),
            List.of(ChildSpec.worker(SERVER, () -> GenServer.process(SERVER, EchoServer::new)))));
    while (vm.whereis(SERVER).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  /// {@return the echo server}
  static Pid echo(Self self) {
    return self.whereis(SERVER).orElseThrow();
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    watch.start();
    vm.spawn(
        Behaviour.of(
            "client",
            self -> {
              Pid server = echo(self);
              for (long i = 0; i < load.operations(); i++) {
                GenServer.call(self, server, i);
              }
              done.countDown();
            }));
    Live.await(done);
    watch.stop(load.operations());
  }
}
