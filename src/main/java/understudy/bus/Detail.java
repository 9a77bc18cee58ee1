package understudy.bus;

/// How much of what happens is made into events.
public enum Detail {
  /// Nothing; nobody watches.
  OFF,
  /// No events: whoever watches asks the runtime's own counters, which cost the same whether they
  /// are read or not, such as how many processes are alive and how deep a mailbox is.
  COUNTERS,
  /// Everything that changes who exists and who supervises whom, no messages.
  LIFECYCLE,
  /// Everything.
  MESSAGES
}
