package understudy.player;

import java.util.List;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Int;
import understudy.event.ExitReason.Ref;
import understudy.event.ExitReason.Stack;
import understudy.event.ExitReason.Text;
import understudy.event.ExitReason.Tuple;
import understudy.scenario.Value;

/// Reasons as scenario files write them: a string is an atom, a list is a tuple.
final class Terms {
  private Terms() {}

  static ExitReason reason(Value value) {
    return switch (value) {
      case Value.Text(var text) -> ExitReason.atom(text);
      case Value.Num(var number) -> new Int(number);
      case Value.Bool(var truth) -> new Atom(Boolean.toString(truth));
      case Value.Nothing _ -> new Atom("nil");
      case Value.Items(var items) -> new Tuple(items.stream().map(Terms::reason).toList());
      case Value.Fields fields -> new Text(fields.toString());
    };
  }

  private static final Atom START_SPEC = new Atom("start_spec");

  /// What a rejected specification says of itself, left out.
  static final Value DETAIL = Value.text("$detail");

  static Value value(ExitReason reason, Roster roster) {
    return switch (reason) {
      case Atom(var name) -> Value.text(name);
      case Int(var number) -> Value.number(number);
      case Text _ -> DETAIL;
      case Stack _ -> Value.text("$stack");
      case Ref(var pid) -> Value.text("pid:" + roster.label(pid));
      case Tuple(var elements)
          when elements.size() == 2 && elements.getFirst().equals(START_SPEC) ->
          Value.items(Value.text(START_SPEC.name()), DETAIL);
      case Tuple(var elements) ->
          new Value.Items(elements.stream().map(element -> value(element, roster)).toList());
    };
  }

  static Value error(ExitReason reason, Roster roster) {
    return new Value.Items(List.of(Value.text("error"), value(reason, roster)));
  }
}
