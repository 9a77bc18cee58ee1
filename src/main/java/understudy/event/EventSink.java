package understudy.event;

/// Where a runtime puts what happened.
///
/// Given to a runtime when it is built. Called on whatever thread the process runs on, so an
/// implementation must be safe on all of them, must never block and never throw. Events of one
/// process come in its own order.
public interface EventSink {
  /// Takes nothing.
  EventSink NONE =
      new EventSink() {
        @Override
        public boolean wants(Class<? extends RuntimeEvent> kind) {
          return false;
        }

        @Override
        public void emit(long nanos, RuntimeEvent event) {}
      };

  /// {@return whether events of `kind` should be made at all; asked before one is allocated, so it
  /// must be cheap}
  ///
  /// @param kind the record class of the event
  boolean wants(Class<? extends RuntimeEvent> kind);

  /// Takes one event.
  ///
  /// @param nanos the runtime's own time since its start, in nanoseconds: virtual on the stepped
  ///   scheduler; on the live one that of a message, and of a death, may be a millisecond too
  ///   early, as reading the clock for each would cost more than the message
  /// @param event what happened
  void emit(long nanos, RuntimeEvent event);

  /// Says that the calling thread will emit much.
  ///
  /// @return this sink for that thread alone, until it calls [#leave()] on it; may be cheaper
  default EventSink enter() {
    return this;
  }

  /// Ends what [#enter()] began; called on what that returned, which must not be used any more.
  default void leave() {}
}
