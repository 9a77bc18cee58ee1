package understudy.bench.ours;

import understudy.runtime.Behaviour;
import understudy.runtime.Self;

/// A process that has nothing to do before its first message.
abstract class Worker implements Behaviour {
  @Override
  public void start(Self self) throws Exception {}

  @Override
  public String name() {
    return getClass().getSimpleName();
  }
}
