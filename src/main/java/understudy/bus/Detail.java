package understudy.bus;

import understudy.event.RuntimeEvent;

/// How much of what happens is made into events.
public enum Detail {
  /// Nothing.
  OFF,
  /// Everything that changes who exists and who supervises whom, no messages.
  LIFECYCLE,
  /// Everything.
  MESSAGES;

  boolean wants(Class<? extends RuntimeEvent> kind) {
    return switch (this) {
      case OFF -> false;
      case LIFECYCLE -> kind != RuntimeEvent.Sent.class && kind != RuntimeEvent.Received.class;
      case MESSAGES -> true;
    };
  }
}
