package understudy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.event.Pid;
import understudy.runtime.Behaviour;

/// Let it crash, and take your time: every process of the chat in virtual time, in several orders.
class RehearsalTest {
  private static final int MOST_WAITING = 32;

  private static void talks(Handset phone) {
    assertThat(phone.answer(phone.message("lobby", "still here"))).as(phone.name).isEqualTo("ok");
  }

  // ---- crashes ----

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aPhonesCrashEndsItsConnectionAlone(long seed) {
    try (var chat = new Rehearsal(seed)) {
      var ada = chat.in("lobby", "Ada");
      var grace = chat.in("lobby", "Grace");
      ada.message("lobby", "before");
      chat.crash("Ada");
      assertThat(ada.end()).contains(new Farewell(1011, "its process crashed; come back"));
      talks(grace);
      grace.isOpen();
      var again = chat.in("lobby", "Ada");
      assertThat(again.heard("history").getFirst().payload().toString())
          .contains("before", "still here");
      assertThat(chat.venue.ports().owner("Ada")).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noTwoPhonesAreCalledTheSameInTheTreeSoACommandMeansOne(long seed) {
    try (var chat = new Rehearsal(seed)) {
      var phones = List.of(chat.open("Ada 2"), chat.open("Ada"), chat.open("Ada"));
      chat.crash("Ada 2");
      assertThat(phones.get(0).end()).isPresent();
      chat.crash("Ada 3");
      assertThat(phones.get(2).end()).isPresent();
      phones.get(1).isOpen();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lobby,1",
    "lobby,2",
    "lobby,3",
    "lobby/history,1",
    "lobby/history,2",
    "lobby/history,3"
  })
  void aRoomsCrashIsToldToItsMembersWhoJoinAgainAndFindWhatWasSaid(String part, long seed) {
    try (var chat = new Rehearsal(seed)) {
      var ada = chat.in("lobby", "Ada");
      var grace = chat.in("lobby", "Grace");
      var dennis = chat.in("garden", "Dennis");
      ada.message("lobby", "kept");
      dennis.forget();
      chat.crash(named(chat, part));
      for (Handset each : List.of(ada, grace)) {
        each.isOpen();
        assertThat(each.heard("phx_error")).hasSize(1);
        each.forget();
        each.join("lobby");
        assertThat(each.heard("history").getFirst().payload().toString()).contains("kept");
        talks(each);
      }
      assertThat(dennis.events()).isEmpty();
    }
  }

  private static Pid named(Rehearsal chat, String part) {
    var found = new ArrayList<Pid>();
    chat.vm.spawn(Behaviour.of("(look)", self -> Directory.find(self, part).ifPresent(found::add)));
    chat.idle();
    return found.getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "names,1",
    "names,2",
    "rooms,1",
    "rooms,2",
    "directory,1",
    "directory,2",
    "phones,1",
    "phones,2"
  })
  void aPartThatPhonesCountOnBringsThemBackWithEverything(String part, long seed) {
    try (var chat = new Rehearsal(seed)) {
      var ada = chat.in("lobby", "Ada");
      ada.message("lobby", "kept");
      chat.crash(part);
      chat.pass(Rehearsal.LONG);
      assertThat(ada.end().map(Farewell::code).orElse(0)).isIn(1011, 1012);
      var again = chat.in("lobby", "Ada");
      assertThat(again.heard("history").getFirst().payload().toString()).contains("kept");
      talks(again);
      assertThat(again.heard("new_msg").getFirst().number("id")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theAcceptorsCrashIsNoticedByNobody(long seed) {
    try (var chat = new Rehearsal(seed)) {
      var ada = chat.in("lobby", "Ada");
      chat.crash("acceptor");
      talks(ada);
      talks(chat.in("lobby", "Grace"));
      chat.crash("Ada");
      assertThat(ada.end().map(Farewell::code)).contains(1011);
    }
  }

  /// One step at a time, so that the crash comes at each moment of a connection's beginning.
  @ParameterizedTest
  @ValueSource(strings = {"acceptor", "phones", "Phone Ada"})
  void whoComesWhileSomethingCrashesIsServedOrToldToComeBack(String part) {
    for (int step = 0; step < 40; step++) {
      try (var chat = new Rehearsal(step)) {
        var ada = new Handset(chat, "Ada");
        for (int i = 0; i < step; i++) {
          chat.vm.steps().step();
        }
        if (part.startsWith("Phone")) {
          chat.crash(chat.newest(part));
        } else {
          chat.crash(part);
        }
        chat.pass(Rehearsal.LONG);
        ada.join("lobby");
        assertThat(ada.end().map(Farewell::code).orElse(0)).as("step " + step).isIn(0, 1011, 1012);
        if (ada.end().isEmpty()) {
          talks(ada);
        }
        talks(chat.in("lobby", "Ada"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatWasAcknowledgedIsNeitherLostNorDoubledHoweverOftenTheRoomCrashes(long seed) {
    try (var chat = new Rehearsal(seed)) {
      var ada = chat.in("lobby", "Ada");
      var wanted = new ArrayList<String>();
      for (int i = 1; i <= 30; i++) {
        if (i % 10 == 0) {
          chat.crash("room lobby");
          ada.join("lobby");
        }
        String said = "{\"body\":\"message " + i + "\",\"key\":\"" + i + "\"}";
        assertThat(ada.answer(ada.say("room:lobby", "new_msg", said))).isEqualTo("ok");
        assertThat(ada.answer(ada.say("room:lobby", "new_msg", said))).isEqualTo("ok");
        wanted.add("message " + i);
      }
      assertThat(ada.bodies()).isEqualTo(wanted);
      var history = chat.in("lobby", "Grace").heard("history").getFirst().payload();
      assertThat(
              history.path("messages").valueStream().map(each -> each.path("body").stringValue()))
          .containsExactlyElementsOf(wanted);
    }
  }

  @Test
  void tooManyCrashesAtOnceEndInANewBeginningAfterABreath() {
    try (var chat = new Rehearsal(1)) {
      for (int i = 0; i < 12; i++) {
        chat.crash("acceptor");
      }
      chat.pass(Rehearsal.LONG);
      talks(chat.in("lobby", "Ada"));
    }
  }

  // ---- those who are slow, silent or too quick ----

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aPhoneThatDoesNotReadIsToldToItsLimitAndThenDisconnected(long seed) {
    try (var chat = new Rehearsal(seed, ChatLimits.USUAL.withWaiting(MOST_WAITING))) {
      var ada = chat.in("lobby", "Ada");
      var grace = chat.in("lobby", "Grace");
      var deaf = chat.in("lobby", "Deaf");
      chat.pass(Rehearsal.LONG);
      deaf.deafen();
      Pid pid = chat.venue.ports().owner("Deaf").orElseThrow();
      var depths = new ArrayList<Integer>();
      int said = 0;
      for (; deaf.end().isEmpty(); said++) {
        depths.add(chat.vm.depth(pid));
        talks(ada);
      }
      // The first is what it is just writing.
      assertThat(depths)
          .isEqualTo(
              IntStream.rangeClosed(-1, MOST_WAITING)
                  .map(each -> Math.max(each, 0))
                  .boxed()
                  .toList());
      assertThat(deaf.end())
          .contains(new Farewell(1013, "too slow: 32 messages wait for this phone"));
      assertThat(grace.bodies()).hasSize(said);
      grace.isOpen();
    }
  }

  @Test
  void aPhoneThatReadsAgainInTimeHearsAll() {
    try (var chat = new Rehearsal(1, ChatLimits.USUAL.withWaiting(MOST_WAITING))) {
      var ada = chat.in("lobby", "Ada");
      var deaf = chat.in("lobby", "Deaf");
      chat.pass(Rehearsal.LONG);
      deaf.deafen();
      for (int i = 0; i < MOST_WAITING; i++) {
        talks(ada);
      }
      deaf.listen();
      deaf.isOpen();
      assertThat(deaf.bodies()).hasSize(MOST_WAITING);
    }
  }

  @Test
  void aPhoneThatReadsNothingForTwentySecondsIsDisconnected() {
    try (var chat = new Rehearsal(1)) {
      var ada = chat.in("lobby", "Ada");
      var deaf = chat.in("lobby", "Deaf");
      chat.pass(Rehearsal.LONG);
      deaf.deafen();
      talks(ada);
      chat.pass(ChatLimits.USUAL.patience().stalled().minusMillis(1));
      deaf.isOpen();
      chat.pass(Duration.ofMillis(1));
      assertThat(deaf.end()).contains(new Farewell(1013, "too slow: it read nothing for 20 s"));
    }
  }

  @Test
  void aPhoneThatSaysNothingForTooLongIsToldGoodbye() {
    try (var chat = new Rehearsal(1)) {
      var ada = chat.open("Ada");
      chat.pass(ChatLimits.USUAL.patience().silence().minusMillis(1));
      ada.isOpen();
      ada.say("phoenix", "heartbeat", "{}");
      chat.pass(ChatLimits.USUAL.patience().silence());
      ada.isOpen();
      chat.pass(ChatLimits.USUAL.patience().silence());
      assertThat(ada.end()).contains(new Farewell(1001, "nothing heard for 65 s"));
    }
  }

  @Test
  void aFewTooManyAreOnlyReadMoreSlowly() {
    try (var chat = new Rehearsal(1, ChatLimits.USUAL.withPace(20, 20))) {
      var ada = chat.open("Ada");
      var refs =
          IntStream.range(0, 40).mapToObj(_ -> ada.say("phoenix", "heartbeat", "{}")).toList();
      assertThat(ada.answer(refs.get(19))).isEqualTo("ok");
      assertThat(ada.answer(refs.get(39))).isEmpty();
      chat.pass(Duration.ofSeconds(1));
      assertThat(ada.answer(refs.get(39))).isEqualTo("ok");
    }
  }

  @Test
  void aFloodIsDisconnected() {
    try (var chat = new Rehearsal(1, ChatLimits.USUAL.withPace(20, 20))) {
      var eve = chat.open("Eve");
      IntStream.range(0, 200).forEach(_ -> eve.say("phoenix", "heartbeat", "{}"));
      chat.pass(ChatLimits.USUAL.words().flood());
      eve.isOpen();
      chat.pass(Duration.ofMillis(100));
      assertThat(eve.end()).contains(new Farewell(1008, "more than 20 messages a second"));
    }
  }

  @Test
  void anEmptyRoomEndsAfterTenMinutes() {
    try (var chat = new Rehearsal(1)) {
      var ada = chat.in("lobby", "Ada");
      ada.message("lobby", "forgotten");
      ada.hangUp();
      chat.pass(ChatLimits.USUAL.rooms().empty().plusSeconds(1));
      assertThat(chat.in("lobby", "Ada").heard("history").getFirst().payload())
          .hasToString("{\"messages\":[],\"missed\":0}");
    }
  }
}
