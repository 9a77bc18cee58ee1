package understudy.viewmodel;

/// The big numbers.
///
/// @param processes alive now
/// @param supervisors how many of them supervise
/// @param zombies how many dead ones have code that still runs
/// @param zombieText about them in words, empty if there is none
/// @param messagesPerSecond sent in the last second of the world's time
/// @param messages sent since the start
/// @param waiting messages in all mailboxes
/// @param deepest depth of the fullest mailbox
/// @param deepestName who has it, empty if all are empty
/// @param deepestSlot the place of that process, -1 if none
/// @param restarts since the start
/// @param restartsLately within the last ten seconds of the world's time
/// @param crashesLately within the last five seconds of the world's time
/// @param nanos the world's time
/// @param machine what the machine is doing
public record Strip(
    int processes,
    int supervisors,
    int zombies,
    String zombieText,
    long messagesPerSecond,
    long messages,
    long waiting,
    int deepest,
    String deepestName,
    int deepestSlot,
    long restarts,
    int restartsLately,
    int crashesLately,
    long nanos,
    Machine machine) {
  /// Nothing has happened.
  public static final Strip ZERO =
      new Strip(0, 0, 0, "", 0, 0, 0, 0, "", -1, 0, 0, 0, 0, Machine.UNKNOWN);
}
