package understudy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import understudy.event.EventSink;

/// What phones and the chat say to each other, as the Phoenix client says it.
class ChatTest {
  private static final long NOON = 1_000_000;

  private final HttpClient client = HttpClient.newHttpClient();
  private Chat chat;

  ChatTest() throws Exception {
    chat = start(Optional.empty());
  }

  private static Chat start(Optional<String> code) throws Exception {
    var settings = new ChatSettings(ChatSettings.LOOPBACK, 0, code, ChatLimits.USUAL, () -> NOON);
    return Chat.start(settings, EventSink.NONE);
  }

  @AfterEach
  void stop() {
    chat.close();
    client.shutdownNow();
  }

  private Caller open(String name) throws Exception {
    return Caller.open(client, chat, name);
  }

  @Nested
  class Joining {
    @Test
    void isAnsweredAndFollowedByTheHistoryAndWhoIsHere() throws Exception {
      var ada = open("Ada");
      String join = ada.ask("lobby", "{\"name\":\"Ada\"}");
      assertThat(ada.answer(join)).matches("ok \\{\"run\":\"[0-9a-f]{12}\"}");
      assertThat(ada.next("history")).isEqualTo("{\"messages\":[],\"missed\":0}");
      assertThat(ada.next("presence_state"))
          .matches("\\{\"Ada\":\\{\"metas\":\\[\\{\"phx_ref\":\"\\w+\"}]}}");
    }

    @Test
    void tellsWhoIsThereAlready() throws Exception {
      var ada = open("Ada");
      ada.join("lobby", "Ada");
      ada.next("presence_state");
      var grace = open("Grace");
      grace.join("lobby", "Grace");
      assertThat(grace.next("presence_state")).contains("\"Ada\"", "\"Grace\"");
      ada.await(
          "Grace's coming",
          each ->
              each.event().equals("presence_diff") && each.payload().at("/joins/Grace").isObject());
    }

    @Test
    void twiceClosesTheFirst() throws Exception {
      var ada = open("Ada");
      String first = ada.join("lobby", "Ada");
      String second = ada.ask("lobby", "{\"name\":\"Ada\"}");
      assertThat(ada.await("phx_close", each -> each.event().equals("phx_close")).joinRef())
          .isEqualTo(first);
      assertThat(ada.answer(second)).startsWith("ok");
      assertThat(ada.answer(ada.message(first, "lobby", "by the first")))
          .contains("unmatched topic");
      assertThat(ada.answer(ada.message(second, "lobby", "by the second"))).startsWith("ok");
    }

    @Test
    void needsAName() throws Exception {
      var ada = open("");
      assertThat(ada.answer(ada.ask("lobby", "{}"))).contains("a name has 1 to 32 letters");
      assertThat(ada.answer(ada.ask("lobby", "{\"name\":\"" + "a".repeat(33) + "\"}")))
          .contains("a name has 1 to 32 letters");
      assertThat(ada.answer(ada.ask("lobby", "{\"name\":\"a\\u202eb\"}"))).startsWith("error");
    }

    @Test
    void needsARoomThatCanBe() throws Exception {
      var ada = open("Ada");
      assertThat(ada.answer(ada.ask("a/history", "{\"name\":\"Ada\"}")))
          .contains("no room can be called that");
      assertThat(ada.answer(ada.say("1", "users:1", "phx_join", "{\"name\":\"Ada\"}")))
          .startsWith("error");
    }

    @Test
    void eightRoomsAtMost() throws Exception {
      var ada = open("Ada");
      for (int i = 0; i < 8; i++) {
        ada.join("room " + i, "Ada");
      }
      assertThat(ada.answer(ada.ask("one more", "{\"name\":\"Ada\"}")))
          .contains("in 8 rooms already; leave one first");
      assertThat(ada.answer(ada.ask("room 3", "{\"name\":\"Ada\"}"))).startsWith("ok");
    }
  }

  @Nested
  class Codes {
    @BeforeEach
    void withACode() throws Exception {
      chat.close();
      chat = start(Optional.of("K7PXQ2"));
    }

    @Test
    void theRightOneLetsInInAnyCase() throws Exception {
      var ada = open("Ada");
      assertThat(ada.answer(ada.ask("lobby", "{\"name\":\"Ada\",\"code\":\" k7pxq2\"}")))
          .startsWith("ok");
    }

    @Test
    void aWrongOneDoesNotAndTheFifthEndsTheConnection() throws Exception {
      var eve = open("Eve");
      for (int i = 0; i < 4; i++) {
        assertThat(eve.answer(eve.ask("lobby", "{\"name\":\"Eve\",\"code\":\"K7PXQ" + i + "\"}")))
            .isEqualTo("error {\"reason\":\"wrong code\"}");
        if (i == 1) {
          i++;
        }
      }
      eve.ask("lobby", "{\"name\":\"Eve\"}");
      eve.ask("lobby", "{\"name\":\"Eve\",\"code\":true}");
      assertThat(eve.end()).isEqualTo(new Caller.End(1008, "too many wrong codes"));
    }

    @Test
    void thePageAsksForIt() throws Exception {
      assertThat(page(client, chat, "/").body()).contains("data-code=\"needed\"");
    }
  }

  @Nested
  class Talking {
    @Test
    void reachesAllAndIsAnsweredWithANumber() throws Exception {
      var ada = open("Ada");
      var grace = open("Grace");
      String join = ada.join("lobby", "Ada");
      grace.join("lobby", "Grace");
      String ref = ada.message(join, "lobby", "hello");
      String told = "{\"id\":1,\"user\":\"Ada\",\"body\":\"hello\",\"at\":1000000}";
      assertThat(grace.next("new_msg")).isEqualTo(told);
      assertThat(ada.next("new_msg")).isEqualTo(told);
      assertThat(ada.answer(ref)).isEqualTo("ok {\"id\":1}");
    }

    @Test
    void staysInItsRoom() throws Exception {
      var ada = open("Ada");
      var grace = open("Grace");
      String join = ada.join("lobby", "Ada");
      grace.join("garden", "Grace");
      String own = grace.join("lobby", "Grace");
      ada.answer(ada.message(join, "lobby", "hello"));
      assertThat(grace.await("new_msg", each -> each.event().equals("new_msg")).topic())
          .isEqualTo("room:lobby");
      assertThat(grace.answer(grace.message(own, "garden", "here?"))).contains("unmatched topic");
    }

    @Test
    void theSameKeyIsWrittenDownOnce() throws Exception {
      var ada = open("Ada");
      String join = ada.join("lobby", "Ada");
      String said = "{\"body\":\"once\",\"key\":\"k1\"}";
      assertThat(ada.answer(ada.say(join, "room:lobby", "new_msg", said)))
          .isEqualTo("ok {\"id\":1}");
      assertThat(ada.answer(ada.say(join, "room:lobby", "new_msg", said)))
          .isEqualTo("ok {\"id\":1}");
      assertThat(ada.answer(ada.message(join, "lobby", "twice"))).isEqualTo("ok {\"id\":2}");
      var grace = open("Grace");
      grace.join("lobby", "Grace");
      assertThat(grace.next("history")).containsOnlyOnce("once").contains("\"missed\":0");
    }

    @Test
    void anEmptyOrEndlessMessageIsRefused() throws Exception {
      var ada = open("Ada");
      String join = ada.join("lobby", "Ada");
      for (String body : List.of("", "  ", "a".repeat(2001))) {
        assertThat(ada.answer(ada.message(join, "lobby", body)))
            .isEqualTo("error {\"reason\":\"a message has 1 to 2000 letters in its body\"}");
      }
      assertThat(ada.answer(ada.message(join, "lobby", "👋".repeat(1500)))).startsWith("ok");
    }

    @Test
    void aHistoryMayBeLongerThanAnyMessage() throws Exception {
      var ada = open("Ada");
      String join = ada.join("lobby", "Ada");
      for (int i = 0; i < 30; i++) {
        ada.answer(ada.message(join, "lobby", i + "a".repeat(1900)));
      }
      var grace = open("Grace");
      grace.join("lobby", "Grace");
      assertThat(grace.next("history")).contains("\"0a", "\"29a");
    }

    @Test
    void whoComesLaterIsToldOnlyWhatIsNew() throws Exception {
      var ada = open("Ada");
      String join = ada.join("lobby", "Ada");
      for (String body : List.of("one", "two", "three")) {
        ada.answer(ada.message(join, "lobby", body));
      }
      var grace = open("Grace");
      grace.answer(grace.ask("lobby", "{\"name\":\"Grace\",\"after\":2}"));
      assertThat(grace.next("history")).contains("three").doesNotContain("two");
      grace.answer(grace.ask("lobby", "{\"name\":\"Grace\",\"after\":2,\"run\":\"another\"}"));
      assertThat(grace.next("history")).contains("one", "two", "three");
    }
  }

  @Nested
  class Leaving {
    @Test
    void isAnsweredAndClosedAndTold() throws Exception {
      var ada = open("Ada");
      var grace = open("Grace");
      ada.join("lobby", "Ada");
      String join = grace.join("lobby", "Grace");
      grace.next("presence_state");
      assertThat(grace.answer(grace.say(join, "room:lobby", "phx_leave", "{}"))).isEqualTo("ok {}");
      assertThat(grace.await("phx_close", each -> each.event().equals("phx_close")).joinRef())
          .isEqualTo(join);
      ada.await("Grace's going", each -> each.payload().at("/leaves/Grace").isObject());
    }

    @Test
    void byHangingUpIsToldToo() throws Exception {
      var ada = open("Ada");
      var grace = open("Grace");
      ada.join("lobby", "Ada");
      grace.join("lobby", "Grace");
      grace.next("presence_state");
      grace.hangUp();
      ada.await("Grace's going", each -> each.payload().at("/leaves/Grace").isObject());
    }
  }

  @Test
  void aCrowdIsCountedAndOnlyTheFirstAreNamed() throws Exception {
    chat.close();
    chat =
        Chat.start(
            ChatSettings.onThisMachine().with(ChatLimits.USUAL.withListed(2)), EventSink.NONE);
    var first = open("Ada");
    first.join("lobby", "Ada");
    open("Grace").join("lobby", "Grace");
    var third = open("Dennis");
    third.join("lobby", "Dennis");
    assertThat(third.next("presence_state")).contains("Ada", "Grace").doesNotContain("Dennis");
    assertThat(third.next("crowd")).isEqualTo("{\"here\":3,\"listed\":2}");
    first.await("the count", each -> each.payload().path("here").intValue(0) == 3);
    first.hangUp();
    third.await(
        "Dennis in Ada's place",
        each -> {
          var told = each.payload();
          return told.at("/joins/Dennis").isObject() && told.at("/leaves/Ada").isObject();
        });
    third.await("the count", each -> each.payload().path("here").intValue(0) == 2);
  }

  @Test
  void aHeartbeatIsAnswered() throws Exception {
    var ada = open("Ada");
    assertThat(ada.answer(ada.say(null, "phoenix", "heartbeat", "{}"))).isEqualTo("ok {}");
  }

  @Test
  void theRoomsAreListed() throws Exception {
    var ada = open("Ada");
    String join = ada.join("lobby", "Ada");
    ada.join("garden", "Ada");
    assertThat(ada.answer(ada.say(join, "room:lobby", "rooms", "{}")))
        .isEqualTo(
            "ok {\"rooms\":[{\"name\":\"garden\",\"here\":1},{\"name\":\"lobby\",\"here\":1}]}");
  }

  @Test
  void whatIsNoSuchMessageEndsTheConnection() throws Exception {
    for (String text :
        List.of("hello", "{}", "[1,2]", "[null,null,\"a\",\"b\",\"c\"]", "[".repeat(99))) {
      var eve = open("Eve");
      eve.raw(text);
      assertThat(eve.end())
          .isEqualTo(
              new Caller.End(1008, "expected [join_ref, ref, topic, event, payload] as JSON"));
    }
  }

  @Test
  void stoppingSaysGoodbye() throws Exception {
    var ada = open("Ada");
    ada.join("lobby", "Ada");
    chat.close();
    assertThat(ada.end().code()).isEqualTo(1001);
  }

  @Test
  void thePageIsStrict() throws Exception {
    var page = page(client, chat, "/");
    assertThat(page.body())
        .contains("data-code=\"none\"")
        .doesNotContain("<style", "onclick", "http:");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self'")
        .doesNotContain("unsafe");
    for (String file : List.of("/chat.js", "/room.js", "/channel.js", "/chat.css", "/icon.svg")) {
      var asset = page(client, chat, file);
      assertThat(asset.statusCode()).isEqualTo(200);
      assertThat(asset.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
    assertThat(page(client, chat, "/../secret").statusCode()).isEqualTo(400);
    assertThat(page(client, chat, "/other").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> page(HttpClient client, Chat chat, String path)
      throws Exception {
    var address = chat.addresses().getFirst();
    var request =
        HttpRequest.newBuilder(URI.create(address.substring(0, address.length() - 1) + path))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
