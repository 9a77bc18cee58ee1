package understudy.export;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// JSON as it is written here: a token at a time, on a writer that stays open.
final class JsonText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .rootValueSeparator("\n")
          .build();

  private JsonText() {}

  static JsonGenerator on(Writer writer) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), writer);
  }

  static void write(JsonGenerator json, Field field) {
    json.writeName(field.name());
    switch (field.value()) {
      case String text -> json.writeString(Plain.writable(text));
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      default -> throw new IllegalArgumentException("no field has a value such as " + field);
    }
  }
}
