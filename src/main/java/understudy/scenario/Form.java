package understudy.scenario;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Takes the fields of one object by name and kind. A field that does not fit is complained about
/// and counts as absent, so that reading goes on; one that nobody asked for is unknown.
final class Form {
  private static final int LONGEST_NAME = 255;

  private final Written.Mapping object;
  private final String what;
  private final Complaints complaints;
  private final Set<String> asked = new LinkedHashSet<>();

  private Form(Written.Mapping object, String what, Complaints complaints) {
    this.object = object;
    this.what = what;
    this.complaints = complaints;
  }

  /// The fields of `written`, or nothing after a complaint.
  ///
  /// @param what it is, with its article, as in `a worker`
  static Optional<Form> of(Written written, String what, Complaints complaints) {
    if (written instanceof Written.Mapping object) {
      return Optional.of(new Form(object, what, complaints));
    }
    complaints.add(written.spot(), "expected " + what + " as an object, got " + written.shown());
    return Optional.empty();
  }

  /// The same object, now that more is known of it.
  Form as(String better) {
    var form = new Form(object, better, complaints);
    form.asked.addAll(asked);
    return form;
  }

  Spot spot() {
    return object.spot();
  }

  String what() {
    return what;
  }

  /// Whether the field is there, without asking for it.
  boolean mentions(String field) {
    return object.fields().containsKey(field);
  }

  Set<String> names() {
    return object.fields().keySet();
  }

  Optional<Written> at(String field) {
    asked.add(field);
    return Optional.ofNullable(object.fields().get(field)).map(Written.Field::value);
  }

  /// Complains if the field is not there.
  Form needs(String field) {
    if (at(field).isEmpty()) {
      complaints.add(spot(), what + " needs the field '" + field + "'; add it");
    }
    return this;
  }

  void expected(Written written, String field, String wanted) {
    complaints.add(written.spot(), field + ": expected " + wanted + ", got " + written.shown());
  }

  Optional<String> text(String field) {
    return at(field).flatMap(written -> asText(written, field));
  }

  private Optional<String> asText(Written written, String field) {
    if (written instanceof Written.Text text) {
      return Optional.of(text.text());
    }
    var scalar = !(written instanceof Written.Listing || written instanceof Written.Mapping);
    expected(written, field, scalar ? "text between quotes" : "text");
    return Optional.empty();
  }

  /// Text that can name something.
  Optional<String> name(String field) {
    var written = at(field);
    return text(field)
        .filter(text -> {
          var fits = !text.isBlank() && text.length() <= LONGEST_NAME;
          if (!fits) {
            expected(
                written.orElseThrow(), field, "a name of 1 to " + LONGEST_NAME + " characters");
          }
          return fits;
        });
  }

  /// A name that can be a part of a path.
  Optional<String> id(String field) {
    var written = at(field);
    return name(field)
        .filter(text -> {
          var fits = Paths.isId(text);
          if (!fits) {
            expected(written.orElseThrow(), field, "an id without '/' and '@', which paths need");
          }
          return fits;
        });
  }

  boolean truth(String field) {
    return at(field)
        .map(written -> {
          if (written instanceof Written.Truth truth) {
            return truth.value();
          }
          expected(written, field, "true or false");
          return false;
        })
        .orElse(false);
  }

  OptionalLong whole(String field, long least, long most) {
    var written = at(field);
    if (written.isEmpty()) {
      return OptionalLong.empty();
    }
    if (written.get() instanceof Written.Whole whole
        && whole.value() >= least
        && whole.value() <= most) {
      return OptionalLong.of(whole.value());
    }
    expected(written.get(), field, "a whole number from " + least + " to " + most);
    return OptionalLong.empty();
  }

  int whole(String field, int least, int most, int otherwise) {
    return (int) whole(field, least, most).orElse(otherwise);
  }

  long millis(String field) {
    return whole(field, 0, Shutdown.LONGEST_MILLIS).orElse(0);
  }

  <E extends Enum<E>> E choice(String field, E[] choices, E otherwise) {
    var words = Arrays.stream(choices).map(Form::word).toList();
    var written = at(field);
    return text(field)
        .map(text -> {
          var index = words.indexOf(text);
          if (index < 0) {
            complaints.add(written.orElseThrow().spot(), Suggestion.unknown(field, text, words));
            return otherwise;
          }
          return choices[index];
        })
        .orElse(otherwise);
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  List<Written> list(String field) {
    return at(field)
        .map(written -> {
          if (written instanceof Written.Listing(_, var items)) {
            return items;
          }
          expected(written, field, "a list");
          return List.<Written>of();
        })
        .orElse(List.of());
  }

  List<String> texts(String field) {
    return list(field).stream().flatMap(item -> asText(item, field).stream()).toList();
  }

  /// Complains about every field that nobody asked for.
  void done() {
    object
        .fields()
        .forEach((name, field) -> {
          if (!asked.contains(name)) {
            complaints.add(
                field.nameSpot(), Suggestion.unknown("field", name, asked, " in " + what));
          }
        });
  }
}
