package understudy.player;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.event.ExitReason.Atom;

/// How a deed is written on a command line.
class ActReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "12.345s#873 kill chat/rooms/lobby",
        "0s kill <0.7.0>",
        "1.000000001s raise chat/rooms/lobby@2 \"a \\\"b\\\"\"",
        "3s exit chat {shutdown, 'Hello world'}",
        "3s kill-tree \"a b/c\"",
        "3s stop chat/rooms",
        "3s suspend chat/rooms/lobby",
        "3s resume chat/rooms/lobby",
        "3s send chat/rooms/lobby {say, \"hello\", <0.3.0>, -4}",
        "3s deliver chat/rooms/lobby 4711",
        "3s spawn chat/rooms attic room transient",
        "3s chaos everything 2.5/s seed 9",
        "3s chaos \"everything\" 0.5/s seed -1",
        "3s end-chaos",
        "3s traffic chat/rooms/lobby 20.0/s ping",
        "3s end-traffic chat/rooms/lobby",
        "3s slow chat/rooms/lobby 250ms",
        "3s end-slow chat/rooms/lobby"
      })
  void isReadAndWrittenAlike(String line) {
    assertThat(ActReader.act(line))
        .isInstanceOfSatisfying(
            ActReader.Read.Good.class, read -> assertThat(read.act()).hasToString(line));
  }

  @Test
  void whatNeedNotBeSaidIsTheUsual() {
    assertThat(ActReader.act("  2s   spawn chat/rooms attic room "))
        .isEqualTo(ActReader.act("2s spawn chat/rooms attic room permanent"));
    assertThat(ActReader.act("2s chaos everything 1/s"))
        .isEqualTo(ActReader.act("2s chaos everything 1/s seed 1"));
    assertThat(ActReader.act("2s exit chat kill"))
        .isEqualTo(
            new ActReader.Read.Good(
                new Act(Moment.at(2_000_000_000L), new Deed.Signal(Who.at("chat"), Atom.KILL))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | column 1: expected a moment such as 12.345s or 12.345s#873, but the text ends",
        "12 kill a | column 1: expected a moment such as 12.345s or 12.345s#873, got '12'",
        "99999999999s kill a"
            + " | column 1: expected a moment such as 12.345s or 12.345s#873, got '99999999999s'",
        "1s kill | column 8: expected a process: a place such as chat/rooms/lobby, or a pid, but"
            + " the text ends",
        "1s kill a b | column 11: nothing more is expected, got 'b'",
        "1s kill <0.x.0> | column 9: a pid looks like <0.42.0>, got '<0.x.0>'",
        "1s kill a@0 | column 10: after @ stands which of those who played the part, from 1, got"
            + " '0'",
        "1s kill \"a | column 9: the \" is never closed; add \"",
        "1s send a {b | column 13: the { at column 1 is never closed; add }",
        "1s chaos a 0/s | column 12: expected a rate above 0 and up to 10000, such as 2.5/s, got"
            + " '0/s'",
        "1s slow a 0ms | column 11: expected a time from 1ms to 600000ms, got '0ms'",
        "1s deliver a b | column 14: expected the number of a message, got 'b'",
      })
  void whatIsWrongIsToldInOneLineWithItsPlace(String line, String problem) {
    assertThat(ActReader.act(line)).isEqualTo(new ActReader.Read.Bad(problem));
  }

  @Test
  void anUnknownDeedIsAnsweredWithThoseThereAre() {
    assertThat(ActReader.act("1s poke a"))
        .isInstanceOfSatisfying(
            ActReader.Read.Bad.class,
            bad ->
                assertThat(bad.problem())
                    .startsWith("column 4: there is no deed 'poke'; expected one of kill, raise,"));
  }

  @Test
  void aMomentMayStandAlone() {
    assertThat(ActReader.moment("34.2s#9981"))
        .isEqualTo(new ActReader.Read.Time(new Moment(34_200_000_000L, 9981)));
    assertThat(ActReader.moment("34.2s kill a")).isInstanceOf(ActReader.Read.Bad.class);
  }
}
