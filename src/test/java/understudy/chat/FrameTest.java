package understudy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages on the wire.
class FrameTest {
  private static Frame read(String text) {
    return Frame.read(text).orElseThrow();
  }

  @Test
  void aMessageHasFiveParts() {
    var frame = read("[\"1\",\"7\",\"room:lobby\",\"new_msg\",{\"body\":\"hi\",\"after\":3}]");
    assertThat(frame.joinRef()).isEqualTo("1");
    assertThat(frame.ref()).isEqualTo("7");
    assertThat(frame.topic()).isEqualTo("room:lobby");
    assertThat(frame.event()).isEqualTo("new_msg");
    assertThat(frame.text("body")).isEqualTo("hi");
    assertThat(frame.number("after")).isEqualTo(3);
  }

  @Test
  void whatIsMissingOrOfAnotherKindIsEmpty() {
    var frame = read("[null,null,\"t\",\"e\",{\"body\":5,\"after\":\"x\"}]");
    assertThat(frame.joinRef()).isNull();
    assertThat(frame.text("body")).isEmpty();
    assertThat(frame.text("name")).isEmpty();
    assertThat(frame.number("after")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "[null,null,\"t\",\"e\"]",
        "[null,null,\"t\",\"e\",{},1]",
        "[1,null,\"t\",\"e\",{}]",
        "[null,null,7,\"e\",{}]",
        "[null,null,\"t\",\"e\",[]]",
        "[null,\"123456789012345678901234567890123\",\"t\",\"e\",{}]",
        "[null,null,\"t\",\"e\",{\"a\":[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]}]"
      })
  void anythingElseIsNone(String text) {
    assertThat(Frame.read(text)).isEmpty();
  }

  @Test
  void answersCarryTheNumbersOfTheQuestion() {
    var frame = read("[\"1\",\"7\",\"room:a\\\"b\",\"new_msg\",{}]");
    assertThat(frame.ok("{\"id\":4}"))
        .isEqualTo(
            "[\"1\",\"7\",\"room:a\\\"b\",\"phx_reply\",{\"status\":\"ok\",\"response\":{\"id\":4}}]");
    assertThat(frame.refused("no \"x\""))
        .endsWith("{\"status\":\"error\",\"response\":{\"reason\":\"no \\\"x\\\"\"}}]");
  }
}
