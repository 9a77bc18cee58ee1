package understudy.scenario;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Reads the steps of a script.
final class StepReader {
  static final int MOST_MESSAGES = 1_000_000;

  private final Complaints complaints;
  private final ValueReader values;
  private final InitReader inits;
  private final NodeReader nodes;
  private final LinkedHashMap<String, Function<Form, Step>> ops = new LinkedHashMap<>();
  private final Set<String> tags = new HashSet<>();

  StepReader(Complaints complaints, ValueReader values, InitReader inits, NodeReader nodes) {
    this.complaints = complaints;
    this.values = values;
    this.inits = inits;
    this.nodes = nodes;
    listOps();
  }

  private void listOps() {
    ops.put("start", _ -> new Step.Start());
    ops.put("exit_self", f -> withReason(f, Step.ExitSelf::new));
    ops.put("stop_self", f -> withReason(f, Step.StopSelf::new));
    ops.put("raise", f -> withReason(f, Step.Raise::new));
    ops.put("bad_return", f -> new Step.BadReturn(path(f, "path")));
    ops.put("sleep", f -> new Step.Sleep(path(f, "path"), f.needs("ms").millis("ms")));
    ops.put(
        "signal",
        f -> new Step.Signal(path(f, "path"), values.reason(f, "reason"), optionalPath(f, "from")));
    ops.put(
        "send", f -> new Step.Send(path(f, "path"), f.needs("n").whole("n", 0, MOST_MESSAGES, 0)));
    ops.put("batch", f -> new Step.Batch(path(f, "path"), mails(f)));
    ops.put("get_count", f -> new Step.GetCount(path(f, "path")));
    ops.put("call_exit", f -> withReason(f, Step.CallExit::new));
    ops.put("call_stop_reply", f -> withReason(f, Step.CallStopReply::new));
    ops.put("link", f -> between(f, Step.Link::new));
    ops.put("unlink", f -> between(f, Step.Unlink::new));
    ops.put("monitor", f -> between(f, Step.Monitor::new));
    ops.put("demonitor", f -> between(f, Step.Demonitor::new));
    ops.put("set_init", f -> new Step.SetInit(path(f, "path"), inits.plan(f.needs("init"))));
    ops.put("start_child", this::startChild);
    ops.put(
        "terminate_child",
        f -> new Step.TerminateChild(path(f, "sup"), child(f), f.truth("by_id")));
    ops.put(
        "restart_child", f -> new Step.RestartChild(path(f, "sup"), child(f), f.truth("by_id")));
    ops.put("delete_child", f -> new Step.DeleteChild(path(f, "sup"), child(f), f.truth("by_id")));
    ops.put("which_children", f -> new Step.WhichChildren(path(f, "sup")));
    ops.put("count_children", f -> new Step.CountChildren(path(f, "sup")));
    ops.put("whereis", f -> new Step.Whereis(f.needs("name").name("name").orElse("")));
    ops.put("stop", f -> withReason(f, Step.Stop::new));
    ops.put("parent_exit", f -> new Step.ParentExit(values.reason(f, "reason")));
    ops.put("wait", f -> new Step.Wait(f.needs("ms").millis("ms")));
    ops.put("sequence", f -> new Step.Sequence(inner(f)));
    ops.put("parallel", f -> new Step.Parallel(inner(f)));
    ops.put("async", this::async);
    ops.put("collect", this::collect);
  }

  /// The words that `op` may be.
  Set<String> ops() {
    return ops.keySet();
  }

  Optional<Timed> timed(Written written) {
    return Form.of(written, "a step", complaints)
        .flatMap(form -> {
          form.needs("op");
          var quiet = form.whole("quiet_ms", 0, Integer.MAX_VALUE);
          return step(form)
              .map(step ->
                  new Timed(
                      step,
                      quiet.isPresent()
                          ? OptionalInt.of((int) quiet.getAsLong())
                          : OptionalInt.empty()));
        });
  }

  private Optional<Step> step(Form form) {
    var op = form.text("op");
    if (op.isEmpty()) {
      return Optional.empty();
    }
    var read = ops.get(op.get());
    if (read == null) {
      complaints.add(form.at("op").orElseThrow().spot(), Suggestion.unknown("op", op.get(), ops()));
      return Optional.empty();
    }
    var named = form.as("step " + op.get());
    var step = read.apply(named);
    named.done();
    return Optional.of(step);
  }

  private Step withReason(Form form, BiFunction<ProcessPath, Value, Step> made) {
    return made.apply(path(form, "path"), values.reason(form, "reason"));
  }

  private Step between(Form form, BiFunction<ProcessPath, ProcessPath, Step> made) {
    return made.apply(path(form, "a"), path(form, "b"));
  }

  private ProcessPath path(Form form, String field) {
    return optionalPath(form.needs(field), field).orElse(new ProcessPath("", OptionalInt.empty()));
  }

  private Optional<ProcessPath> optionalPath(Form form, String field) {
    var written = form.at(field);
    return form.text(field)
        .flatMap(text -> {
          var path = Paths.parse(text);
          if (path.isEmpty()) {
            form.expected(
                written.orElseThrow(),
                field,
                "ids joined by '/' from the root's on, as in root/a or root/a@2");
          }
          return path;
        });
  }

  private static String child(Form form) {
    return form.needs("id").id("id").orElse("");
  }

  private Step startChild(Form form) {
    var sup = path(form, "sup");
    var spec = form.at("spec");
    var id = form.id("id");
    if (spec.isPresent() == form.mentions("id")) {
      complaints.add(form.spot(), "step start_child: expected one of the fields spec and id");
    }
    return new Step.StartChild(sup, spec.flatMap(nodes::node), id);
  }

  private List<Mail> mails(Form form) {
    return form.needs("messages").list("messages").stream().map(this::mail).toList();
  }

  private Mail mail(Written written) {
    if (written instanceof Written.Text(_, var text) && text.equals("work")) {
      return new Mail.Work();
    }
    if (written instanceof Written.Mapping) {
      var form = Form.of(written, "a message", complaints).orElseThrow();
      if (form.mentions("exit_self") || form.mentions("stop_self")) {
        Mail mail =
            form.mentions("exit_self")
                ? new Mail.ExitSelf(values.reason(form, "exit_self"))
                : new Mail.StopSelf(values.reason(form, "stop_self"));
        form.done();
        return mail;
      }
    }
    complaints.add(
        written.spot(),
        "messages: expected work, {exit_self: R} or {stop_self: R}, got " + written.shown());
    return new Mail.Work();
  }

  private List<Step> inner(Form form) {
    return form.needs("ops").list("ops").stream().flatMap(op -> inner(op).stream()).toList();
  }

  /// A quiet period inside another step is allowed and has no effect.
  private Optional<Step> inner(Written written) {
    return timed(written).map(Timed::step);
  }

  private Step async(Form form) {
    var tag = form.needs("tag").name("tag").orElse("");
    var of = form.needs("of").at("of").flatMap(this::inner).orElseGet(Step.Start::new);
    tags.add(tag);
    return new Step.Async(tag, of);
  }

  private Step collect(Form form) {
    var tag = form.needs("tag").name("tag");
    tag.filter(name -> !tags.contains(name))
        .ifPresent(name ->
            complaints.add(
                form.at("tag").orElseThrow().spot(),
                "tag: no async step before this one is tagged " + Quoted.shown(name)));
    return new Step.Collect(tag.orElse(""));
  }
}
