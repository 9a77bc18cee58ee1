package understudy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A phone by hand: says what it is told to, and waits for what it is to hear.
final class Caller implements WebSocket.Listener {
  /// How a connection ended.
  record End(int code, String reason) {}

  private static final long PATIENCE_SECONDS = 20;
  static final int ABNORMAL = 1006;

  private final BlockingQueue<Frame> heard = new LinkedBlockingQueue<>();
  private final List<Frame> passedOver = new ArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private final CompletableFuture<End> end = new CompletableFuture<>();
  private final boolean reads;
  private final WebSocket socket;
  private int refs;

  private Caller(HttpClient client, URI address, boolean reads) {
    this.reads = reads;
    this.socket = client.newWebSocketBuilder().buildAsync(address, this).join();
  }

  static Caller open(HttpClient client, Chat chat, String name) throws Exception {
    return new Caller(client, address(chat, name), true);
  }

  /// {@return a phone that never reads}
  static Caller deaf(HttpClient client, Chat chat, String name) throws Exception {
    return new Caller(client, address(chat, name), false);
  }

  static URI address(Chat chat, String name) throws Exception {
    return URI.create(
        chat.addresses().getLast().replace("http:", "ws:")
            + "socket/websocket?vsn=2.0.0&name="
            + URLEncoder.encode(name, StandardCharsets.UTF_8));
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (reads) {
      opened.request(Long.MAX_VALUE);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      heard.add(Frame.read(part.toString()).orElseThrow());
      part.setLength(0);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    end.complete(new End(code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    end.complete(new End(ABNORMAL, String.valueOf(error.getMessage())));
  }

  // ---- saying ----

  /// Says anything and returns its number.
  String say(@Nullable String joinRef, String topic, String event, String payload) {
    String ref = Integer.toString(++refs);
    raw(Frame.write(joinRef, ref, topic, event, payload));
    return ref;
  }

  void raw(String text) {
    socket.sendText(text, true).join();
  }

  /// Asks to join and returns the number of the join.
  String ask(String room, String payload) {
    String ref = Integer.toString(refs + 1);
    return say(ref, Room.topicOf(room), "phx_join", payload);
  }

  /// Joins, again if the room is just being restarted, and returns the number of the join.
  String join(String room, String name) throws InterruptedException {
    while (true) {
      String ref = ask(room, "{\"name\":" + Frame.quote(name) + "}");
      Frame word = await("the answer to " + ref, each -> ref.equals(each.ref()));
      if (!word.event().equals("phx_error")) {
        assertThat(word.text("status")).as(word.toString()).isEqualTo("ok");
        return ref;
      }
    }
  }

  String message(String joinRef, String room, String body) {
    return say(joinRef, Room.topicOf(room), "new_msg", "{\"body\":" + Frame.quote(body) + "}");
  }

  void hangUp() {
    socket.abort();
  }

  // ---- hearing ----

  /// {@return the status and the response of the answer to `ref`}
  String answer(String ref) throws InterruptedException {
    Frame frame =
        await(
            "the answer to " + ref,
            each -> each.event().equals("phx_reply") && ref.equals(each.ref()));
    return frame.text("status") + " " + frame.payload().path("response");
  }

  /// {@return the payload of the next `event`}
  String next(String event) throws InterruptedException {
    return await(event, each -> each.event().equals(event)).payload().toString();
  }

  Frame await(String what, Predicate<Frame> wanted) throws InterruptedException {
    while (true) {
      Frame frame = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("waited for " + what + ", got only " + passedOver);
      }
      if (wanted.test(frame)) {
        return frame;
      }
      passedOver.add(frame);
    }
  }

  /// {@return the bodies of the next messages}
  List<String> bodies(int count) throws InterruptedException {
    var bodies = new ArrayList<String>();
    while (bodies.size() < count) {
      bodies.add(await("new_msg", each -> each.event().equals("new_msg")).text("body"));
    }
    return bodies;
  }

  End end() throws Exception {
    return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  boolean isOpen() {
    return !end.isDone();
  }
}
