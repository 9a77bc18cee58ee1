package understudy.viewmodel;

/// The words for a row of a [Field] that is large enough to carry them.
///
/// @param row the row
/// @param name what a person calls it
/// @param pid its pid as printed
/// @param previousPid its predecessor's pid as printed, empty if it is the first in its place
/// @param detail the behaviour of a worker, the strategy of a supervisor
/// @param children how many children a supervisor has
/// @param restartsUsed restarts counted within the supervisor's period
/// @param restartsAllowed its intensity; 0 for a worker
/// @param periodSeconds the period in which they are counted; 0 for a worker
/// @param lastExit why the last process in its place ended, in a few words; empty if none did
/// @param busy whether it is in the middle of a message
/// @param waits how long until it is started again, empty unless its restart waits
public record Card(
    int row,
    String name,
    String pid,
    String previousPid,
    String detail,
    int children,
    int restartsUsed,
    int restartsAllowed,
    int periodSeconds,
    String lastExit,
    boolean busy,
    String waits) {}
