package understudy.chat;

import java.util.Optional;
import java.util.function.LongSupplier;
import understudy.runtime.Vm;

/// What all processes of one chat share: nothing that changes but tables.
///
/// @param vm where they run
/// @param ports the open sockets
/// @param ledger what was said
/// @param limits how much phones may ask
/// @param code what a user must know to join, if anything
/// @param wallClock milliseconds since 1970
/// @param run this run's own name: the ids of messages mean nothing in another
record Venue(
    Vm vm,
    Ports ports,
    Ledger ledger,
    ChatLimits limits,
    Optional<String> code,
    LongSupplier wallClock,
    String run) {}
