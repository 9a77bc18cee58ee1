package understudy.runtime;

/// Unwinds the code of a process that is already dead.
///
/// An `Error`, so that a handler which catches `Exception` does not hold on to a dead process.
/// Whatever code still runs after it has no effect on anybody (EXI-15).
final class ProcessDead extends Error {
  private static final long serialVersionUID = 1L;

  ProcessDead() {
    super("this process is dead", null, false, false);
  }
}
