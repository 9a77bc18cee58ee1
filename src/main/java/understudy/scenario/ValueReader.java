package understudy.scenario;

import java.util.LinkedHashMap;
import java.util.Optional;

/// Reads values and reasons.
final class ValueReader {
  private static final Value STAND_IN = new Value.Nothing();

  private final Complaints complaints;

  ValueReader(Complaints complaints) {
    this.complaints = complaints;
  }

  Value value(Written written) {
    return switch (written) {
      case Written.Text(_, var text) -> new Value.Text(text);
      case Written.Whole(_, var number) -> new Value.Num(number);
      case Written.Truth(_, var truth) -> new Value.Bool(truth);
      case Written.Null _ -> new Value.Nothing();
      case Written.Listing(_, var items) ->
          new Value.Items(items.stream().map(this::value).toList());
      case Written.Mapping(_, var fields) -> {
        var values = new LinkedHashMap<String, Value>();
        fields.forEach((name, field) -> values.put(name, value(field.value())));
        yield new Value.Fields(values);
      }
      case Written.Decimal decimal -> {
        complaints.add(
            decimal.spot(), "expected a whole number of at most 64 bits, got " + decimal.shown());
        yield STAND_IN;
      }
    };
  }

  /// The reason in a field that must be there.
  Value reason(Form form, String field) {
    return form.needs(field)
        .at(field)
        .map(written -> reason(form, field, written))
        .orElse(STAND_IN);
  }

  Optional<Value> optionalReason(Form form, String field) {
    return form.at(field).map(written -> reason(form, field, written));
  }

  private Value reason(Form form, String field, Written written) {
    if (written instanceof Written.Mapping || written instanceof Written.Null) {
      form.expected(written, field, "a reason: an atom as text, a tuple as a list, or a number");
      return STAND_IN;
    }
    return value(written);
  }
}
