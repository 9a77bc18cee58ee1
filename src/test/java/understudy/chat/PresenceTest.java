package understudy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import understudy.event.Pid;

/// Who is told what of who comes and goes, and when, in virtual time.
class PresenceTest {
  private static final List<String> NOTHING = List.of();
  private static final Duration A_MILLI = Duration.ofMillis(1);

  private static Pid owner(Rehearsal chat, Handset phone) {
    return chat.venue.ports().owner(phone.name).orElseThrow();
  }

  /// {@return who is there as a phone knows it: users by the references of their phones, by the
  /// rules of the Phoenix client}
  private static Map<String, String> known(Handset phone) {
    var known = new TreeMap<String, String>();
    for (Frame frame : phone.heard("presence_state")) {
      known.clear();
      come(known, frame.payload());
    }
    int last = phone.events().lastIndexOf("presence_state");
    assertThat(last).as(phone.name + " is told who is there").isNotNegative();
    assertThat(phone.events().indexOf("presence_diff"))
        .as(phone.name + " is told all before what changes it: " + phone.events())
        .satisfies(first ->
            assertThat(first < 0 || first > phone.events().indexOf("presence_state")).isTrue());
    for (Frame frame : phone.heard("presence_diff")) {
      come(known, frame.payload().path("joins"));
      references(frame.payload().path("leaves")).forEach(known::remove);
    }
    return known;
  }

  private static void come(Map<String, String> known, JsonNode users) {
    users
        .properties()
        .forEach(user -> references(user.getValue()).forEach(ref -> known.put(ref, user.getKey())));
  }

  private static List<String> references(JsonNode node) {
    return node.findValuesAsString("phx_ref");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aPhoneThatCrashesAndIsBackInASecondIsNoticedByNobody(long seed) {
    try (var chat = new Rehearsal(seed)) {
      var grace = chat.in("lobby", "Grace");
      var ada = chat.in("lobby", "Ada");
      chat.pass(Rehearsal.LONG);
      var before = known(grace);
      assertThat(before.values()).containsExactlyInAnyOrder("Ada", "Grace");
      for (int i = 0; i < 3; i++) {
        grace.forget();
        chat.crash(owner(chat, ada));
        assertThat(ada.end()).contains(new Farewell(1011, "its process crashed; come back"));
        chat.pass(Presence.UNTIL_MISSED.minus(A_MILLI));
        ada = chat.in("lobby", "Ada");
        chat.pass(Rehearsal.LONG);
        assertThat(grace.events()).isEqualTo(NOTHING);
        assertThat(known(ada)).isEqualTo(before);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whoStaysAwayIsMissedAfterASecond(long seed) {
    try (var chat = new Rehearsal(seed)) {
      var grace = chat.in("lobby", "Grace");
      var ada = chat.in("lobby", "Ada");
      chat.pass(Rehearsal.LONG);
      grace.forget();
      ada.hangUp();
      chat.pass(Presence.UNTIL_MISSED.minus(A_MILLI));
      assertThat(grace.events()).isEqualTo(NOTHING);
      chat.pass(Presence.SHORTEST.plus(A_MILLI));
      assertThat(grace.events()).containsExactly("presence_diff");
      assertThat(grace.heard("presence_diff").getFirst().payload().at("/leaves/Ada").isObject())
          .isTrue();
    }
  }

  @Test
  void twoPhonesOfOneNameEachHaveTheirPlace() {
    try (var chat = new Rehearsal(1)) {
      var grace = chat.in("lobby", "Grace");
      chat.in("lobby", "Ada");
      var second = chat.in("lobby", "Ada");
      chat.pass(Rehearsal.LONG);
      assertThat(known(grace).values()).containsExactlyInAnyOrder("Ada", "Ada", "Grace");
      second.hangUp();
      chat.pass(Rehearsal.LONG);
      assertThat(known(grace).values()).containsExactlyInAnyOrder("Ada", "Grace");
    }
  }

  @Test
  void manyAreToldAFewAtATimeAndEachOnce() {
    int many = 5 * Presence.AT_ONCE + 3;
    try (var chat = new Rehearsal(1)) {
      var phones = IntStream.range(0, many).mapToObj(i -> chat.in("lobby", "Phone " + i)).toList();
      chat.pass(Rehearsal.LONG);
      phones.forEach(Handset::forget);
      chat.in("lobby", "Ada");
      var told = new ArrayList<Long>();
      for (long now = 0, before = 0; before < many; before = now) {
        chat.pass(A_MILLI);
        now = phones.stream().filter(phone -> !phone.heard("presence_diff").isEmpty()).count();
        assertThat(now - before).isLessThanOrEqualTo(Presence.AT_ONCE);
        if (now > before) {
          told.add(now - before);
        }
      }
      assertThat(told).hasSize(6);
      chat.pass(Rehearsal.LONG);
      assertThat(phones).allSatisfy(phone -> assertThat(phone.events()).hasSize(1));
    }
  }

  @Test
  void aCrowdIsCountedAndWhoIsBackInASecondChangesNoCount() {
    try (var chat = new Rehearsal(1, ChatLimits.USUAL.withListed(2))) {
      var first = chat.in("lobby", "Ada");
      var second = chat.in("lobby", "Grace");
      chat.in("lobby", "Dennis");
      chat.pass(Rehearsal.LONG);
      assertThat(second.heard("crowd").getLast().payload())
          .hasToString("{\"here\":3,\"listed\":2}");
      second.forget();
      chat.crash(owner(chat, first));
      first = chat.in("lobby", "Ada");
      chat.pass(Rehearsal.LONG);
      assertThat(second.events()).isEqualTo(NOTHING);
      first.hangUp();
      chat.pass(Rehearsal.LONG);
      assertThat(second.events()).containsExactly("presence_diff", "crowd");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aCrashOfThePresenceIsMadeGoodByTellingAllAnew(long seed) {
    try (var chat = new Rehearsal(seed)) {
      var grace = chat.in("lobby", "Grace");
      chat.in("lobby", "Ada");
      chat.pass(Rehearsal.LONG);
      grace.forget();
      chat.crash(chat.newest("Presence"));
      chat.pass(Rehearsal.LONG);
      assertThat(grace.events()).containsExactly("presence_state");
      assertThat(known(grace).values()).containsExactlyInAnyOrder("Ada", "Grace");
    }
  }

  /// Whatever happens, everybody ends up with the same, and with what is so.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void allKnowTheSameInTheEnd(long seed) {
    var random = new Random(seed);
    try (var chat = new Rehearsal(seed)) {
      var phones = new ArrayList<Handset>();
      for (int i = 0; i < 60; i++) {
        phones.add(chat.in("lobby", "Phone " + i));
      }
      for (int i = 0; i < 200; i++) {
        int victim = random.nextInt(phones.size());
        var phone = phones.get(victim);
        switch (random.nextInt(6)) {
          case 0 -> phone.hangUp();
          case 1 -> {
            phone.say("room:lobby", "phx_leave", "{}");
            phone.forget();
            phone.join("lobby");
          }
          case 2 -> chat.crash(phone.name);
          case 3 -> chat.pass(Duration.ofMillis(random.nextInt(3)));
          case 4 -> chat.pass(Duration.ofMillis(random.nextInt(500)));
          default -> chat.pass(Duration.ofMillis(random.nextInt(1500)));
        }
        if (phone.end().isPresent()) {
          phones.set(victim, chat.in("lobby", phone.name));
        }
      }
      chat.pass(Rehearsal.LONG);
      var names = phones.stream().map(phone -> phone.name).toList();
      var one = known(phones.getFirst());
      assertThat(one.values()).as("seed " + seed).containsExactlyInAnyOrderElementsOf(names);
      assertThat(new TreeSet<>(one.keySet())).hasSize(60);
      assertThat(phones).allSatisfy(phone -> assertThat(known(phone)).isEqualTo(one));
    }
  }
}
