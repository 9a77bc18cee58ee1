package understudy.player;

import java.util.List;
import understudy.runtime.Behaviour;
import understudy.runtime.Self;

/// Process code under the name that the script gives it: the root of a tree has no supervisor that
/// would say its id.
record Titled(String name, Behaviour behaviour) implements Behaviour {
  @Override
  public void start(Self self) throws Exception {
    behaviour.start(self);
  }

  @Override
  public void handle(Self self, Object message) throws Exception {
    behaviour.handle(self, message);
  }

  @Override
  public String state() {
    return behaviour.state();
  }

  @Override
  public List<String> understands() {
    return behaviour.understands();
  }
}
