package understudy.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// A value as a scenario file writes it: an exit reason, a result, one argument.
///
/// In a reason or a result a text is an atom and a list is a tuple. Immutable. `toString` is the
/// value's compact JSON: no spaces, fields in their order, so equal lists of values have equal
/// text.
public sealed interface Value {
  /// A text; an atom where a reason is meant.
  ///
  /// @param text without quotes
  record Text(String text) implements Value {
    @Override
    public String toString() {
      return Quoted.json(text);
    }
  }

  /// A whole number.
  ///
  /// @param value as written
  record Num(long value) implements Value {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /// True or false.
  ///
  /// @param value as written
  record Bool(boolean value) implements Value {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /// No value: the result of an operation without a reply.
  record Nothing() implements Value {
    @Override
    public String toString() {
      return "null";
    }
  }

  /// Values in order; a tuple where a reason is meant.
  ///
  /// @param items in order; copied
  record Items(List<Value> items) implements Value {
    /// Takes a copy.
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return items.stream().map(Value::toString).collect(Collectors.joining(",", "[", "]"));
    }
  }

  /// Values by name. Two are equal whatever their order.
  ///
  /// @param fields in the order of the file; copied
  record Fields(SequencedMap<String, Value> fields) implements Value {
    /// Takes a copy.
    public Fields {
      fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String toString() {
      return fields.entrySet().stream()
          .map(field -> Quoted.json(field.getKey()) + ":" + field.getValue())
          .collect(Collectors.joining(",", "{", "}"));
    }
  }

  /// {@return the text, or the atom, `text`}
  ///
  /// @param text without quotes
  static Value text(String text) {
    return new Text(text);
  }

  /// {@return the number `value`}
  ///
  /// @param value any whole number
  static Value number(long value) {
    return new Num(value);
  }

  /// {@return the list, or the tuple, of `items`}
  ///
  /// @param items in order
  static Value items(Value... items) {
    return new Items(List.of(items));
  }

  /// {@return no value}
  static Value nothing() {
    return new Nothing();
  }
}
