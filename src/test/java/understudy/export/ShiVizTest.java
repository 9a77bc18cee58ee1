package understudy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

class ShiVizTest {
  static final List<String> HOSTILE = Tale.HOSTILE;

  @Test
  void aLogKeepsTheRulesOfItsReader() throws IOException {
    ShiVizLog log = ShiVizLog.read(Tale.ofAShop().as(Format.SHIVIZ));
    assertThat(log.complaints()).isEmpty();
    assertThat(log.executions()).hasSize(1);
    assertThat(log.executions().get("")).hasSameSizeAs(Tale.ofAShop().events());
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void hostileTextStaysText(String text) throws IOException {
    Tale tale = Tale.ofAHostileShop(text);
    ShiVizLog log = ShiVizLog.read(tale.as(Format.SHIVIZ));
    assertThat(log.complaints()).isEmpty();
    assertThat(log.executions().get("")).hasSameSizeAs(tale.events());
  }

  @Test
  void severalRunsStandSideBySideUnderNamesOfTheirOwn() throws IOException {
    List<Run> runs =
        List.of(
            Tale.ofAShop().run(),
            Tale.ofAShop().run(),
            Tale.ofAHostileShop("=== x ===").named("c").run());
    ShiVizLog log =
        ShiVizLog.read(Tale.written(new Order(Format.SHIVIZ, runs, Filter.EVERYTHING, false)));
    assertThat(log.complaints()).isEmpty();
    assertThat(log.executions().keySet())
        .containsExactly(
            "A tale, tale.understudy", "A tale, tale.understudy (2)", "= = = x = = =, c");
  }

  @Test
  void whatAMessageTellsTravelsWithIt() throws IOException {
    ShiVizLog log = ShiVizLog.read(Tale.ofAShop().as(Format.SHIVIZ));
    ShiVizLog.Event sent = log.find("sends to till <0.2.0>: call total");
    ShiVizLog.Event taken = log.find("takes message call total");
    assertThat(sent.happenedBefore(taken)).isTrue();
    assertThat(taken.happenedBefore(sent)).isFalse();
  }

  @Test
  void theNewProcessKnowsOfTheDeathOfTheOld() throws IOException {
    ShiVizLog log = ShiVizLog.read(Tale.ofAShop().as(Format.SHIVIZ));
    assertThat(log.find("exits with boom").happenedBefore(log.find("takes message hello")))
        .isTrue();
  }

  @Test
  void knowledgeTravelsThroughWhatIsNotShown() throws IOException {
    Filter filter =
        new Filter(Long.MIN_VALUE, Long.MAX_VALUE, "", Set.of("initialized", "received"));
    ShiVizLog log = ShiVizLog.read(Tale.ofAShop().as(Format.SHIVIZ, filter));
    assertThat(log.complaints()).isEmpty();
    assertThat(log.find("shown: only").host()).isEqualTo("notes");
  }

  @Test
  void gapsAndDamageHaveAHostOfTheirOwn() throws IOException {
    Tale tale = Tale.ofAShop().damaged("cut short").tell(new RuntimeEvent.Gap(Pid.NONE, 2));
    ShiVizLog log = ShiVizLog.read(tale.as(Format.SHIVIZ));
    assertThat(log.complaints()).isEmpty();
    assertThat(log.find("missing: cut short").host()).isEqualTo("notes");
    assertThat(log.find("2 events are missing here").host()).isEqualTo("notes");
  }

  @Test
  void moreProcessesThanItDrawsAreRefused() {
    Tale tale = new Tale();
    Pid top = tale.supervisor(Pid.NONE, "top");
    for (int i = 0; i < ShiViz.MOST_HOSTS; i++) {
      tale.worker(top, "w" + i, 1);
    }
    assertThatThrownBy(() -> tale.as(Format.SHIVIZ))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining("201 processes take part")
        .hasMessageContaining("--under");
  }

  @Test
  void theRulesFindAClockThatLeaps() {
    ShiVizLog log =
        ShiVizLog.read(
            """
            (?<event>.*)\\n(?<host>\\S*) (?<clock>{.*})

            x
            a {"a":1}
            y
            a {"a":3,"b":1}
            """);
    assertThat(log.complaints()).hasSize(3);
  }
}
