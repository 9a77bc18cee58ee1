package understudy.otp;

import java.util.Optional;
import understudy.event.Pid;
import understudy.runtime.Self;

/// A key of a unique registry as a server's name.
record RegistryKey<K, V>(Registry<K, V> registry, K key, V value) implements Via {
  @Override
  public Optional<Pid> whereis(Self self) {
    return registry.lookup(self, key).stream().map(Registry.Entry::pid).findFirst();
  }

  @Override
  public Optional<Pid> register(Self self) {
    return registry.register(self, key, value);
  }

  @Override
  public void unregister(Self self) {
    registry.unregister(self, key);
  }

  @Override
  public String toString() {
    return "{via, Registry, {" + registry + ", " + key + "}}";
  }
}
