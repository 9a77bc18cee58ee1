package understudy.otp;

import java.util.List;
import java.util.function.Consumer;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.runtime.Self;

/// Answers what a supervisor is asked about its children (ADM rules). None of it triggers a group
/// strategy (ADM-10) or counts as a restart (INT-09).
final class Administration {
  private final Self self;
  private final Family family;
  private final SupervisorFlags flags;

  Administration(Self self, Family family, SupervisorFlags flags) {
    this.self = self;
    this.family = family;
    this.flags = flags;
  }

  void answer(SupervisorRequest request, Consumer<Object> answer) {
    switch (request) {
      case SupervisorRequest.StartChild(var spec) -> startChild(spec, answer);
      case SupervisorRequest.TerminateChild(var id) ->
          family
              .byId(id)
              .ifPresentOrElse(
                  child -> terminate(child, answer),
                  () -> answer.accept(ChildResult.failed("not_found")));
      case SupervisorRequest.TerminatePid _ -> answer.accept(ChildResult.failed("not_found"));
      case SupervisorRequest.RestartChild(var id) ->
          onAbsent(id, answer, child -> startAgain(child, answer)); // ADM-05
      case SupervisorRequest.DeleteChild(var id) ->
          onAbsent(
              id,
              answer,
              child -> {
                family.remove(child, self);
                answer.accept(ChildResult.ok());
              }); // ADM-08
      case SupervisorRequest.WhichChildren _ -> answer.accept(lines(family));
      case SupervisorRequest.CountChildren _ ->
          answer.accept(Counting.count(family.all(), self::isAlive));
    }
  }

  static List<ChildInfo> lines(Family family) {
    return family.all().reversed().stream().map(Administration::line).toList();
  }

  private static ChildInfo line(Child child) {
    return new ChildInfo(
        child.id(),
        child.id(),
        child.pid().orElse(Pid.NONE),
        child.presence() == Child.Presence.RESTARTING,
        child.spec.kind());
  }

  private void onAbsent(String id, Consumer<Object> answer, Consumer<Child> act) {
    family
        .byId(id)
        .ifPresentOrElse(
            child -> {
              switch (child.presence()) {
                case ABSENT -> act.accept(child);
                case RUNNING -> answer.accept(ChildResult.failed("running"));
                case RESTARTING -> answer.accept(ChildResult.failed("restarting")); // ADM-06
              }
            },
            () -> answer.accept(ChildResult.failed("not_found")));
  }

  private void startChild(ChildSpec spec, Consumer<Object> answer) {
    var wrong = Objection.toChild(flags.autoShutdown(), spec);
    var present = family.byId(spec.id());
    if (wrong.isPresent()) {
      answer.accept(new ChildResult.Failed(wrong.get()));
    } else if (present.isPresent()) {
      answer.accept(
          new ChildResult.Failed(
              present
                  .get()
                  .pid()
                  .map(
                      pid -> ExitReason.tuple(new Atom("already_started"), new ExitReason.Ref(pid)))
                  .orElse(new Atom("already_present")))); // ADM-02
    } else {
      var child = new Child(spec);
      new Nursery(self)
          .start(
              child,
              result ->
                  answer.accept(
                      switch (result) {
                        case StartResult.Started(Pid pid) -> {
                          family.add(child);
                          family.running(child, pid, self.nanos());
                          yield new ChildResult.Ok(pid);
                        }
                        case StartResult.Ignored _ -> {
                          if (spec.restart() != RestartType.TEMPORARY) {
                            family.add(child);
                          }
                          yield new ChildResult.Undefined();
                        }
                        case StartResult.Failed(var reason) ->
                            new ChildResult.Failed(reason); // ADM-09
                      }));
    }
  }

  private void startAgain(Child child, Consumer<Object> answer) {
    new Nursery(self)
        .start(
            child,
            result ->
                answer.accept(
                    switch (result) {
                      case StartResult.Started(Pid pid) -> {
                        family.running(child, pid, self.nanos());
                        yield new ChildResult.Ok(pid);
                      }
                      case StartResult.Ignored _ -> new ChildResult.Undefined();
                      case StartResult.Failed(var reason) -> new ChildResult.Failed(reason);
                    }));
  }

  private void terminate(Child child, Consumer<Object> answer) {
    Runnable done =
        () -> {
          if (child.spec.restart() == RestartType.TEMPORARY) {
            family.remove(child, self); // ADM-04
          } else {
            family.absent(child); // ADM-03, ADM-07
          }
          answer.accept(ChildResult.ok());
        };
    child.pid().ifPresentOrElse(pid -> new Nursery(self).stop(child, pid, _ -> done.run()), done);
  }
}
