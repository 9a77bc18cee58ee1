package understudy.otp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.runtime.Behaviour;
import understudy.runtime.Self;

/// Starts children, and starts them again when they die (SUP, RST, INT, ESC, SHD rules).
///
/// The methods that ask a supervisor wait for its answer without limit (SUP-44) and block the
/// calling process only.
public final class Supervisor {
  /// Long enough to mean without limit.
  static final Duration WITHOUT_LIMIT = Duration.ofDays(3650);

  private Supervisor() {}

  /// {@return the process code of a supervisor}
  ///
  /// @param flags how it behaves
  /// @param children started in this order (SUP-01)
  public static Behaviour process(SupervisorFlags flags, List<ChildSpec> children) {
    return new SupervisorProcess(Optional.empty(), flags, children);
  }

  /// {@return the process code of a supervisor that takes a name before its children start}
  ///
  /// @param registered the name
  /// @param flags how it behaves
  /// @param children started in this order
  public static Behaviour process(
      String registered, SupervisorFlags flags, List<ChildSpec> children) {
    return new SupervisorProcess(Optional.of(registered), flags, children);
  }

  /// {@return the process code of a supervisor of children without ids (DYN and S14 rules)}
  ///
  /// @param flags how it behaves
  public static Behaviour dynamic(DynamicFlags flags) {
    return new DynamicProcess(Optional.empty(), flags);
  }

  /// {@return the same, taking a name}
  ///
  /// @param registered the name
  /// @param flags how it behaves
  public static Behaviour dynamic(String registered, DynamicFlags flags) {
    return new DynamicProcess(Optional.of(registered), flags);
  }

  /// Starts a supervisor with a link and waits until its whole tree runs (SUP-30).
  ///
  /// @param self the starter; a failing start ends it unless it traps exits
  /// @param process from [#process] or [#dynamic]
  /// @return how it went
  public static StartResult startLink(Self self, Behaviour process) {
    return Starting.start(self, process, true, Optional.empty());
  }

  /// Adds a child at the end of the order and starts it (ADM-01, ADM-02, ADM-09).
  ///
  /// @param self the caller
  /// @param supervisor who is asked
  /// @param spec the child
  /// @return `{ok, Pid}`, `{ok, undefined}`, `ignore` or `{error, Reason}`
  public static ChildResult startChild(Self self, Pid supervisor, ChildSpec spec) {
    return (ChildResult) ask(self, supervisor, new SupervisorRequest.StartChild(spec));
  }

  /// Stops a child and does not start it again (ADM-03, ADM-04, ADM-07).
  ///
  /// @param self the caller
  /// @param supervisor who is asked
  /// @param id the child
  /// @return `ok` or `{error, not_found}`
  public static ChildResult terminateChild(Self self, Pid supervisor, String id) {
    return (ChildResult) ask(self, supervisor, new SupervisorRequest.TerminateChild(id));
  }

  /// Stops a child of a supervisor without ids, and forgets it (S14-04, DYN-04).
  ///
  /// @param self the caller
  /// @param supervisor who is asked
  /// @param child its process
  /// @return `ok` or `{error, not_found}`
  public static ChildResult terminateChild(Self self, Pid supervisor, Pid child) {
    return (ChildResult) ask(self, supervisor, new SupervisorRequest.TerminatePid(child));
  }

  /// Starts a child that has no process (ADM-05).
  ///
  /// @param self the caller
  /// @param supervisor who is asked
  /// @param id the child
  /// @return as for [#startChild]
  public static ChildResult restartChild(Self self, Pid supervisor, String id) {
    return (ChildResult) ask(self, supervisor, new SupervisorRequest.RestartChild(id));
  }

  /// Forgets a child that has no process (ADM-08).
  ///
  /// @param self the caller
  /// @param supervisor who is asked
  /// @param id the child
  /// @return `ok` or `{error, Reason}`
  public static ChildResult deleteChild(Self self, Pid supervisor, String id) {
    return (ChildResult) ask(self, supervisor, new SupervisorRequest.DeleteChild(id));
  }

  /// {@return the children, in reverse start order (ADM-12)}
  ///
  /// @param self the caller
  /// @param supervisor who is asked
  @SuppressWarnings("unchecked")
  public static List<ChildInfo> whichChildren(Self self, Pid supervisor) {
    return (List<ChildInfo>) ask(self, supervisor, new SupervisorRequest.WhichChildren());
  }

  /// {@return how many children there are (ADM-11)}
  ///
  /// @param self the caller
  /// @param supervisor who is asked
  public static ChildCounts countChildren(Self self, Pid supervisor) {
    return (ChildCounts) ask(self, supervisor, new SupervisorRequest.CountChildren());
  }

  /// Stops a supervisor in order and waits until it is dead (SUP-33).
  ///
  /// @param self the caller
  /// @param supervisor who is to stop
  /// @param reason what it shall exit with
  public static void stop(Self self, Pid supervisor, ExitReason reason) {
    GenServer.stop(self, supervisor, reason);
  }

  private static Object ask(Self self, Pid supervisor, SupervisorRequest request) {
    return GenServer.call(self, supervisor, request, WITHOUT_LIMIT);
  }
}
