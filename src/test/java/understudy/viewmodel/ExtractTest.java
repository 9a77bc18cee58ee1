package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.export.Filter;

class ExtractTest {
  private static Extract typed(String from, String until, String under, String kinds) {
    return new Extract(Extract.FIRST.format(), from, until, under, kinds, false);
  }

  @Test
  void nothingTypedIsEverything() {
    assertThat(Extract.FIRST.problem()).isEmpty();
    assertThat(Extract.FIRST.filter()).isEqualTo(Filter.EVERYTHING);
    assertThat(Extract.FIRST.ending()).isEqualTo("html");
  }

  @Test
  void whatIsTypedIsTheFilter() {
    var extract = typed(" 1.5", "20", " chat/rooms ", "Sent, child-exited");
    assertThat(extract.problem()).isEmpty();
    assertThat(extract.filter())
        .isEqualTo(
            new Filter(
                1_500_000_000L, 20_000_000_000L, "chat/rooms", Set.of("sent", "child_exited")));
  }

  @ParameterizedTest
  @CsvSource({
    "noon, '', '', 'from: seconds of the run, for example 12.5, got ''noon'''",
    "'', -1, '', 'until: seconds of the run, for example 12.5, got ''-1'''",
    "'', NaN, '', 'until: seconds of the run, for example 12.5, got ''NaN'''",
    "5, 4, '', until: the window of time ends before it begins",
    "'', '', party, 'kinds: there is no ''party'''"
  })
  void whatIsWrongIsSaid(String from, String until, String kinds, String problem) {
    assertThat(typed(from, until, "", kinds).problem()).startsWith(problem);
  }

  @Test
  void aPictureOfOneMomentHasNeitherBeginningNorKinds() {
    var dot = typed("1", "2", "rooms", "sent").as("dot");
    assertThat(dot.isMoment()).isTrue();
    assertThat(dot.filter())
        .isEqualTo(new Filter(Long.MIN_VALUE, 2_000_000_000L, "rooms", Set.of()));
  }
}
