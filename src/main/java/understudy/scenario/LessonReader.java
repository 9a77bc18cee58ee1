package understudy.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a whole file: its parts are read by readers of their own that share one list of
/// complaints.
final class LessonReader {
  private static final String SCHEMA = "otp-scenario/1";

  /// What a scenario keeps for being recorded again.
  private static final List<String> FOR_RECORDING =
      List.of("relax_reasons", "extra_order", "optional_events");

  private final Complaints complaints;
  private final NodeReader nodes;
  private final StepReader steps;
  private final ExpectedReader expectations;

  LessonReader(Complaints complaints, Set<String> behaviours) {
    var values = new ValueReader(complaints);
    var inits = new InitReader(complaints, values);
    this.complaints = complaints;
    this.nodes = new NodeReader(complaints, values, inits, behaviours);
    this.steps = new StepReader(complaints, values, inits, nodes);
    this.expectations = new ExpectedReader(complaints, values);
  }

  /// The scenario, to be used only if there are no complaints.
  ///
  /// @param otherwise the id of a file that says none
  Optional<Scenario> scenario(Written written, String otherwise) {
    return Form.of(written, "a lesson", complaints).flatMap(form -> scenario(form, otherwise));
  }

  private Optional<Scenario> scenario(Form form, String otherwise) {
    checkSchema(form);
    var id = form.name("id").orElse(otherwise);
    var title = form.text("title").orElse(id);
    var note = form.text("note").orElse("");
    var groups = form.texts("groups");
    var rules = form.texts("rules");
    var quiet = form.whole("quiet_ms", 0, Integer.MAX_VALUE, Scenario.DEFAULT_QUIET_MILLIS);
    var tree = form.needs("tree").at("tree").flatMap(nodes::node);
    var script = script(form);
    var written = form.list("steps").size();
    var expected = form.at("expected").flatMap(trace -> expectations.expected(trace, written));
    FOR_RECORDING.forEach(form::at);
    form.done();
    return tree.map(
        root -> new Scenario(id, title, note, groups, rules, quiet, root, script, expected));
  }

  private void checkSchema(Form form) {
    var schema = form.at("schema");
    form.text("schema")
        .filter(text -> !text.equals(SCHEMA))
        .ifPresent(text ->
            complaints.add(
                schema.orElseThrow().spot(),
                "schema: this program reads " + SCHEMA + ", got " + Quoted.shown(text)));
  }

  private List<Timed> script(Form form) {
    return form.at("steps").isEmpty()
        ? List.of(new Step.Start().timed())
        : form.list("steps").stream().flatMap(step -> steps.timed(step).stream()).toList();
  }
}
