package understudy.event;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Why a process ended: any value (PRC-05), in the few shapes that Erlang terms need here.
///
/// Only `normal` and `kill` are special to the signal layer; `shutdown` and `{shutdown, _}` get
/// their meaning from supervisors. Immutable.
public sealed interface ExitReason {
  /// A constant that is its own name.
  ///
  /// @param name the text of the atom, without quotes
  record Atom(String name) implements ExitReason {
    /// The reason of a process that returned (PRC-01).
    public static final Atom NORMAL = new Atom("normal");

    /// The reason with which a supervisor asks a child to stop, and with which it gives up itself.
    public static final Atom SHUTDOWN = new Atom("shutdown");

    /// The untrappable request of `exit/2` (EXI-09).
    public static final Atom KILL = new Atom("kill");

    /// What a process that received [#KILL] ends with.
    public static final Atom KILLED = new Atom("killed");

    /// The reason of a signal from a process that is not there (LNK-07, MON-03).
    public static final Atom NOPROC = new Atom("noproc");

    @Override
    public String toString() {
      return name;
    }
  }

  /// A fixed number of values.
  ///
  /// @param elements in order; copied
  record Tuple(List<ExitReason> elements) implements ExitReason {
    /// Takes a copy.
    public Tuple {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      return elements.stream()
          .map(ExitReason::toString)
          .collect(Collectors.joining(", ", "{", "}"));
    }
  }

  /// A number.
  ///
  /// @param value as written
  record Int(long value) implements ExitReason {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /// The text of a value that has no closer shape, such as a Java exception's message.
  ///
  /// @param value as shown, without quotes
  record Text(String value) implements ExitReason {
    @Override
    public String toString() {
      return '"' + value + '"';
    }
  }

  /// A process inside a reason, as in `{already_started, Pid}`.
  ///
  /// @param pid the process meant
  record Ref(Pid pid) implements ExitReason {
    @Override
    public String toString() {
      return pid.toString();
    }
  }

  /// The stack trace that a run-time error carries (PRC-03).
  ///
  /// Two stacks are equal whatever their frames, so that reasons compare by what was raised. The
  /// text is made when somebody first asks for it: most crashes are only restarted. Safe on any
  /// thread.
  final class Stack implements ExitReason {
    private static final int FRAMES = 24;

    private volatile @Nullable Throwable thrown;
    private volatile String trace;

    /// A stack whose text is known.
    ///
    /// @param trace the frames, a line each; empty if none was kept
    public Stack(String trace) {
      this.trace = trace;
    }

    /// The stack of what was thrown.
    ///
    /// @param thrown kept until its text has been made
    public Stack(Throwable thrown) {
      this.thrown = thrown;
      this.trace = "";
    }

    /// {@return the frames, a line each; empty if none was kept}
    public String trace() {
      Throwable source = thrown;
      if (source != null) {
        trace = text(source.getStackTrace());
        thrown = null;
      }
      return trace;
    }

    private static String text(StackTraceElement[] frames) {
      var text = new StringBuilder();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        text.append(i == 0 ? "" : "\n").append("at ").append(frames[i]);
      }
      if (frames.length > FRAMES) {
        text.append("\n... ").append(frames.length - FRAMES).append(" more frames");
      }
      return text.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Stack;
    }

    @Override
    public int hashCode() {
      return Stack.class.hashCode();
    }

    @Override
    public String toString() {
      return "stack";
    }
  }

  /// {@return the atom called `name`}
  ///
  /// @param name its text
  static ExitReason atom(String name) {
    return switch (name) {
      case "normal" -> Atom.NORMAL;
      case "shutdown" -> Atom.SHUTDOWN;
      case "kill" -> Atom.KILL;
      case "killed" -> Atom.KILLED;
      case "noproc" -> Atom.NOPROC;
      default -> new Atom(name);
    };
  }

  /// {@return the tuple of `elements`}
  ///
  /// @param elements in order
  static ExitReason tuple(ExitReason... elements) {
    return new Tuple(List.of(elements));
  }

  /// {@return the reason of a process that raised `error` and did not catch it (PRC-03): the error
  /// with its stack}
  ///
  /// @param error what was raised
  /// @param trace its frames, a line each
  static ExitReason crash(ExitReason error, String trace) {
    return tuple(error, new Stack(trace));
  }

  /// {@return the reason of a process that raised `error` by throwing `thrown`}
  ///
  /// @param error what was raised
  /// @param thrown has the frames
  static ExitReason crash(ExitReason error, Throwable thrown) {
    return tuple(error, new Stack(thrown));
  }

  /// {@return whether a supervisor takes this for an orderly end: `normal`, `shutdown` or
  /// `{shutdown, _}` (RST-05)}
  default boolean isClean() {
    return equals(Atom.NORMAL)
        || equals(Atom.SHUTDOWN)
        || (this instanceof Tuple(var elements)
            && elements.size() == 2
            && elements.getFirst().equals(Atom.SHUTDOWN));
  }
}
