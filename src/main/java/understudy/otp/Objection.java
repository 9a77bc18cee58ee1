package understudy.otp;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Int;
import understudy.event.ExitReason.Text;
import understudy.event.RestartType;

/// What a supervisor refuses before it starts any child (SUP-05), in OTP's own terms. The first
/// thing that is wrong is the one that is told.
final class Objection {
  private Objection() {}

  /// {@return what a supervisor with fixed children exits with instead of starting, if anything}
  static Optional<ExitReason> toStart(SupervisorFlags flags, List<ChildSpec> specs) {
    return toFlags(flags.maxRestarts(), flags.periodSeconds())
        .map(wrong -> of("supervisor_data", wrong))
        .or(() -> toAll(flags.autoShutdown(), specs).map(wrong -> of("start_spec", wrong)));
  }

  /// {@return what a supervisor of children without ids exits with instead of starting, if
  /// anything}
  static Optional<ExitReason> toStart(DynamicFlags flags) {
    return toFlags(flags.maxRestarts(), flags.periodSeconds())
        .or(() ->
            flags.maxChildren() < 0
                ? Optional.of(of("invalid_max_children", new Int(flags.maxChildren())))
                : Optional.empty())
        .map(wrong -> of("supervisor_data", wrong))
        .or(() ->
            flags
                .template()
                .flatMap(template -> toChild(flags.autoShutdown(), template))
                .map(wrong -> of("start_spec", wrong)));
  }

  private static Optional<ExitReason> toFlags(int maxRestarts, int periodSeconds) {
    if (maxRestarts < 0) {
      return Optional.of(of("invalid_intensity", new Int(maxRestarts)));
    }
    return periodSeconds < 1
        ? Optional.of(of("invalid_period", new Int(periodSeconds)))
        : Optional.empty();
  }

  private static Optional<ExitReason> toAll(AutoShutdown auto, List<ChildSpec> specs) {
    var ids = new HashSet<String>();
    return specs.stream()
        .flatMap(spec -> {
          var wrong = toChild(auto, spec);
          boolean duplicate = !ids.add(spec.id());
          return wrong.isEmpty() && duplicate
              ? Optional.of(of("duplicate_child_name", new Atom(spec.id()))).stream()
              : wrong.stream();
        })
        .findFirst();
  }

  /// {@return what is wrong with one specification, if anything (AUT-11, AUT-12)}
  static Optional<ExitReason> toChild(AutoShutdown auto, ChildSpec spec) {
    if (spec.significant() && auto == AutoShutdown.NEVER) {
      return Optional.of(of("bad_combination", new Text("auto_shutdown never, significant true")));
    }
    if (spec.significant() && spec.restart() == RestartType.PERMANENT) {
      return Optional.of(of("bad_combination", new Text("restart permanent, significant true")));
    }
    return toShutdown(spec, 0);
  }

  /// {@return what a DynamicSupervisor finds wrong with a child, if anything; it wants time for the
  /// shutdown, and knows no significant children}
  static Optional<ExitReason> toDynamicChild(ChildSpec spec) {
    return toShutdown(spec, 1);
  }

  private static Optional<ExitReason> toShutdown(ChildSpec spec, long leastMillis) {
    return spec.shutdown() instanceof ShutdownTime.Within(var time) && time.toMillis() < leastMillis
        ? Optional.of(of("invalid_shutdown", new Int(time.toMillis())))
        : Optional.empty();
  }

  private static ExitReason of(String what, ExitReason which) {
    return ExitReason.tuple(new Atom(what), which);
  }
}
