package understudy.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Turns the text of a file into [Written] values, within bounds of depth and number.
///
/// Not a tree of Jackson's: its nodes do not know where they stand.
final class Tokens {
  static final int DEEPEST = 64;
  static final int MOST_VALUES = 100_000;

  /// Of YAML only, whose scanner takes a time that grows with the square of a word's length.
  static final int LONGEST_LINE = 65_536;

  private static final TokenStreamFactory JSON = new JsonFactory();

  /// Duplicates are ours to tell: the engine knows only the second place.
  private static final TokenStreamFactory YAML =
      YAMLFactory.builder()
          .loadSettings(
              LoadSettings.builder()
                  .setCodePointLimit(FileText.MOST_BYTES)
                  .setAllowDuplicateKeys(true)
                  .build())
          .build();

  private final JsonParser parser;
  private final Complaints complaints;
  private int values;

  private Tokens(JsonParser parser, Complaints complaints) {
    this.parser = parser;
    this.complaints = complaints;
  }

  /// The one value in `text`, or nothing after a complaint.
  static Optional<Written> read(String text, boolean yaml, Complaints complaints) {
    if (yaml && isTooWide(text, complaints)) {
      return Optional.empty();
    }
    var factory = yaml ? YAML : JSON;
    try (var parser = factory.createParser(ObjectReadContext.empty(), text)) {
      try {
        return Optional.of(new Tokens(parser, complaints).file());
      } catch (Refused refused) {
        complaints.add(refused.spot, refused.text);
      } catch (JacksonException broken) {
        Malformed.explain(broken, yaml, placeOf(parser), complaints);
      }
    }
    return Optional.empty();
  }

  private static boolean isTooWide(String text, Complaints complaints) {
    var start = 0;
    for (var line = 1; start <= text.length(); line++) {
      var end = text.indexOf('\n', start);
      var length = (end < 0 ? text.length() : end) - start;
      if (length > LONGEST_LINE) {
        complaints.add(
            new Spot(line, LONGEST_LINE + 1),
            "a line of " + length + " characters; expected at most " + LONGEST_LINE + ", break it");
        return true;
      }
      start += length + 1;
    }
    return false;
  }

  private Written file() {
    var first = parser.nextToken();
    if (first == null) {
      throw new Refused(Spot.WHOLE_FILE, "the file is empty; expected a tree and steps");
    }
    var written = value(first, 1);
    if (parser.nextToken() != null) {
      throw new Refused(here(), "text after the end of the lesson; a file holds one");
    }
    return written;
  }

  private Written value(@Nullable JsonToken token, int depth) {
    var spot = here();
    refuseReferences(spot);
    if (++values > MOST_VALUES) {
      throw new Refused(spot, "more than " + MOST_VALUES + " values; make the lesson smaller");
    }
    return switch (token) {
      case START_OBJECT -> object(spot, deeper(spot, depth));
      case START_ARRAY -> listing(spot, deeper(spot, depth));
      case VALUE_STRING -> new Written.Text(spot, parser.getString());
      case VALUE_NUMBER_INT -> whole(spot, parser.getString());
      case VALUE_NUMBER_FLOAT -> new Written.Decimal(spot, parser.getString());
      case VALUE_TRUE -> new Written.Truth(spot, true);
      case VALUE_FALSE -> new Written.Truth(spot, false);
      case VALUE_NULL -> new Written.Null(spot);
      case null -> throw new Refused(spot, "the file ends too early; it may be cut short");
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new Refused(spot, "expected a value, got " + token);
    };
  }

  private static int deeper(Spot spot, int depth) {
    if (depth > DEEPEST) {
      throw new Refused(spot, "nested deeper than " + DEEPEST + " levels; make the tree flatter");
    }
    return depth + 1;
  }

  private static Written whole(Spot spot, String digits) {
    try {
      return new Written.Whole(spot, Long.parseLong(digits));
    } catch (NumberFormatException tooLarge) {
      return new Written.Decimal(spot, digits);
    }
  }

  private Written listing(Spot spot, int depth) {
    var items = new ArrayList<Written>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      items.add(value(token, depth));
    }
    return new Written.Listing(spot, items);
  }

  private Written object(Spot spot, int depth) {
    var fields = new LinkedHashMap<String, Written.Field>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var nameSpot = here();
      refuseReferences(nameSpot);
      var name = parser.currentName();
      var field = new Written.Field(nameSpot, value(parser.nextToken(), depth));
      var first = fields.putIfAbsent(name, field);
      if (first != null) {
        complaints.add(
            nameSpot,
            Quoted.shown(name)
                + " stands here twice, first in line "
                + first.nameSpot().line()
                + "; keep one");
      }
    }
    return new Written.Mapping(spot, fields);
  }

  private void refuseReferences(Spot spot) {
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw new Refused(
          spot,
          "alias "
              + Quoted.shown("*" + yaml.getString())
              + ": a lesson is a plain tree and cannot refer to itself; write the value out again");
    }
    if (parser.getObjectId() instanceof String anchor) {
      throw new Refused(
          spot,
          "anchor "
              + Quoted.shown("&" + anchor)
              + ": a lesson is a plain tree and cannot refer to itself; remove it");
    }
    if (parser.getTypeId() instanceof String tag) {
      throw new Refused(
          spot, "tag " + Quoted.shown("!" + tag) + ": a lesson has plain values; remove it");
    }
  }

  private Spot here() {
    var at = parser.currentTokenLocation();
    return new Spot(Math.max(at.getLineNr(), 1), Math.max(at.getColumnNr(), 1));
  }

  private static Spot placeOf(JsonParser parser) {
    var at = parser.currentLocation();
    return new Spot(Math.max(at.getLineNr(), 1), Math.max(at.getColumnNr(), 1));
  }

  /// Ends the reading of a file that can be read no further; never leaves this class.
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Spot spot;
    private final String text;

    Refused(Spot spot, String text) {
      super(text, null, false, false);
      this.spot = spot;
      this.text = text;
    }
  }
}
