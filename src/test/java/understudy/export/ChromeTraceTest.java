package understudy.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

class ChromeTraceTest {
  static final List<String> HOSTILE = Tale.HOSTILE;

  private static JsonNode trace(Tale tale) throws IOException {
    return JsonMapper.shared().readTree(tale.as(Format.CHROME_TRACE));
  }

  private static List<String> names(JsonNode trace, String phase) {
    return trace
        .get("traceEvents")
        .valueStream()
        .filter(each -> each.get("ph").asString().equals(phase))
        .map(each -> each.get("name").asString())
        .toList();
  }

  @Test
  void slicesNestAndArrowsBind() throws IOException {
    assertThat(TraceRules.complaints(trace(Tale.ofAShop()))).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void hostileTextStaysText(String text) throws IOException {
    assertThat(TraceRules.complaints(trace(Tale.ofAHostileShop(text)))).isEmpty();
  }

  @Test
  void eachIncarnationHasATrackOfItsOwn() throws IOException {
    List<String> tracks =
        trace(Tale.ofAShop())
            .get("traceEvents")
            .valueStream()
            .filter(each -> each.get("name").asString().equals("thread_name"))
            .map(each -> each.get("args").get("name").asString())
            .toList();
    assertThat(tracks)
        .containsExactlyInAnyOrder(
            "outside", "shop <0.1.0>", "till <0.2.0>", "clerk <0.3.0>", "till <0.4.0>");
  }

  @Test
  void messagesDeathsAndRestartsAreArrows() throws IOException {
    JsonNode trace = trace(Tale.ofAShop());
    assertThat(names(trace, "s")).contains("message", "exit", "restart", "spawn");
    assertThat(names(trace, "f")).contains("message", "exit", "restart", "spawn");
  }

  @Test
  void aMailboxIsACounter() throws IOException {
    List<Integer> levels =
        trace(Tale.ofAShop())
            .get("traceEvents")
            .valueStream()
            .filter(each -> each.get("name").asString().equals("mailbox till <0.2.0>"))
            .map(each -> each.get("args").get("waiting").asInt())
            .toList();
    assertThat(levels).containsExactly(1, 0, 1, 0);
  }

  @Test
  void whatIsSentToTheDeadWaitsNowhereAndBindsNothing() throws IOException {
    Tale tale = new Tale();
    Pid shop = tale.supervisor(Pid.NONE, "shop");
    Pid till = tale.worker(shop, "till", 1);
    tale.dies(shop, "till", till, new understudy.event.ExitReason.Atom("boom"));
    tale.sends(shop, till, "too late");
    JsonNode trace = trace(tale);
    assertThat(TraceRules.complaints(trace)).isEmpty();
    assertThat(names(trace, "C")).isEmpty();
  }

  @Test
  void aGapIsSaidWhereItIsAndAtTheEnd() throws IOException {
    JsonNode trace = trace(Tale.ofAShop().tell(new RuntimeEvent.Gap(Pid.NONE, 5)));
    assertThat(names(trace, "i")).contains("5 events are missing here");
    assertThat(trace.get("otherData").get("notes").asString())
        .contains("5 events were dropped while recording");
  }

  @Test
  void theRulesFindAnOverlapAndALooseArrow() {
    JsonNode broken =
        JsonMapper.shared()
            .readTree(
                """
                {"displayTimeUnit":"ms","traceEvents":[
                 {"ph":"X","name":"a","cat":"","pid":1,"tid":1,"ts":0,"dur":10,"args":{}},
                 {"ph":"X","name":"b","cat":"","pid":1,"tid":1,"ts":5,"dur":10,"args":{}},
                 {"ph":"f","bp":"e","name":"m","cat":"m","pid":1,"tid":2,"ts":5,"id":1}]}
                """);
    assertThat(TraceRules.complaints(broken)).hasSize(3);
  }
}
