package understudy.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What was said in every room, in memory and outside of all processes, as an ETS table that
/// outlives its writer: what was acknowledged is lost with the chat only, not with a process.
///
/// A room's page has one writer and reader, the room's `History` of the moment.
final class Ledger {
  /// What was said in one room.
  static final class Page {
    private final int kept;
    private final Deque<Message> messages = new ArrayDeque<>();
    private final Map<String, Long> keys = new HashMap<>();
    private long newest;

    private Page(int kept) {
      this.kept = kept;
    }

    /// {@return the number of the message that a phone knows as `key`, if it is still kept}
    synchronized Optional<Long> find(String key) {
      return Optional.ofNullable(keys.get(key));
    }

    synchronized Message write(String user, String body, long at, String key) {
      var message = new Message(newest + 1, user, body, at, key);
      messages.add(message);
      if (!key.isEmpty()) {
        keys.put(key, message.id());
      }
      newest = message.id();
      if (messages.size() > kept) {
        keys.remove(messages.remove().key());
      }
      return message;
    }

    /// {@return what was said after `id`, as far as it is kept}
    synchronized List<Message> after(long id) {
      return messages.stream().filter(message -> message.id() > id).toList();
    }

    synchronized long newest() {
      return newest;
    }
  }

  private final int kept;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();

  Ledger(int kept) {
    this.kept = kept;
  }

  Page page(String room) {
    return pages.computeIfAbsent(room, _ -> new Page(kept));
  }

  void forget(String room) {
    pages.remove(room);
  }
}
