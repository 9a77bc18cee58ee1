package understudy.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/// Reads the nodes of a tree.
final class NodeReader {
  private enum Type {
    WORKER,
    SUPERVISOR
  }

  private static final Set<String> ONLY_SUPERVISORS =
      Set.of(
          "strategy",
          "intensity",
          "period",
          "auto_shutdown",
          "children",
          "template",
          "max_children",
          "backoff");

  private final Complaints complaints;
  private final ValueReader values;
  private final InitReader inits;
  private final Set<String> behaviours;

  NodeReader(Complaints complaints, ValueReader values, InitReader inits, Set<String> behaviours) {
    this.complaints = complaints;
    this.values = values;
    this.inits = inits;
    this.behaviours = new TreeSet<>(behaviours);
  }

  /// The node that is written, or nothing after a complaint.
  Optional<TreeNode> node(Written written) {
    return Form.of(written, "a node", complaints)
        .map(form ->
            switch (type(form)) {
              case WORKER -> worker(form.as("a worker"));
              case SUPERVISOR -> supervisor(form.as("a supervisor"));
            });
  }

  /// A node that forgot to say that it is a supervisor is told so, once.
  private Type type(Form form) {
    var type = form.choice("type", Type.values(), Type.WORKER);
    var forgotten =
        form.mentions("type") || form.names().stream().noneMatch(ONLY_SUPERVISORS::contains);
    if (forgotten) {
      return type;
    }
    var field = form.names().stream().filter(ONLY_SUPERVISORS::contains).findFirst().orElseThrow();
    complaints.add(
        form.spot(), "a worker has no '" + field + "'; add the field type with value supervisor");
    return Type.SUPERVISOR;
  }

  private WorkerNode worker(Form form) {
    var node =
        new WorkerNode(
            id(form),
            restart(form),
            form.truth("significant"),
            shutdown(form, Shutdown.WORKER_DEFAULT),
            form.name("name"),
            form.truth("trap_exit"),
            inits.plan(form),
            form.at("terminate").map(inits::terminate).orElse(Terminate.PLAIN),
            form.at("continue").flatMap(inits::proceed),
            behaviour(form),
            args(form));
    form.done();
    return node;
  }

  private SupervisorNode supervisor(Form form) {
    var strategy = form.choice("strategy", Strategy.values(), Strategy.ONE_FOR_ONE);
    var node =
        new SupervisorNode(
            id(form),
            restart(form),
            form.truth("significant"),
            shutdown(form, Shutdown.SUPERVISOR_DEFAULT),
            form.name("name"),
            strategy,
            anyWhole(form, "intensity", SupervisorNode.DEFAULT_INTENSITY),
            anyWhole(form, "period", SupervisorNode.DEFAULT_PERIOD_SECONDS),
            form.choice("auto_shutdown", AutoShutdown.values(), AutoShutdown.NEVER),
            children(form, strategy),
            template(form, strategy),
            maxChildren(form, strategy),
            form.at("backoff").flatMap(this::backoff));
    form.done();
    return node;
  }

  /// A number that the supervisor judges itself: what is wrong with it is the answer to its start
  /// (SUP-05).
  private static int anyWhole(Form form, String field, int otherwise) {
    return form.whole(field, Integer.MIN_VALUE, Integer.MAX_VALUE, otherwise);
  }

  private String id(Form form) {
    return form.needs("id").id("id").orElse("");
  }

  private static Restart restart(Form form) {
    return form.choice("restart", Restart.values(), Restart.PERMANENT);
  }

  private static Shutdown shutdown(Form form, Shutdown otherwise) {
    return form.at("shutdown")
        .map(written ->
            switch (written) {
              case Written.Text(_, var text) when text.equals("infinity") ->
                  new Shutdown.Infinity();
              case Written.Text(_, var text) when text.equals("brutal_kill") ->
                  new Shutdown.BrutalKill();
              case Written.Whole(_, var millis) when Math.abs(millis) <= Shutdown.LONGEST_MILLIS ->
                  new Shutdown.Within(millis);
              case Written other -> {
                form.expected(
                    other,
                    "shutdown",
                    "milliseconds up to " + Shutdown.LONGEST_MILLIS + ", infinity or brutal_kill");
                yield otherwise;
              }
            })
        .orElse(otherwise);
  }

  private List<TreeNode> children(Form form, Strategy strategy) {
    var written = form.at("children");
    var children = form.list("children");
    if (!children.isEmpty() && !hasStaticChildren(strategy)) {
      complaints.add(
          written.orElseThrow().spot(),
          "children: a "
              + word(strategy)
              + " supervisor begins without any; add them with start_child steps");
    }
    return children.stream().flatMap(child -> node(child).stream()).toList();
  }

  private static boolean hasStaticChildren(Strategy strategy) {
    return switch (strategy) {
      case ONE_FOR_ONE, ONE_FOR_ALL, REST_FOR_ONE -> true;
      case SIMPLE_ONE_FOR_ONE, DYNAMIC -> false;
    };
  }

  private static String word(Strategy strategy) {
    return strategy.name().toLowerCase(Locale.ROOT);
  }

  private Optional<WorkerNode> template(Form form, Strategy strategy) {
    var written = form.at("template");
    if (strategy == Strategy.SIMPLE_ONE_FOR_ONE) {
      form.needs("template");
    } else if (written.isPresent()) {
      complaints.add(
          written.get().spot(),
          "template: only a simple_one_for_one supervisor has one, this is " + word(strategy));
    }
    var node = written.flatMap(this::node);
    if (node.isPresent() && node.get() instanceof SupervisorNode) {
      complaints.add(written.orElseThrow().spot(), "template: expected a worker, got a supervisor");
    }
    return node.flatMap(
        found -> found instanceof WorkerNode worker ? Optional.of(worker) : Optional.empty());
  }

  private OptionalInt maxChildren(Form form, Strategy strategy) {
    var written = form.at("max_children");
    if (written.isEmpty()) {
      return OptionalInt.empty();
    }
    if (strategy != Strategy.DYNAMIC) {
      complaints.add(
          written.get().spot(),
          "max_children: only a dynamic supervisor has it, this is " + word(strategy));
    }
    if (written.get() instanceof Written.Text(_, var text) && text.equals("infinity")) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(anyWhole(form, "max_children", 0));
  }

  private Optional<Backoff> backoff(Written written) {
    return Form.of(written, "a backoff", complaints)
        .map(form -> {
          var base = form.needs("base_ms").whole("base_ms", 1, Shutdown.LONGEST_MILLIS).orElse(1);
          var cap = form.whole("cap_ms", base, Shutdown.LONGEST_MILLIS);
          var reset = form.whole("reset_ms", 0, Shutdown.LONGEST_MILLIS);
          var factor = factor(form);
          form.done();
          return new Backoff(
              base,
              factor,
              cap.orElse(Math.max(base, Backoff.DEFAULT_CAP_MILLIS)),
              reset.orElse(Backoff.DEFAULT_RESET_MILLIS));
        });
  }

  private static double factor(Form form) {
    return form.at("factor")
        .map(written -> {
          var factor =
              switch (written) {
                case Written.Whole(_, var whole) -> (double) whole;
                case Written.Decimal decimal -> decimal.value();
                case Written _ -> Double.NaN;
              };
          if (factor >= 1 && factor <= Backoff.LARGEST_FACTOR) {
            return factor;
          }
          form.expected(written, "factor", "a number from 1 to " + Backoff.LARGEST_FACTOR);
          return Backoff.DEFAULT_FACTOR;
        })
        .orElse(Backoff.DEFAULT_FACTOR);
  }

  private String behaviour(Form form) {
    var written = form.at("behaviour");
    return form.text("behaviour")
        .filter(text -> {
          var known = behaviours.contains(text) || text.equals(WorkerNode.SCRIPTED);
          if (!known) {
            complaints.add(
                written.orElseThrow().spot(), Suggestion.unknown("behaviour", text, behaviours));
          }
          return known;
        })
        .orElse(WorkerNode.SCRIPTED);
  }

  private SequencedMap<String, Value> args(Form form) {
    var args = new LinkedHashMap<String, Value>();
    var written = form.at("args");
    if (written.isEmpty()) {
      return args;
    }
    if (!(written.get() instanceof Written.Mapping(_, var fields))) {
      form.expected(written.get(), "args", "an object");
      return args;
    }
    fields.forEach((name, field) -> {
      switch (field.value()) {
        case Written.Text _, Written.Whole _, Written.Truth _, Written.Decimal _ ->
            args.put(name, values.value(field.value()));
        case Written.Null _, Written.Listing _, Written.Mapping _ ->
            form.expected(field.value(), "args", "text, a whole number, true or false for each");
      }
    });
    return args;
  }
}
