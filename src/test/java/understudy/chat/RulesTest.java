package understudy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What phones may be called.
class RulesTest {
  private static boolean isName(String text) {
    return Rules.isName(text, ChatLimits.USUAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada",
        "Jean-Luc 2",
        "O'Brien",
        "O\u2019Brien",
        "M\u00fcller_X.",
        "\u0645\u0631\u064a\u0645",
        "\u674e\u5c0f\u9f99",
        "\ud83d\ude80",
        "\ud83d\udc4b\ud83c\udffd",
        "\u2764\ufe0f Ada",
        "\ud83d\udc69\u200d\ud83d\ude80",
        "\ud83d\udc69\ud83c\udffd\u200d\ud83d\ude80",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67"
      })
  void lettersPicturesAndAFewSignsAreAName(String text) {
    assertThat(isName(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "Ada!",
        "a/b",
        "<b>",
        "a\u202eb",
        "a\u200db",
        "\u200d",
        "\ud83d\ude80\u200d",
        "a\ud83c\udffd",
        "a\u200b",
        "a\nb",
        "123456789012345678901234567890123"
      })
  void whatHidesTurnsTextRoundOrIsTooLongIsNot(String text) {
    assertThat(isName(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lobby", "room:", "room:a/history", "room: lobby", "users:1"})
  void aTopicThatIsNoRoomsIsNot(String topic) {
    assertThat(Rules.room(topic, ChatLimits.USUAL)).isEqualTo(Optional.empty());
  }
}
