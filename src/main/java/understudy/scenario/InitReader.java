package understudy.scenario;

import java.util.List;
import java.util.Optional;

/// Reads what a worker does when it starts and ends.
final class InitReader {
  private static final String WANTED =
      "ok, ignore, {stop: R}, {exit: R}, {raise: R} or {delay_ms: n, then: ENTRY}";

  private final Complaints complaints;
  private final ValueReader values;

  InitReader(Complaints complaints, ValueReader values) {
    this.complaints = complaints;
    this.values = values;
  }

  /// The plan in field `init`; a start that works where there is none.
  List<Init> plan(Form form) {
    var written = form.at("init");
    var entries = form.list("init").stream().map(this::entry).toList();
    if (entries.isEmpty()) {
      if (written.isPresent() && written.get() instanceof Written.Listing) {
        form.expected(written.get(), "init", "at least one entry");
      }
      return List.of(new Init.Ok());
    }
    return entries;
  }

  private Init entry(Written written) {
    if (written instanceof Written.Text(_, var text)) {
      switch (text) {
        case "ok" -> {
          return new Init.Ok();
        }
        case "ignore" -> {
          return new Init.Ignore();
        }
        default -> {}
      }
    }
    if (!(written instanceof Written.Mapping)) {
      complaints.add(written.spot(), "init: expected " + WANTED + ", got " + written.shown());
      return new Init.Ok();
    }
    return Form.of(written, "an init entry", complaints).map(this::told).orElseGet(Init.Ok::new);
  }

  private Init told(Form form) {
    Init init = new Init.Ok();
    if (form.mentions("stop")) {
      init = new Init.Stop(values.reason(form, "stop"));
    } else if (form.mentions("exit")) {
      init = new Init.Exit(values.reason(form, "exit"));
    } else if (form.mentions("raise")) {
      init = new Init.Raise(values.reason(form, "raise"));
    } else if (form.mentions("delay_ms")) {
      var then = form.needs("then").at("then").map(this::entry).orElseGet(Init.Ok::new);
      init = new Init.Delay(form.millis("delay_ms"), then);
    } else {
      complaints.add(form.spot(), "init: expected " + WANTED + ", got an object without these");
      return init;
    }
    form.done();
    return init;
  }

  Terminate terminate(Written written) {
    return Form.of(written, "a terminate plan", complaints)
        .map(form -> {
          var plan = new Terminate(form.millis("delay_ms"), values.optionalReason(form, "exit"));
          form.done();
          return plan;
        })
        .orElse(Terminate.PLAIN);
  }

  Optional<Continue> proceed(Written written) {
    return Form.of(written, "a continue plan", complaints).flatMap(this::proceed);
  }

  private Optional<Continue> proceed(Form form) {
    var exit = values.optionalReason(form, "exit");
    var stop = values.optionalReason(form, "stop");
    form.done();
    if (exit.isPresent() == stop.isPresent()) {
      complaints.add(form.spot(), "continue: expected one of {exit: R} and {stop: R}");
      return Optional.empty();
    }
    return exit.<Continue>map(Continue.Exit::new).or(() -> stop.map(Continue.Stop::new));
  }
}
