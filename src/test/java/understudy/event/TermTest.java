package understudy.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {
  @Nested
  class Good {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "ping | ping",
          "  ping  | ping",
          ":ping | ping",
          "'Hello world' | Hello world",
          "42 | 42",
          "-1_000 | -1000",
          "\"a \\\"b\\\"\" | \"a \"b\"\"",
          "{} | {}",
          "{say, \"hello\"} | {say, \"hello\"}",
          "{a,{b,1},<0.42.0>} | {a, {b, 1}, <0.42.0>}",
        })
    void readsWhatAPersonTypes(String typed, String read) {
      assertThat(Term.parse(typed))
          .isInstanceOfSatisfying(
              Term.Parsed.Good.class, good -> assertThat(good.value()).hasToString(read));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "ping",
          "'Hello world'",
          "''",
          "-12",
          "\"a \\\"b\\\" \\\\ c\\n\"",
          "{}",
          "{say, {'a\\'b', <0.7.0>}, \"x\"}"
        })
    void isWrittenAsItIsTyped(String typed) {
      assertThat(Term.parse(typed))
          .isInstanceOfSatisfying(
              Term.Parsed.Good.class,
              read -> assertThat(Term.parse(Term.written(read.value()))).isEqualTo(read));
    }

    @Test
    void knowsTheReasonsThatHaveAMeaning() {
      assertThat(Term.parse("kill")).isEqualTo(new Term.Parsed.Good(ExitReason.Atom.KILL));
    }
  }

  @Nested
  class Bad {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "`` | column 1: nothing is written yet; for example ping or {say, \"hello\"}",
          "{say, \"hello\" | column 14: the { at column 1 is never closed; add }",
          "{a b} | column 4: expected , or } after a value, got 'b'",
          "a b | column 3: the term ends before 'b'; put several into {a, b}",
          "Boom | column 1: words begin with a small letter, got Boom; write boom or 'Boom'",
          "[a, b] | column 1: lists are not understood here, got [; write a tuple {a, b} instead",
          "1.5 | column 2: numbers are whole here, got '.'; write it as \"text\"",
          "\"open | column 6: the \" at column 1 is never closed; add \"",
          "<12> | column 1: a pid looks like <0.42.0>, got <12>",
          "{a, | column 4: expected a value, but the text ends",
          "% | column 1: expected a word, a number, \"text\" or {a, b}, got '%'",
        })
    void saysWhereAndWhat(String typed, String problem) {
      assertThat(Term.parse(typed))
          .isInstanceOfSatisfying(
              Term.Parsed.Bad.class, bad -> assertThat(bad.problem()).isEqualTo(problem));
    }

    @Test
    void refusesWhatIsTooLong() {
      assertThat(Term.parse("a".repeat(Term.LONGEST + 1)))
          .isEqualTo(
              new Term.Parsed.Bad(2001, "column 2001: at most 2000 characters fit here, got 2001"));
    }

    @Test
    void refusesWhatIsTooDeep() {
      assertThat(Term.parse("{".repeat(500))).isInstanceOf(Term.Parsed.Bad.class);
    }

    @Test
    void refusesANumberThatDoesNotFit() {
      assertThat(Term.parse("9".repeat(40))).isInstanceOf(Term.Parsed.Bad.class);
    }
  }
}
