package understudy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

/// What the page holds; that a browser replays it is tested by the second test command.
class WebPageTest {
  static final List<String> HOSTILE = Tale.HOSTILE;

  private static final Pattern DATA =
      Pattern.compile(
          "<script type=\"application/json\" id=\"run\">(.*?)</script>", Pattern.DOTALL);

  private static JsonNode data(String page) {
    var found = DATA.matcher(page);
    assertThat(found.find()).isTrue();
    return JsonMapper.shared().readTree(found.group(1));
  }

  /// Where every place of the page is after its last event, as `name: state pid waiting restarts`.
  private static List<String> end(JsonNode data) {
    Map<Integer, JsonNode> rows = new TreeMap<>();
    List<JsonNode> all = new ArrayList<>(data.get("before").valueStream().toList());
    data.get("events").forEach(event -> all.addAll(event.get(6).valueStream().toList()));
    all.forEach(row -> rows.put(row.get(0).asInt(), row));
    return rows.values().stream()
        .map(row ->
            "%s: %s <0.%d.0>, %d waiting, %d restarts"
                .formatted(
                    data.get("places").get(row.get(0).asInt()).get(0).asString(),
                    data.get("states").get(row.get(2).asInt()).asString(),
                    row.get(3).asInt(),
                    row.get(4).asInt(),
                    row.get(5).asInt()))
        .toList();
  }

  @Test
  void itsEventsLeadToTheSystemAsItWasAtTheEnd() throws IOException {
    Tale tale = Tale.ofAShop();
    tale.sends(new Pid(3), new Pid(4), "cast sell");
    assertThat(end(data(tale.as(Format.HTML))))
        .containsExactly(
            "shop: running <0.1.0>, 0 waiting, 0 restarts",
            "till: running <0.4.0>, 1 waiting, 1 restarts",
            "clerk: running <0.3.0>, 0 waiting, 0 restarts");
  }

  @Test
  void whatTheFilterLeavesOutStillHappens() throws IOException {
    JsonNode data = data(Tale.ofAShop().as(Format.HTML, Tale.window(2, 3)));
    assertThat(data.get("events")).hasSize(2);
    assertThat(data.get("before")).isNotEmpty();
    assertThat(end(data)).contains("till: running <0.4.0>, 0 waiting, 1 restarts");
    assertThat(data.get("notes").get(0).asString())
        .isEqualTo("shown: only 2 of 27 events, from 2 s, until 3 s");
  }

  @Test
  void itAllowsItsOwnScriptAndStyleAndNothingElse() throws Exception {
    String page = Tale.ofAShop().as(Format.HTML);
    assertThat(page)
        .contains("default-src 'none'; script-src '" + sum(page, "<script>", "</script>") + "'")
        .contains("style-src '" + sum(page, "<style>", "</style>") + "'")
        .doesNotContain("http-equiv=\"refresh\"", "src=\"", "href=\"", "url(", " style=\"");
  }

  private static String sum(String page, String from, String to) throws GeneralSecurityException {
    int begin = page.indexOf(from) + from.length();
    String text = page.substring(begin, page.indexOf(to, begin));
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(sum);
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void hostileTextMakesNoMarkup(String text) throws IOException {
    String page = Tale.ofAHostileShop(text).as(Format.HTML);
    String plain = Tale.ofAHostileShop("plain").as(Format.HTML);
    assertThat(count(page, '<')).isEqualTo(count(plain, '<'));
    assertThat(data(page).get("places").get(1).get(0).asString())
        .isEqualTo(text.equals("<0.9.0>") ? "GenServer" : Plain.line(text));
  }

  private static long count(String text, char sign) {
    return text.chars().filter(each -> each == sign).count();
  }

  @Test
  void crashesAndRestartsAreMarked() throws IOException {
    List<String> marks =
        data(Tale.ofAShop().as(Format.HTML))
            .get("events")
            .valueStream()
            .filter(event -> !event.get(7).asString().isEmpty())
            .map(event -> event.get(7).asString() + ": " + event.get(5).asString())
            .toList();
    assertThat(marks)
        .containsExactly("crash: exits with boom", "restart: restarts child till <0.4.0>");
  }

  @Test
  void morePlacesThanABrowserShowsWellAreRefused() {
    Tale tale = new Tale();
    Pid top = tale.supervisor(Pid.NONE, "top");
    for (int i = 0; i < 1_500; i++) {
      tale.worker(top, "w" + i, 1);
    }
    assertThatThrownBy(() -> tale.as(Format.HTML))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining("places are too much for a page")
        .hasMessageContaining("--under");
  }

  @Test
  void damageAndGapsStandOnThePage() throws IOException {
    Tale tale = Tale.ofAShop().damaged("cut short").tell(new RuntimeEvent.Gap(Pid.NONE, 2));
    assertThat(data(tale.as(Format.HTML)).get("notes").valueStream().map(JsonNode::asString))
        .containsExactly(
            "missing: cut short", "missing: 2 events were dropped while recording, in 1 gap");
  }
}
