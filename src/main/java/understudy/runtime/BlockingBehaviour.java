package understudy.runtime;

import understudy.event.ExitReason.Atom;

/// A process that runs a body to its end.
record BlockingBehaviour(String name, Body body) implements Behaviour {
  @Override
  public void start(Self self) throws Exception {
    body.run(self);
    throw new Exit(Atom.NORMAL);
  }

  @Override
  public void handle(Self self, Object message) {
    throw new IllegalStateException(name + " ended in its start and cannot handle " + message);
  }

  @Override
  public boolean blocks() {
    return true;
  }
}
