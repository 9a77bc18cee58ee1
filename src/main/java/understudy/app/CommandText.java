package understudy.app;

import understudy.player.Moment;
import understudy.player.Run;

/// A run as the command that plays it again, for a POSIX shell.
final class CommandText {
  private CommandText() {}

  /// {@return the command}
  ///
  /// @param source the file or lesson that is played
  /// @param run what is played
  /// @param until how far
  static String of(String source, Run run, Moment until) {
    var text = new StringBuilder("understudy run ").append(word(source));
    text.append(" --seed ").append(run.seed());
    run.acts().forEach(act -> text.append(" --do ").append(quoted(act.toString())));
    return text.append(" --until ").append(quoted(until.toString())).toString();
  }

  private static String word(String word) {
    return word.matches("[A-Za-z0-9_./-]+") ? word : quoted(word);
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
