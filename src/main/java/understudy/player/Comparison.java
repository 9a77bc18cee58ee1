package understudy.player;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import understudy.scenario.Expected;
import understudy.scenario.ExpectedEvent;
import understudy.scenario.ExpectedStep;
import understudy.scenario.Order;
import understudy.scenario.Value;

/// Holds a trace against the one that the real BEAM gave.
///
/// Accepted is a trace in which every step has the expected events as a multiset (what an event is,
/// is all its fields but the reason), the reasons match, no ordered pair is reversed, the results
/// are equal, and the same processes are alive at the end.
public final class Comparison {
  private static final String REASON = "reason";

  private record Identity(SequencedMap<String, Value> fields, int occurrence) {
    @Override
    public String toString() {
      var text = new StringBuilder();
      fields.forEach(
          (name, value) -> text.append(text.isEmpty() ? "" : " ").append(plain(name, value)));
      return occurrence == 1 ? text.toString() : text + " (#" + occurrence + ")";
    }

    private static String plain(String name, Value value) {
      return switch (value) {
        case Value.Text(var text) -> text;
        case Value.Num _ -> name + " " + value;
        default -> value.toString();
      };
    }
  }

  private final List<String> differences = new ArrayList<>();

  private Comparison() {}

  /// {@return what differs, a line each; nothing if the trace is accepted}
  ///
  /// @param expected what the real BEAM gave
  /// @param played what was played here
  public static List<String> differences(Expected expected, Played played) {
    var comparison = new Comparison();
    comparison.compare(expected, played);
    return comparison.differences;
  }

  private void compare(Expected expected, Played played) {
    if (expected.steps().size() != played.steps().size()) {
      differences.add(
          "%d steps expected, %d played".formatted(expected.steps().size(), played.steps().size()));
      return;
    }
    for (int i = 0; i < played.steps().size(); i++) {
      compare("step " + (i + 1) + ": ", expected.steps().get(i), played.steps().get(i));
    }
    var alive = expected.finalAlive().stream().sorted().toList();
    if (!alive.equals(played.finalAlive())) {
      differences.add("alive at the end: " + played.finalAlive() + ", expected " + alive);
    }
  }

  private void compare(String where, ExpectedStep expected, PlayedStep played) {
    if (!same(expected.result(), played.result())) {
      differences.add(where + "result " + played.result() + ", expected " + expected.result());
    }
    var wanted = numbered(expected.events().stream().map(ExpectedEvent::identity).toList());
    var got =
        numbered(played.events().stream().map(event -> withoutReason(event.fields())).toList());
    var position = new HashMap<Identity, Integer>();
    for (int i = 0; i < got.size(); i++) {
      position.put(got.get(i), i);
    }
    for (int i = 0; i < wanted.size(); i++) {
      Integer at = position.get(wanted.get(i));
      ExpectedEvent event = expected.events().get(i);
      if (at == null) {
        if (!event.optional()) {
          differences.add(where + "missing: " + wanted.get(i));
        }
      } else {
        compareReason(where, event, wanted.get(i), played.events().get(at).fields().get(REASON));
      }
    }
    got.stream()
        .filter(one -> !wanted.contains(one))
        .forEach(one -> differences.add(where + "unexpected: " + one));
    compareOrder(where, expected.order(), wanted, position);
  }

  private void compareReason(
      String where, ExpectedEvent expected, Identity event, @Nullable Value got) {
    boolean any =
        expected.reasonAny().isEmpty()
            || expected.reasonAny().stream().anyMatch(reason -> same(reason, got));
    boolean exact = expected.reason().isEmpty() || same(expected.reason().get(), got);
    if (!any || !exact) {
      differences.add(
          "%sreason of %s is %s, expected %s"
              .formatted(
                  where,
                  event,
                  got,
                  expected.reason().<Object>map(one -> one).orElse(expected.reasonAny())));
    }
  }

  /// Whether two values are the same. What a rejected specification says of itself is left out by
  /// either side, as [Terms#DETAIL], and then stands for whatever the other says.
  private static boolean same(Value expected, @Nullable Value got) {
    if (Terms.DETAIL.equals(expected) || Terms.DETAIL.equals(got)) {
      return got != null;
    }
    if (expected instanceof Value.Items(var wanted)
        && got instanceof Value.Items(var items)
        && wanted.size() == items.size()) {
      return IntStream.range(0, items.size()).allMatch(i -> same(wanted.get(i), items.get(i)));
    }
    return expected.equals(got);
  }

  private void compareOrder(
      String where, Order order, List<Identity> wanted, Map<Identity, Integer> position) {
    BitSet[] after = closure(order, wanted.size());
    for (int i = 0; i < after.length; i++) {
      Integer first = position.get(wanted.get(i));
      for (int j = after[i].nextSetBit(0); j >= 0; j = after[i].nextSetBit(j + 1)) {
        Integer second = position.get(wanted.get(j));
        if (first != null && second != null && first > second) {
          differences.add(where + wanted.get(i) + " must come before " + wanted.get(j));
        }
      }
    }
  }

  /// {@return for each event those that must come after it, however far down the chain}
  private static BitSet[] closure(Order order, int count) {
    var after = new BitSet[count];
    for (int i = 0; i < count; i++) {
      after[i] = new BitSet(count);
    }
    switch (order) {
      case Order.Total _ -> {
        for (int i = 0; i < count; i++) {
          after[i].set(i + 1, count);
        }
      }
      case Order.Pairs(var pairs) -> {
        pairs.forEach(pair -> after[pair.before()].set(pair.after()));
        for (int through = 0; through < count; through++) {
          for (int i = 0; i < count; i++) {
            if (after[i].get(through)) {
              after[i].or(after[through]);
            }
          }
        }
      }
    }
    return after;
  }

  private static SequencedMap<String, Value> withoutReason(SequencedMap<String, Value> fields) {
    var rest = new LinkedHashMap<>(fields);
    rest.remove(REASON);
    return rest;
  }

  private static List<Identity> numbered(List<? extends SequencedMap<String, Value>> events) {
    var seen = new HashMap<SequencedMap<String, Value>, Integer>();
    var identities = new ArrayList<Identity>();
    for (var event : events) {
      identities.add(new Identity(event, seen.merge(event, 1, Integer::sum)));
    }
    return identities;
  }
}
