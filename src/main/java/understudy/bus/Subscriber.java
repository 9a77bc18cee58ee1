package understudy.bus;

/// A listener to the stream.
@FunctionalInterface
public interface Subscriber {
  /// Takes the next events.
  ///
  /// Called on the pump thread, or on the thread that calls [EventBus#pump()], never on two at
  /// once. The bus waits for it, so it must be quick. If it throws, it is unsubscribed.
  ///
  /// @param batch the events that follow those of the call before
  void accept(Batch batch);
}
