package understudy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.event.EventSink;
import understudy.event.ExitReason.Atom;

/// Let it crash: who notices, what is kept, and how phones come back, over real connections and in
/// real time. [RehearsalTest] has the same and more in virtual time.
class CrashTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Chat chat;

  CrashTest() throws Exception {
    chat = Chat.start(ChatSettings.onThisMachine(), EventSink.NONE);
  }

  @AfterEach
  void stop() {
    chat.close();
    client.shutdownNow();
  }

  private Caller open(String name) throws Exception {
    return Caller.open(client, chat, name);
  }

  @Test
  void aPhonesProcessEndsItsConnectionAloneAndComesBackWithTheHistory() throws Exception {
    var ada = open("Ada");
    var grace = open("Grace");
    String join = ada.join("lobby", "Ada");
    String other = grace.join("lobby", "Grace");
    ada.answer(ada.message(join, "lobby", "before"));
    assertThat(chat.crash("Ada").join()).isTrue();
    assertThat(ada.end()).isEqualTo(new Caller.End(1011, "its process crashed; come back"));
    assertThat(grace.answer(grace.message(other, "lobby", "meanwhile"))).startsWith("ok");
    var again = open("Ada");
    again.join("lobby", "Ada");
    assertThat(again.next("history")).contains("before", "meanwhile");
    assertThat(grace.isOpen()).isTrue();
  }

  /// Its acceptor then hears `noproc`, as OTP's monitors say of who is dead already.
  @Test
  void aPhoneThatDiedBeforeItWasWatchedHasCrashedLikeAnyOther() {
    assertThat(Farewell.of(Atom.NOPROC)).isEqualTo(Farewell.of(Atom.KILLED));
    assertThat(Farewell.of(Atom.NOPROC).code()).isEqualTo(1011);
  }

  @Test
  void aPhoneThatComesBackHasItsPlaceInTheTreeAgain() throws Exception {
    var first = open("Ada");
    first.join("lobby", "Ada");
    var second = open("Ada");
    second.join("lobby", "Ada");
    chat.crash("Ada").join();
    first.end();
    assertThat(second.isOpen()).isTrue();
    var again = open("Ada");
    again.join("lobby", "Ada");
    assertThat(chat.crash("Ada 3").join()).isFalse();
    chat.crash("Ada").join();
    assertThat(again.end().code()).isEqualTo(1011);
  }

  @Test
  void aRoomsMembersAreToldAndJoinAgainOnTheSameConnection() throws Exception {
    var ada = open("Ada");
    var grace = open("Grace");
    String join = ada.join("lobby", "Ada");
    String garden = ada.join("garden", "Ada");
    grace.join("lobby", "Grace");
    ada.answer(ada.message(join, "lobby", "kept"));
    assertThat(chat.crash("room lobby").join()).isTrue();
    for (Caller each : List.of(ada, grace)) {
      assertThat(each.next("phx_error")).isEqualTo("{\"reason\":\"the room crashed\"}");
      each.join("lobby", "again");
      assertThat(each.next("history")).contains("kept");
    }
    assertThat(ada.answer(ada.message(garden, "garden", "undisturbed"))).startsWith("ok");
  }

  @ParameterizedTest
  @ValueSource(strings = {"names", "rooms", "directory", "phones"})
  void aPartThatPhonesCountOnBringsThemBackWithEverything(String part) throws Exception {
    var ada = open("Ada");
    String join = ada.join("lobby", "Ada");
    ada.answer(ada.message(join, "lobby", "kept"));
    assertThat(chat.crash(part).join()).isTrue();
    assertThat(ada.end().code()).isIn(1001, 1011, 1012);
    var again = open("Ada");
    String rejoin = again.join("lobby", "Ada");
    assertThat(again.next("history")).contains("kept");
    assertThat(again.answer(again.message(rejoin, "lobby", "after"))).isEqualTo("ok {\"id\":2}");
  }

  @Test
  void theAcceptorsCrashIsNoticedByNobody() throws Exception {
    var ada = open("Ada");
    String join = ada.join("lobby", "Ada");
    assertThat(chat.crash("acceptor").join()).isTrue();
    var grace = open("Grace");
    grace.join("lobby", "Grace");
    assertThat(ada.answer(ada.message(join, "lobby", "still here"))).startsWith("ok");
    chat.crash("Ada").join();
    assertThat(ada.end().code()).isEqualTo(1011);
  }

  @Test
  void whatWasAcknowledgedIsNeitherLostNorDoubledHoweverOftenTheRoomCrashes() throws Exception {
    var ada = open("Ada");
    String join = ada.join("lobby", "Ada");
    var wanted = new ArrayList<String>();
    for (int i = 1; i <= 30; i++) {
      String body = "message " + i;
      String key = "\"key\":\"" + i + "\"";
      if (i % 10 == 0) {
        chat.crash("room lobby").join();
        ada.next("phx_error");
        join = ada.join("lobby", "Ada");
      }
      String said = "{\"body\":\"" + body + "\"," + key + "}";
      assertThat(ada.answer(ada.say(join, "room:lobby", "new_msg", said))).startsWith("ok");
      assertThat(ada.answer(ada.say(join, "room:lobby", "new_msg", said))).startsWith("ok");
      wanted.add(body);
    }
    var grace = open("Grace");
    grace.join("lobby", "Grace");
    var history = grace.await("history", each -> each.event().equals("history")).payload();
    assertThat(history.path("messages").valueStream().map(each -> each.path("body").stringValue()))
        .containsExactlyElementsOf(wanted);
  }

  @Test
  void aSlowPhoneIsDisconnectedAndNobodyElseIsSlowed() throws Exception {
    chat.close();
    var limits = ChatLimits.USUAL.withPace(100_000, 100_000).withWaiting(128);
    try (var small = Chat.start(ChatSettings.onThisMachine().with(limits), EventSink.NONE)) {
      var deaf = Caller.deaf(client, small, "Deaf");
      deaf.ask("lobby", "{\"name\":\"Deaf\"}");
      var ada = Caller.open(client, small, "Ada");
      var grace = Caller.open(client, small, "Grace");
      String join = ada.join("lobby", "Ada");
      grace.join("lobby", "Grace");
      grace.await(
          "the deaf one",
          each ->
              !each.payload().path("Deaf").isMissingNode()
                  || !each.payload().at("/joins/Deaf").isMissingNode());
      int said = 0;
      String body = "a".repeat(2000);
      while (small.isPhone("Deaf")) {
        said++;
        assertThat(ada.answer(ada.message(join, "lobby", body))).startsWith("ok");
      }
      assertThat(grace.bodies(said)).hasSize(said);
      assertThat(ada.isOpen() && grace.isOpen()).isTrue();
    }
  }

  @Test
  void aHundredPhonesAreEachTheirOwn() throws Exception {
    var names = IntStream.range(0, 100).mapToObj(i -> "Phone " + i).toList();
    var callers = new ArrayList<Caller>();
    for (String name : names) {
      var caller = open(name);
      caller.join("lobby", name);
      callers.add(caller);
    }
    for (int i = 0; i < names.size(); i += 2) {
      chat.crash(names.get(i)).join();
    }
    for (int i = 0; i < names.size(); i++) {
      if (i % 2 == 0) {
        assertThat(callers.get(i).end().code()).isEqualTo(1011);
      } else {
        assertThat(callers.get(i).isOpen()).isTrue();
      }
    }
  }
}
