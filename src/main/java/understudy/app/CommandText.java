package understudy.app;

import java.util.List;
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
    return begun("run", source, run).append(until(until)).toString();
  }

  /// {@return the command that compares strategies}
  ///
  /// @param source the file or lesson that is played
  /// @param run what is played
  /// @param place whose strategy is changed
  /// @param strategies the names of those compared
  /// @param until how far
  static String comparison(
      String source, Run run, String place, List<String> strategies, Moment until) {
    return begun("compare", source, run)
        .append(" --supervisor ")
        .append(word(place))
        .append(" --strategies ")
        .append(String.join(",", strategies))
        .append(until(until))
        .toString();
  }

  /// {@return the command in one line, its middle left out if it is long}
  static String brief(String command) {
    int most = 120;
    return command.length() <= most
        ? command
        : command.substring(0, most - 30) + " ... " + command.substring(command.length() - 25);
  }

  private static StringBuilder begun(String command, String source, Run run) {
    var text = new StringBuilder("understudy ").append(command).append(' ').append(word(source));
    text.append(" --seed ").append(run.seed());
    run.acts().forEach(act -> text.append(" --do ").append(quoted(act.toString())));
    return text;
  }

  private static String until(Moment until) {
    return " --until " + quoted(until.toString());
  }

  private static String word(String word) {
    return word.matches("[A-Za-z0-9_./-]+") ? word : quoted(word);
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
