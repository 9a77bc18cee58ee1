package understudy.chat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One message of Phoenix Channels, version 2: a JSON array of five.
///
/// @param joinRef the number of the join that this belongs to, if any
/// @param ref the message's own number, which its answer carries, if any
/// @param topic such as `room:lobby`
/// @param event what happens
/// @param payload an object
record Frame(
    @Nullable String joinRef, @Nullable String ref, String topic, String event, JsonNode payload) {
  static final String PHOENIX = "phoenix";
  private static final int PARTS = 5;
  private static final int LONGEST_REF = 32;
  private static final int DEEPEST = 16;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build();

  /// {@return what `text` says; nothing if it is no such message}
  static Optional<Frame> read(String text) {
    JsonNode all;
    try {
      all = JSON.readTree(text);
    } catch (JacksonException _) {
      return Optional.empty();
    }
    if (!all.isArray() || all.size() != PARTS || !all.get(4).isObject()) {
      return Optional.empty();
    }
    boolean isMessage =
        isRef(all.get(0)) && isRef(all.get(1)) && all.get(2).isString() && all.get(3).isString();
    return isMessage
        ? Optional.of(
            new Frame(
                all.get(0).stringValue(null),
                all.get(1).stringValue(null),
                all.get(2).stringValue(),
                all.get(3).stringValue(),
                all.get(4)))
        : Optional.empty();
  }

  private static boolean isRef(JsonNode node) {
    return node.isNull() || (node.isString() && node.stringValue().length() <= LONGEST_REF);
  }

  /// {@return a text of the payload, empty if there is none of that name}
  String text(String field) {
    return payload.path(field).stringValue("");
  }

  /// {@return a whole number of the payload, 0 if there is none of that name}
  long number(String field) {
    JsonNode node = payload.path(field);
    return node.canConvertToLong() ? node.longValue(0) : 0;
  }

  /// {@return the answer to this that it went well}
  String ok(String response) {
    return reply("ok", response);
  }

  /// {@return the answer to this that it was refused}
  String refused(String reason) {
    return reply("error", "{\"reason\":" + quote(reason) + "}");
  }

  private String reply(String status, String response) {
    return write(
        joinRef,
        ref,
        topic,
        "phx_reply",
        "{\"status\":\"" + status + "\",\"response\":" + response + "}");
  }

  /// {@return a message to whoever is in `topic`}
  static String broadcast(String topic, String event, String payload) {
    return write(null, null, topic, event, payload);
  }

  static String write(
      @Nullable String joinRef, @Nullable String ref, String topic, String event, String payload) {
    return "["
        + quote(joinRef)
        + ","
        + quote(ref)
        + ","
        + quote(topic)
        + ","
        + quote(event)
        + ","
        + payload
        + "]";
  }

  /// {@return `text` as JSON has it}
  static String quote(@Nullable String text) {
    return text == null ? "null" : JSON.writeValueAsString(text);
  }
}
