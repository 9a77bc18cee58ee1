package understudy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 6455 byte by byte: what is right is understood, what is wrong is closed with the right code,
/// and nobody else is disturbed.
class WebSocketTest {
  private static final Duration SHORT = Duration.ofMillis(400);

  private static final int LONG = 100_000;

  /// Says back what it hears.
  private static final class Echo implements Visitor {
    private final BlockingQueue<Integer> ends;
    private final AtomicReference<Peer> peer = new AtomicReference<>();

    Echo(BlockingQueue<Integer> ends) {
      this.ends = ends;
    }

    @Override
    public void opened(Peer other) {
      peer.set(other);
      other.next();
    }

    @Override
    public void text(String message) {
      if (message.equals("long")) {
        peer.get().write("a".repeat(LONG), () -> {});
      } else if (message.equals("bye")) {
        peer.get().close(1008, "ä".repeat(500));
      } else {
        peer.get().write(message, () -> {});
        peer.get().next();
      }
    }

    @Override
    public void closed(int code, String reason) {
      ends.add(code);
    }
  }

  private final BlockingQueue<Integer> ends = new LinkedBlockingQueue<>();
  private WebServer server = start(Duration.ofSeconds(20), Duration.ofSeconds(20), 100);

  private WebServer start(Duration handshake, Duration idle, int sockets) {
    try {
      return WebServer.start(
          "127.0.0.1",
          0,
          new WebLimits(sockets, 50, 1000, handshake, idle, 32 * 1024),
          new Site(Map.of("/", new Site.Asset("text/html", "hello"))),
          "/socket",
          handshakes ->
              handshakes.parameters().containsKey("no")
                  ? Optional.empty()
                  : Optional.of(new Echo(ends)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void restart(Duration handshake, Duration idle, int sockets) {
    server.close();
    server = start(handshake, idle, sockets);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private RawSocket open() throws IOException {
    return RawSocket.open(server.port());
  }

  /// {@return an open WebSocket that has been heard, so the server has counted it}
  private RawSocket known() throws IOException {
    var raw = open();
    raw.text("here");
    assertThat(raw.hear().text()).isEqualTo("here");
    return raw;
  }

  // ---- what is right ----

  @ParameterizedTest
  @CsvSource({
    "whole, 81 82 00000000 6869, hi",
    "masked, 81 82 01020304 696b, hi",
    "empty, 81 80 00000000, ''",
    "in two parts, 01 81 00000000 68 80 81 00000000 69, hi",
    "a ping between the parts, 01 81 00000000 68 89 80 00000000 80 81 00000000 69, hi",
    "an empty last part, 01 82 00000000 6869 80 80 00000000, hi",
    "a letter cut in two, 01 81 00000000 c3 80 81 00000000 a4, ä",
    "with a long length, 81 fe 0002 00000000 6869, hi",
  })
  void aMessageIsUnderstood(String how, String bytes, String text) throws Exception {
    try (var raw = open()) {
      raw.hex(bytes);
      var heard = raw.hear();
      if (heard.opcode() == 10) {
        heard = raw.hear();
      }
      assertThat(heard.text()).as(how).isEqualTo(text);
    }
  }

  @Test
  void aPingIsAnsweredWithItsOwnWords() throws Exception {
    try (var raw = open()) {
      raw.write(RawSocket.frame(0x89, "are you there?".getBytes(StandardCharsets.UTF_8)));
      var heard = raw.hear();
      assertThat(heard.opcode()).isEqualTo(10);
      assertThat(heard.text()).isEqualTo("are you there?");
    }
  }

  @Test
  void whatGoesOutMayBeLongerThanWhatComesIn() throws Exception {
    try (var raw = open()) {
      raw.text("long");
      int length = 0;
      while (length < LONG) {
        var heard = raw.hear();
        assertThat(heard.opcode()).isIn(0, 1);
        length += heard.bytes().length();
      }
      assertThat(length).isEqualTo(LONG);
    }
  }

  @Test
  void aGoodbyeIsAnsweredAndTold() throws Exception {
    try (var raw = open()) {
      raw.hex("88 82 00000000 03e8");
      assertThat(raw.closing()).isEqualTo(1000);
    }
    assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo(1000);
  }

  @Test
  void aReasonIsCutToWhatAFrameHolds() throws Exception {
    try (var raw = open()) {
      raw.text("bye");
      var heard = raw.hear();
      assertThat(heard.code()).isEqualTo(1008);
      assertThat(heard.bytes().length()).isBetween(100, 125);
    }
  }

  // ---- what is wrong ----

  @ParameterizedTest
  @CsvSource({
    "not masked, 81 02 6869, 1002",
    "a reserved bit, c1 82 00000000 6869, 1002",
    "an opcode that is none, 83 80 00000000, 1002",
    "a control opcode that is none, 8b 80 00000000, 1002",
    "a continuation of nothing, 80 82 00000000 6869, 1002",
    "a message inside a message, 01 81 00000000 68 81 81 00000000 69, 1002",
    "a ping in parts, 09 80 00000000, 1002",
    "a ping that is too long, 89 fe 007e 00000000 00, 1002",
    "a goodbye of one byte, 88 81 00000000 03, 1002",
    "a goodbye with a code that nobody sends, 88 82 00000000 03ed, 1002",
    "a goodbye with a code below all, 88 82 00000000 0000, 1002",
    "a byte that begins no letter, 81 81 00000000 ff, 1007",
    "a letter that is not finished, 81 82 00000000 c3c3, 1007",
    "a surrogate, 81 83 00000000 eda080, 1007",
    "a letter written too long, 81 82 00000000 c080, 1007",
    "broken in the second part, 01 81 00000000 c3 80 81 00000000 c3, 1007",
    "a goodbye with broken words, 88 83 00000000 03e8 ff, 1007",
    "binary, 82 82 00000000 6869, 1003",
  })
  void aWrongFrameIsClosedWithItsCode(String how, String bytes, int code) throws Exception {
    try (var other = open();
        var raw = open()) {
      raw.hex(bytes);
      assertThat(raw.closing()).as(how).isEqualTo(code);
      other.text("undisturbed");
      assertThat(other.hear().text()).isEqualTo("undisturbed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"81 fe 05dc 00000000", "81 ff 00000000 7fffffff 00000000"})
  void aFrameThatIsTooLongIsClosedAsSoonAsThatMuchHasCome(String header) throws Exception {
    try (var raw = open()) {
      raw.hex(header + "61".repeat(1500));
      assertThat(raw.closing()).isEqualTo(1009);
    }
  }

  @Test
  void aMessageThatGrowsTooLongPartByPartIsClosed() throws Exception {
    try (var raw = open()) {
      raw.write(RawSocket.frame(0x01, new byte[600]));
      raw.write(RawSocket.frame(0x80, new byte[600]));
      assertThat(raw.closing()).isEqualTo(1009);
    }
  }

  @Test
  void whoVanishesIsNoticed() throws Exception {
    open().close();
    assertThat(ends.poll(20, TimeUnit.SECONDS)).isIn(1001, 1006);
  }

  // ---- the handshake ----

  @Test
  void aPageOfAnotherSiteIsRefused() throws Exception {
    String version = "Sec-WebSocket-Version: 13\r\n";
    for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1", "::")) {
      try (var raw = new RawSocket(server.port())) {
        assertThat(raw.ask(server.port(), version + "Origin: " + origin + "\r\n"))
            .as(origin)
            .startsWith("HTTP/1.1 403");
      }
    }
    try (var raw = new RawSocket(server.port())) {
      assertThat(
              raw.ask(
                  server.port(), version + "Origin: http://127.0.0.1:" + server.port() + "\r\n"))
          .startsWith("HTTP/1.1 101");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n|421",
        "GET / HTTP/1.1\r\n\r\n|400",
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n|405",
        "GET /none HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n|404",
        "HELLO\r\n\r\n|400",
      })
  void aRequestThatIsNotForThisServerIsRefused(String row) throws Exception {
    try (var raw = new RawSocket(server.port())) {
      raw.write(row.substring(0, row.indexOf('|')).getBytes(StandardCharsets.US_ASCII));
      assertThat(raw.head()).startsWith("HTTP/1.1 " + row.substring(row.indexOf('|') + 1));
    }
  }

  @Test
  void anotherVersionIsRefused() throws Exception {
    try (var raw = new RawSocket(server.port())) {
      assertThat(raw.ask(server.port(), "Sec-WebSocket-Version: 8\r\n")).startsWith("HTTP/1.1 4");
    }
  }

  // ---- those who take their time, and those who are many ----

  @ParameterizedTest
  @ValueSource(strings = {"", "GET / HT", "GET /socket HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "})
  void whoNeverFinishesAHandshakeIsCut(String begun) throws Exception {
    restart(SHORT, Duration.ofSeconds(20), 100);
    try (var raw = new RawSocket(server.port())) {
      raw.write(begun.getBytes(StandardCharsets.US_ASCII));
      assertThat(raw.head()).endsWith("(cut)");
    }
  }

  @Test
  void whoSendsAHandshakeByteByByteIsCut() throws Exception {
    restart(SHORT, Duration.ofSeconds(20), 100);
    try (var raw = new RawSocket(server.port())) {
      var answer = new AtomicReference<>("");
      var reader =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  answer.set(raw.head());
                } catch (IOException e) {
                  answer.set("(cut) " + e.getMessage());
                }
              });
      raw.write("GET /socket HTTP/1.1\r\nHost: 127.0.0.1\r\n".getBytes(StandardCharsets.US_ASCII));
      try {
        while (reader.isAlive()) {
          raw.write("X: y\r\n".getBytes(StandardCharsets.US_ASCII));
          reader.join(Duration.ofMillis(20));
        }
      } catch (IOException _) {
        reader.join();
      }
      assertThat(answer.get()).contains("(cut)");
    }
  }

  @Test
  void whoIsSilentForTooLongIsToldGoodbye() throws Exception {
    restart(Duration.ofSeconds(20), SHORT, 100);
    try (var raw = open()) {
      assertThat(raw.closing()).isEqualTo(1001);
    }
  }

  @Test
  void oneTooManyIsRefusedAndTheOthersStay() throws Exception {
    restart(Duration.ofSeconds(20), Duration.ofSeconds(20), 3);
    var inside = new ArrayList<RawSocket>();
    for (int i = 0; i < 3; i++) {
      inside.add(known());
    }
    try (var raw = new RawSocket(server.port())) {
      assertThat(raw.ask(server.port(), "Sec-WebSocket-Version: 13\r\n"))
          .startsWith("HTTP/1.1 429");
    }
    for (RawSocket each : inside) {
      each.text("still here");
      assertThat(each.hear().text()).isEqualTo("still here");
      each.close();
    }
  }

  @Test
  void stoppingSaysGoodbyeToAll() throws Exception {
    try (var one = known();
        var two = known()) {
      var stopping = Thread.ofVirtual().start(server::close);
      assertThat(one.closing()).isEqualTo(1001);
      assertThat(two.closing()).isEqualTo(1001);
      one.hex("88 82 00000000 03e9");
      two.hex("88 82 00000000 03e9");
      stopping.join();
    }
  }
}
