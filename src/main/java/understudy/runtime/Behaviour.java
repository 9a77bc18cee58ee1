package understudy.runtime;

import java.util.List;

/// What a process runs: its code, and the state that is its own.
///
/// One instance belongs to one process. Every method but [#name], [#state] and [#understands] is
/// called by the process itself, one call at a time. Whatever a method throws, `StackOverflowError`
/// included, ends this process and no other (PRC-03).
public interface Behaviour {
  /// Runs first, before any message.
  ///
  /// @param self the process's own door
  /// @throws Exception to end the process
  void start(Self self) throws Exception;

  /// Takes one message, the oldest in the mailbox.
  ///
  /// @param self the process's own door
  /// @param message the message
  /// @throws Exception to end the process
  void handle(Self self, Object message) throws Exception;

  /// {@return what this is, as shown to a person; safe on any thread}
  String name();

  /// {@return the text of the state, as shown to a person; may be asked on any thread while the
  /// process runs, so it must only read}
  default String state() {
    return "";
  }

  /// {@return messages that a person may want to send, as text; safe on any thread}
  default List<String> understands() {
    return List.of();
  }

  /// {@return whether this spends its life inside [#start], blocking in `receive`; such a process
  /// gets a virtual thread of its own on the live scheduler}
  default boolean blocks() {
    return false;
  }

  /// Process code in the blocking style.
  @FunctionalInterface
  interface Body {
    /// Runs to the end of the process; returning ends it with `normal` (PRC-01).
    ///
    /// @param self the process's own door
    /// @throws Exception to end the process
    void run(Self self) throws Exception;
  }

  /// {@return a process that runs `body` once, receiving by [Self#receive], and ends}
  ///
  /// @param name what it is, as shown
  /// @param body its code
  static Behaviour of(String name, Body body) {
    return new BlockingBehaviour(name, body);
  }
}
