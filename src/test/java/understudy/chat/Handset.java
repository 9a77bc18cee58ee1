package understudy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import understudy.web.Peer;

/// A phone by hand at a [Rehearsal]: what it says is heard when the chat wants to hear more, and
/// what it is told is kept.
final class Handset implements Peer {
  final String name;
  private final Rehearsal chat;
  private final Port port;
  private final List<Frame> heard = new ArrayList<>();
  private final Deque<String> unsaid = new ArrayDeque<>();
  private final Deque<Runnable> unread = new ArrayDeque<>();
  private Optional<Farewell> end = Optional.empty();
  private boolean reads = true;
  private boolean isWanted;
  private int refs;

  Handset(Rehearsal chat, String name) {
    this.chat = chat;
    this.name = name;
    this.port = new Port(chat.vm, chat.venue.ports(), name);
    port.opened(this);
  }

  // ---- the other end ----

  @Override
  public String address() {
    return "127.0.0.1";
  }

  @Override
  public boolean write(String text, Runnable later) {
    if (end.isPresent()) {
      return true;
    }
    heard.add(Frame.read(text).orElseThrow());
    if (!reads) {
      unread.add(later);
    }
    return reads;
  }

  @Override
  public void next() {
    isWanted = true;
    speak();
  }

  @Override
  public void close(int code, String reason) {
    if (end.isEmpty()) {
      end = Optional.of(new Farewell(code, reason));
      port.closed(code, reason);
    }
  }

  // ---- the hand ----

  /// Reads no more.
  void deafen() {
    reads = false;
  }

  /// Reads again, also what has been waiting.
  void listen() {
    reads = true;
    while (!unread.isEmpty()) {
      unread.remove().run();
    }
    chat.idle();
  }

  /// The connection ends without a word.
  void hangUp() {
    close(1006, "");
    chat.idle();
  }

  void raw(String text) {
    unsaid.add(text);
    speak();
    chat.idle();
  }

  private void speak() {
    if (isWanted && end.isEmpty() && !unsaid.isEmpty()) {
      isWanted = false;
      port.text(unsaid.remove());
    }
  }

  /// Says anything, as part of its last join, and returns its number.
  String say(String topic, String event, String payload) {
    String ref = Integer.toString(++refs);
    raw(Frame.write(event.equals("phx_join") ? ref : join, ref, topic, event, payload));
    return ref;
  }

  private String join = "";

  /// Asks to join and returns the number of the join.
  String join(String room) {
    join = Integer.toString(refs + 1);
    return say("room:" + room, "phx_join", "{\"name\":" + Frame.quote(name) + "}");
  }

  String message(String room, String body) {
    return say("room:" + room, "new_msg", "{\"body\":" + Frame.quote(body) + "}");
  }

  // ---- what came of it ----

  /// {@return the answer to `ref`: its status, or how else it was answered; nothing if it was not}
  String answer(String ref) {
    return heard.stream()
        .filter(frame -> ref.equals(frame.ref()))
        .map(frame -> frame.event().equals("phx_reply") ? frame.text("status") : frame.event())
        .findFirst()
        .orElse("");
  }

  List<Frame> heard(String event) {
    return heard.stream().filter(frame -> frame.event().equals(event)).toList();
  }

  List<String> events() {
    return heard.stream().map(Frame::event).toList();
  }

  List<String> bodies() {
    return heard("new_msg").stream().map(frame -> frame.text("body")).toList();
  }

  void forget() {
    heard.clear();
  }

  Optional<Farewell> end() {
    return end;
  }

  void isOpen() {
    assertThat(end).as(name).isEmpty();
  }
}
