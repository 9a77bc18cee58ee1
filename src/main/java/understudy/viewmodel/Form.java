package understudy.viewmodel;

import understudy.event.Pid;
import understudy.event.RestartType;

/// What a person is filling in.
public sealed interface Form {
  /// How long an id may be.
  int LONGEST_ID = 60;

  /// {@return what is wrong with what was typed so far, empty if nothing is}
  String problem();

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
        return "the child needs an id; for example "
            + (behaviour.isEmpty() ? "w1" : behaviour + "_1");
      }
      if (id.length() > LONGEST_ID) {
        return "an id has at most " + LONGEST_ID + " characters, got " + id.length();
      }
      return behaviour.isEmpty() ? "choose what the child runs" : "";
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
              ? "at most " + Term.LONGEST + " characters fit here, got " + text.length()
              : ""
          : Form.problem(text);
    }
  }

  private static String problem(String text) {
    return switch (Term.parse(text)) {
      case Term.Parsed.Good _ -> "";
      case Term.Parsed.Bad(_, var problem) -> problem;
    };
  }
}
