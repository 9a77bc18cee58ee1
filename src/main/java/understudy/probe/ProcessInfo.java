package understudy.probe;

import java.util.List;
import java.util.Optional;
import understudy.event.Pid;

/// What is known of one process at one moment.
///
/// @param pid the process
/// @param name its registered name
/// @param behaviour what it runs, as shown
/// @param status what it is doing
/// @param mailboxDepth messages waiting
/// @param links linked processes, in pid order
/// @param monitors processes it watches, in pid order, one entry a monitor
/// @param monitoredBy processes that watch it, in pid order, one entry a monitor
/// @param trapExit whether exit signals reach it as messages
/// @param spawnedNanos the runtime's time at which it was spawned, in nanoseconds
/// @param state the text of its state, bounded in length; empty where it has none
/// @param mailbox labels of the oldest messages, at most [#MAILBOX_SHOWN]
/// @param waiting who sent each of `mailbox`; empty where that is not known
/// @param understands labels of messages that a person may send it
public record ProcessInfo(
    Pid pid,
    Optional<String> name,
    String behaviour,
    Status status,
    int mailboxDepth,
    List<Pid> links,
    List<Pid> monitors,
    List<Pid> monitoredBy,
    boolean trapExit,
    long spawnedNanos,
    String state,
    List<String> mailbox,
    List<Waiting> waiting,
    List<String> understands) {
  /// How many messages of a mailbox are listed at most.
  public static final int MAILBOX_SHOWN = 32;

  /// A message that waits.
  ///
  /// @param number the number of its sending, 0 if nobody watched
  /// @param from who sent it, nobody if it came from outside
  public record Waiting(long number, Pid from) {}

  /// Where nobody knows who sent what waits.
  ///
  /// @param pid the process
  /// @param name its registered name
  /// @param behaviour what it runs, as shown
  /// @param status what it is doing
  /// @param mailboxDepth messages waiting
  /// @param links linked processes, in pid order
  /// @param monitors processes it watches, in pid order, one entry a monitor
  /// @param monitoredBy processes that watch it, in pid order, one entry a monitor
  /// @param trapExit whether exit signals reach it as messages
  /// @param spawnedNanos the runtime's time at which it was spawned, in nanoseconds
  /// @param state the text of its state, bounded in length; empty where it has none
  /// @param mailbox labels of the oldest messages, at most [#MAILBOX_SHOWN]
  /// @param understands labels of messages that a person may send it
  public ProcessInfo(
      Pid pid,
      Optional<String> name,
      String behaviour,
      Status status,
      int mailboxDepth,
      List<Pid> links,
      List<Pid> monitors,
      List<Pid> monitoredBy,
      boolean trapExit,
      long spawnedNanos,
      String state,
      List<String> mailbox,
      List<String> understands) {
    this(
        pid,
        name,
        behaviour,
        status,
        mailboxDepth,
        links,
        monitors,
        monitoredBy,
        trapExit,
        spawnedNanos,
        state,
        mailbox,
        List.of(),
        understands);
  }
}
