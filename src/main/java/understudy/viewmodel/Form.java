package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.Term;

/// What a person is filling in.
public sealed interface Form {
  /// How long an id may be.
  int LONGEST_ID = 60;

  /// The highest rate of chaos, a second.
  int MOST_KILLS = 1_000;

  /// The highest rate of traffic, a second.
  int MOST_MESSAGES = 10_000;

  /// The longest work over one message, in milliseconds.
  int MOST_MILLIS = 600_000;

  /// {@return what is wrong with what was typed so far, empty if nothing is}
  String problem();

  /// {@return what is to be done once it is sent, if nothing is wrong with it}
  ///
  /// @param targets who is selected
  default List<Effect> effects(Targets targets) {
    return switch (this) {
      case None _ -> List.of();
      case Spawn(var supervisor, _, var id, var behaviour, var restart) ->
          List.of(new Effect.Spawn(supervisor, behaviour, restart, id.strip()));
      case Send(var to, _, var text) ->
          Term.parse(text) instanceof Term.Parsed.Good(var message)
              ? targets.with(to, pid -> new Effect.Send(pid, message))
              : List.of();
      case Crash(var pid, _, var raise, var text) when raise ->
          targets.with(pid, each -> new Effect.Crash(each, new CrashWay.Raise(text)));
      case Crash(var pid, _, _, var text) ->
          Term.parse(text) instanceof Term.Parsed.Good(var reason)
              ? targets.with(pid, each -> new Effect.Crash(each, new CrashWay.Exit(reason)))
              : List.of();
      case Chaos(var scope, _, var all, var rate, var seed) ->
          List.of(
              new Effect.Chaos(
                  all ? Pid.NONE : scope,
                  Numbers.real(rate).orElseThrow(),
                  Numbers.whole(seed).orElseThrow()));
      case Traffic(var to, _, var rate, var text, var millis) -> {
        List<Effect> effects = new ArrayList<>();
        long work = Math.round(Numbers.real(millis).orElse(0));
        if (work > 0) {
          effects.add(new Effect.Slow(to, work));
        }
        if (Term.parse(text) instanceof Term.Parsed.Good(var message)) {
          effects.add(new Effect.Load(to, Numbers.real(rate).orElseThrow(), message));
        }
        yield effects;
      }
      case Latency(var pid, _, var millis) -> {
        long work = Math.max(1, Math.round(Numbers.real(millis).orElseThrow()));
        yield targets.with(pid, each -> new Effect.Slow(each, work));
      }
    };
  }

  /// Nothing.
  record None() implements Form {
    @Override
    public String problem() {
      return "";
    }
  }

  /// A new child.
  ///
  /// @param supervisor under whom
  /// @param supervisorName what a person calls it
  /// @param id the child's id
  /// @param behaviour what it shall run
  /// @param restart when it is started again
  record Spawn(
      Pid supervisor, String supervisorName, String id, String behaviour, RestartType restart)
      implements Form {
    @Override
    public String problem() {
      if (id.isBlank()) {
        return Words.get("form.idMissing", behaviour.isEmpty() ? "w1" : behaviour + "_1");
      }
      if (id.length() > LONGEST_ID) {
        return Words.get("form.idLong", LONGEST_ID, id.length());
      }
      return behaviour.isEmpty() ? Words.get("form.behaviourMissing") : "";
    }
  }

  /// A message.
  ///
  /// @param to the receiver
  /// @param name what a person calls it
  /// @param text the term as typed
  record Send(Pid to, String name, String text) implements Form {
    @Override
    public String problem() {
      return Form.problem(text);
    }
  }

  /// A death.
  ///
  /// @param pid whose
  /// @param name what a person calls it
  /// @param raise whether its code throws; else an exit signal is sent
  /// @param text the exception's message, or the exit reason as typed
  record Crash(Pid pid, String name, boolean raise, String text) implements Form {
    @Override
    public String problem() {
      return raise
          ? text.length() > Term.LONGEST
              ? Words.get("form.textLong", Term.LONGEST, text.length())
              : ""
          : Form.problem(text);
    }
  }

  /// Deaths at random.
  ///
  /// @param scope only what stands under this one
  /// @param name what a person calls it, empty if it can be everything only
  /// @param all whether everything is meant
  /// @param rate kills a second, as typed
  /// @param seed as typed
  record Chaos(Pid scope, String name, boolean all, String rate, String seed) implements Form {
    @Override
    public String problem() {
      String wrong = Numbers.problem(Words.get("form.kills"), rate, MOST_KILLS);
      return !wrong.isEmpty() || Numbers.whole(seed).isPresent()
          ? wrong
          : Words.get("form.seed", seed);
    }
  }

  /// Traffic.
  ///
  /// @param to the target
  /// @param name what a person calls it
  /// @param rate messages a second, as typed
  /// @param text the message as typed
  /// @param millis how long each takes, as typed; 0 for no time
  record Traffic(Pid to, String name, String rate, String text, String millis) implements Form {
    @Override
    public String problem() {
      String wrong = Numbers.problem(Words.get("form.messages"), rate, MOST_MESSAGES);
      if (!wrong.isEmpty() || millis.isBlank() || millis.strip().equals("0")) {
        return wrong.isEmpty() ? Form.problem(text) : wrong;
      }
      wrong = Numbers.problem(Words.get("form.millisEach"), millis, MOST_MILLIS);
      return wrong.isEmpty() ? Form.problem(text) : wrong;
    }
  }

  /// Slow work.
  ///
  /// @param pid whose
  /// @param name what a person calls it
  /// @param millis how long each message takes, as typed
  record Latency(Pid pid, String name, String millis) implements Form {
    @Override
    public String problem() {
      return Numbers.problem(Words.get("form.millisEachMessage"), millis, MOST_MILLIS);
    }
  }

  private static String problem(String text) {
    return switch (Term.parse(text)) {
      case Term.Parsed.Good _ -> "";
      case Term.Parsed.Bad(_, var problem) -> problem;
    };
  }
}
