package understudy.bench.ours;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Phase;
import understudy.viewmodel.RollColumn;
import understudy.viewmodel.RollQuery;
import understudy.viewmodel.Wish;

/// Somebody at the process table, who asks for something else each time it has answered: another
/// order, a text, a phase, a page in the middle.
final class Reader {
  private static final List<UnaryOperator<RollQuery>> QUESTIONS =
      List.of(
          query -> query.sorted(RollColumn.MAILBOX, true),
          query -> query.at(400_000),
          query -> query.sorted(RollColumn.NAME, false),
          query -> query.at(700_000),
          query -> query.filtered("leaf-77", Optional.empty()),
          query -> query.filtered("", Optional.of(Phase.SUSPENDED)),
          query -> query.filtered("", Optional.empty()).sorted(RollColumn.UPTIME, true),
          query -> query.sorted(RollColumn.PATH, true));

  private final List<Double> answers = new ArrayList<>();
  private RollQuery query = RollQuery.HIDDEN.shown(true);
  private long asked = System.nanoTime();
  private int questions;

  /// {@return the wish with what is asked at the table}
  Wish ask(Wish wish) {
    return wish.withRoll(query);
  }

  /// Looks whether that is the answer, and asks on.
  void look(Frame frame) {
    if (!frame.roll().query().equals(query) || frame.roll().looking()) {
      return;
    }
    answers.add((System.nanoTime() - asked) / 1e6);
    query = QUESTIONS.get(questions++ % QUESTIONS.size()).apply(query);
    asked = System.nanoTime();
  }

  /// {@return how long answers took from the question to the frame that had them, in the order of
  /// the questions, in milliseconds of real time}
  List<Double> answers() {
    return List.copyOf(answers);
  }
}
