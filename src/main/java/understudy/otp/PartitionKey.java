package understudy.otp;

import java.util.Optional;
import understudy.event.Pid;
import understudy.runtime.Self;

/// The partition to which a key leads.
record PartitionKey(String supervisor, Object key) implements Via {
  @Override
  public Optional<Pid> whereis(Self self) {
    return PartitionRoutes.of(self, supervisor)
        .map(routes -> routes.to(key))
        .filter(self::seemsAlive);
  }

  @Override
  public Optional<Pid> register(Self self) {
    throw new IllegalArgumentException(
        this
            + " leads to a partition and cannot be taken as a name; use a registry's"
            + " key"); // PSV-06
  }

  @Override
  public void unregister(Self self) {}

  @Override
  public String toString() {
    return "{via, PartitionSupervisor, {" + supervisor + ", " + key + "}}";
  }
}
