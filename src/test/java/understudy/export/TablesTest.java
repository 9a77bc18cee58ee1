package understudy.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

class TablesTest {
  static final List<String> HOSTILE = Tale.HOSTILE;

  @Nested
  class Rows {
    private static List<Map<String, String>> read(String text) throws IOException {
      try (var rows =
          new CsvMapper()
              .readerForMapOf(String.class)
              .with(CsvSchema.emptySchema().withHeader())
              .<Map<String, String>>readValues(text)) {
        return rows.readAll();
      }
    }

    private static List<Map<String, String>> processes(Tale tale) throws IOException {
      return read(
          Tale.written(new Order(Format.CSV, List.of(tale.run()), Filter.EVERYTHING, true)));
    }

    @Test
    void oneIsOneEvent() throws IOException {
      Tale tale = Tale.ofAShop();
      List<Map<String, String>> rows = read(tale.as(Format.CSV));
      assertThat(rows).hasSameSizeAs(tale.events());
      assertThat(rows)
          .anySatisfy(row ->
              assertThat(row)
                  .containsEntry("event", "child_exited")
                  .containsEntry("place", "shop")
                  .containsEntry("other_pid", "2")
                  .containsEntry("text", "boom")
                  .containsEntry("details", "decision=restart restarts_in_window=1"));
    }

    @Test
    void oneIsOneProcessIfAskedFor() throws IOException {
      assertThat(processes(Tale.ofAShop()))
          .anySatisfy(row ->
              assertThat(row)
                  .containsEntry("pid", "2")
                  .containsEntry("place", "shop/till")
                  .containsEntry("exit_reason", "boom")
                  .containsEntry("sent", "1")
                  .containsEntry("received", "2")
                  .containsEntry("most_waiting", "1")
                  .containsEntry("waiting_at_end", "0"))
          .anySatisfy(
              row -> assertThat(row).containsEntry("pid", "4").containsEntry("incarnation", "2"))
          .anySatisfy(row ->
              assertThat(row)
                  .containsEntry("place", "shop")
                  .containsEntry("children_restarted", "1"));
    }

    @ParameterizedTest
    @FieldSource("understudy.export.TablesTest#HOSTILE")
    void hostileTextStaysInItsCell(String text) throws IOException {
      Tale tale = Tale.ofAHostileShop(text);
      List<Map<String, String>> rows = read(tale.as(Format.CSV));
      assertThat(rows).hasSameSizeAs(tale.events());
      assertThat(rows)
          .allSatisfy(row -> assertThat(row.values()).noneMatch(cell -> cell.startsWith("=")));
      assertThat(processes(tale)).hasSize(4);
    }

    @Test
    void whatIsMissingAndWhatWasLeftOutHaveRows() throws IOException {
      Tale tale = Tale.ofAShop().damaged("cut short").unreadable(3);
      assertThat(read(tale.as(Format.CSV, Tale.window(1, 2))))
          .extracting(row -> row.get("event") + ": " + row.get("text"))
          .startsWith(
              "note: missing: cut short",
              "note: missing: 3 events that this version cannot read",
              "note: shown: only 13 of 27 events, from 1 s, until 2 s");
    }
  }

  @Nested
  class Lines {
    private static List<String> complaints(String line) throws IOException {
      var schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(Files.readString(Path.of("docs", "events.schema.json")));
      return schema.validate(line, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    private static void assertValid(String text) throws IOException {
      for (String line : text.lines().toList()) {
        assertThat(complaints(line)).as(line).isEmpty();
      }
    }

    @Test
    void theyKeepTheirSchema() throws IOException {
      Tale tale = Tale.ofAShop().damaged("cut short").tell(new RuntimeEvent.Gap(Pid.NONE, 2));
      String text = tale.as(Format.JSONL);
      assertValid(text);
      assertThat(text.lines()).hasSize(tale.events().size() + 1);
    }

    @ParameterizedTest
    @FieldSource("understudy.export.TablesTest#HOSTILE")
    void hostileTextComesBackAsItWas(String text) throws IOException {
      String written = Tale.ofAHostileShop(text).as(Format.JSONL);
      assertValid(written);
      assertThat(written.lines().skip(1).map(line -> JsonMapper.shared().readTree(line)))
          .filteredOn(line -> line.get("event").asString().equals("registered"))
          .last()
          .extracting(line -> line.get("name").asString())
          .isEqualTo(Plain.writable(text));
    }

    @Test
    void everyKindKeepsTheSchema() throws IOException {
      Tale tale = Tale.ofEveryKind();
      String text = tale.as(Format.JSONL);
      assertValid(text);
      assertThat(Kind.all()).allSatisfy(kind -> assertThat(text).contains("\"" + kind + "\""));
    }

    @Test
    void theSchemaRefusesALineWithoutItsFields() throws IOException {
      assertThat(
              complaints(
                  "{\"sequence\":1,\"nanos\":0,\"wall_millis\":0,\"event\":\"sent\",\"pid\":1,\"place\":\"a\"}"))
          .isNotEmpty();
    }
  }

  @Test
  void aFilterByKindKeepsGaps() throws IOException {
    Tale tale = Tale.ofAShop().tell(new RuntimeEvent.Gap(Pid.NONE, 2));
    Filter exits = new Filter(Long.MIN_VALUE, Long.MAX_VALUE, "", Set.of("exited"));
    assertThat(tale.as(Format.JSONL, exits).lines().skip(1))
        .hasSize(2)
        .last()
        .asString()
        .contains("\"gap\"", "\"lost\":2");
  }
}
