package understudy.export;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

/// What each process knew of the others when something happened to it: vector clocks.
///
/// A clock has an entry a process that appears in the output; it counts the events of that process
/// which are written. Knowledge travels with messages, from parent to child at a spawn, from the
/// dead to the supervisor that takes notice, and with exit signals; also through processes and
/// events that are not written.
final class VectorClocks {
  private final Cast cast;
  private final Map<Role, Integer> entries = new HashMap<>();
  private final Map<Role, int[]> clocks = new HashMap<>();
  private final Map<Long, int[]> inFlight = new HashMap<>();
  private final Map<Pid, int[]> deaths = new HashMap<>();
  private final Map<Pid, int[]> signals = new HashMap<>();

  VectorClocks(Cast cast, List<Role> hosts) {
    this.cast = cast;
    hosts.forEach(host -> entries.put(host, entries.size()));
  }

  /// Takes an event, and ticks its subject's clock if it is written.
  ///
  /// @return the subject's clock, in the order of the hosts; not to be changed
  int[] after(Stamped stamped, boolean written) {
    RuntimeEvent event = stamped.event();
    Role subject = cast.role(event.subject());
    int[] clock = of(subject);
    learn(event, clock);
    if (written) {
      clock[Objects.requireNonNull(entries.get(subject))]++;
    }
    teach(stamped, clock);
    return clock;
  }

  private void learn(RuntimeEvent event, int[] clock) {
    if (event instanceof RuntimeEvent.Spawned said) {
      merge(clock, of(cast.role(said.parent())));
    } else if (event instanceof RuntimeEvent.Received said) {
      merge(clock, inFlight.remove(said.messageId()));
    } else if (event instanceof RuntimeEvent.ChildExited said) {
      merge(clock, deaths.remove(said.child()));
    } else if (event instanceof RuntimeEvent.ChildStopped said) {
      merge(clock, deaths.remove(said.child()));
    } else if (event instanceof RuntimeEvent.Terminating || event instanceof RuntimeEvent.Exited) {
      merge(clock, signals.remove(event.subject()));
    }
  }

  private void teach(Stamped stamped, int[] clock) {
    RuntimeEvent event = stamped.event();
    if (event instanceof RuntimeEvent.Sent said) {
      if (cast.role(said.to()).livesAt(stamped)) {
        inFlight.put(said.messageId(), clock.clone());
      }
    } else if (event instanceof RuntimeEvent.ExitSignalled said) {
      merge(signals.computeIfAbsent(said.to(), _ -> new int[entries.size()]), clock);
    } else if (event instanceof RuntimeEvent.Exited said) {
      if (cast.role(said.subject()).supervisor.isPresent()) {
        deaths.put(said.subject(), clock.clone());
      }
    }
  }

  private int[] of(Role role) {
    return clocks.computeIfAbsent(role, _ -> new int[entries.size()]);
  }

  private static void merge(int[] clock, int @Nullable [] other) {
    if (other != null) {
      Arrays.setAll(clock, i -> Math.max(clock[i], other[i]));
    }
  }
}
