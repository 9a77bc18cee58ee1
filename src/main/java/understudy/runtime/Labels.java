package understudy.runtime;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import understudy.event.RuntimeEvent.Sent;

/// Messages as a person sees them, bounded in length.
///
/// To make the text of a message costs more than to send it. It is the same when the message is
/// sent and when it is received, as a message is a value, so the texts of those sent last are
/// remembered until then; not the messages. Safe on any thread.
final class Labels {
  private static final int LONGEST = 160;

  /// How many are remembered; a power of two.
  private static final int REMEMBERED = 1 << 12;

  /// By the message's number; who races only makes a text twice. None before the first message that
  /// is watched.
  private final AtomicReference<@Nullable Sent @Nullable []> sent = new AtomicReference<>();

  /// Remembers how the message looks that was just sent.
  void remember(Sent event) {
    @Nullable Sent[] known = sent.get();
    if (known == null) {
      known = new @Nullable Sent[REMEMBERED];
      sent.set(known);
    }
    known[place(event.messageId())] = event;
  }

  /// {@return the text of `message`, as it was when it was sent}
  ///
  /// @param id the message's number; 0 if nobody watched then
  String of(long id, Object message) {
    @Nullable Sent[] known = sent.get();
    Sent last = known == null ? null : known[place(id)];
    return id != 0 && last != null && last.messageId() == id ? last.label() : of(message);
  }

  private static int place(long id) {
    return (int) id & (REMEMBERED - 1);
  }

  /// {@return the text of `message`; a `toString` that fails is named, not followed}
  static String of(Object message) {
    String text;
    try {
      text = String.valueOf(message);
    } catch (Throwable e) {
      text =
          message.getClass().getSimpleName()
              + " (its toString threw "
              + e.getClass().getSimpleName()
              + ")";
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
