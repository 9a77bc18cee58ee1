package understudy.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what must come out. Fields that only the recording needs are passed over.
final class ExpectedReader {
  private static final Set<String> NOT_IDENTITY = Set.of("reason", "reason_any", "optional");

  private final Complaints complaints;
  private final ValueReader values;

  ExpectedReader(Complaints complaints, ValueReader values) {
    this.complaints = complaints;
    this.values = values;
  }

  /// @param steps how many steps the script has
  Optional<Expected> expected(Written written, int steps) {
    return Form.of(written, "an expected trace", complaints)
        .map(form -> {
          var read =
              form.needs("steps").list("steps").stream()
                  .flatMap(step -> step(step).stream())
                  .toList();
          var listed = form.list("steps").size();
          if (form.mentions("steps") && listed != steps) {
            complaints.add(
                form.spot(),
                "expected: one entry a step, but the script has "
                    + steps
                    + " steps and this has "
                    + listed);
          }
          return new Expected(read, form.needs("final_alive").texts("final_alive"));
        });
  }

  private Optional<ExpectedStep> step(Written written) {
    return Form.of(written, "an expected step", complaints)
        .map(form -> {
          var result = form.at("result").map(values::value).orElseGet(Value::nothing);
          var listed = form.list("events");
          var events = listed.stream().flatMap(event -> event(event).stream()).toList();
          var order =
              form.at("order")
                  .map(pairs -> order(form, pairs, listed.size()))
                  .orElseGet(Order.Total::new);
          return new ExpectedStep(result, events, order);
        });
  }

  private Order order(Form form, Written written, int events) {
    return switch (written) {
      case Written.Text(_, var text) when text.equals("total") -> new Order.Total();
      case Written.Listing(_, var items) ->
          new Order.Pairs(
              items.stream().flatMap(pair -> pair(form, pair, events).stream()).toList());
      case Written other -> {
        form.expected(other, "order", "total or a list of pairs");
        yield new Order.Total();
      }
    };
  }

  private static Optional<Order.Pair> pair(Form form, Written written, int events) {
    if (written instanceof Written.Listing(_, var items)
        && items.size() == 2
        && items.getFirst() instanceof Written.Whole(_, var before)
        && items.getLast() instanceof Written.Whole(_, var after)
        && isEvent(before, events)
        && isEvent(after, events)) {
      return Optional.of(new Order.Pair((int) before, (int) after));
    }
    form.expected(
        written,
        "order",
        "pairs of positions of this step's " + events + " events, counted from 0");
    return Optional.empty();
  }

  private static boolean isEvent(long position, int events) {
    return position >= 0 && position < events;
  }

  private Optional<ExpectedEvent> event(Written written) {
    return Form.of(written, "an event", complaints)
        .map(form -> {
          form.needs("ev").text("ev");
          var identity = new LinkedHashMap<String, Value>();
          form.names().stream()
              .filter(name -> !NOT_IDENTITY.contains(name))
              .forEach(name ->
                  form.at(name).ifPresent(value -> identity.put(name, values.value(value))));
          List<Value> any = form.list("reason_any").stream().map(values::value).toList();
          return new ExpectedEvent(
              identity, form.at("reason").map(values::value), any, form.truth("optional"));
        });
  }
}
