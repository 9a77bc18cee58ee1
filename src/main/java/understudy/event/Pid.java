package understudy.event;

/// The identity of one incarnation of a process, for ever (PRC-06).
///
/// A bare number: holding a pid keeps nothing alive. Numbers are given out in spawn order from 1
/// within one `Vm`.
///
/// @param number 1 or more; 0 only for [#NONE]
public record Pid(long number) implements Comparable<Pid> {
  /// No process: the parent of a process that nobody in the system spawned.
  public static final Pid NONE = new Pid(0);

  /// Refuses a negative number.
  public Pid {
    if (number < 0) {
      throw new IllegalArgumentException("pid number must be 0 or more, got " + number);
    }
  }

  /// {@return whether this stands for no process}
  public boolean isNone() {
    return number == 0;
  }

  @Override
  public int compareTo(Pid other) {
    return Long.compare(number, other.number);
  }

  /// {@return the pid as Erlang prints it, for example `<0.42.0>`}
  @Override
  public String toString() {
    return "<0." + number + ".0>";
  }
}
