package understudy.player;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.Term;

/// Reads a deed as a person writes it on a command line.
///
/// ```text
/// act    = moment " " deed
/// moment = seconds "s" [ "#" beat ]
/// deed   = "kill" who | "raise" who term | "exit" who term | "kill-tree" who | "stop" who
///        | "suspend" who | "resume" who | "send" who term | "deliver" who number
///        | "spawn" who id behaviour [ "permanent" | "transient" | "temporary" ]
///        | "chaos" ( who | "everything" ) rate "/s" [ "seed" number ] | "end-chaos"
///        | "traffic" who rate "/s" term | "end-traffic" path
///        | "slow" who millis "ms" | "end-slow" path
/// who    = path [ "@" incarnation ] | pid        a word with blanks stands in "..."
/// ```
public final class ActReader {
  static final String EVERYTHING = "everything";

  private static final int LONGEST = 4_000;
  private static final double MOST_PER_SECOND = 10_000;
  private static final long MOST_MILLIS = 600_000;
  private static final List<String> VERBS =
      List.of(
          "kill",
          "raise",
          "exit",
          "kill-tree",
          "stop",
          "suspend",
          "resume",
          "send",
          "deliver",
          "spawn",
          "chaos",
          "end-chaos",
          "traffic",
          "end-traffic",
          "slow",
          "end-slow");

  /// What came of reading.
  public sealed interface Read {
    /// A deed.
    ///
    /// @param act the deed and its moment
    record Good(Act act) implements Read {}

    /// A moment alone.
    ///
    /// @param moment when
    record Time(Moment moment) implements Read {}

    /// Neither.
    ///
    /// @param problem where, what was expected, what came, what to do
    record Bad(String problem) implements Read {}
  }

  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(int at, String problem) {
      super("column " + (at + 1) + ": " + problem, null, false, false);
    }

    Read.Bad bad() {
      return new Read.Bad(String.valueOf(getMessage()));
    }
  }

  private final String text;
  private int at;

  private ActReader(String text) {
    this.text = text;
  }

  /// {@return the deed that `text` is, or why it is none}
  ///
  /// @param text as typed, for example `12.3s kill chat/rooms/lobby`
  public static Read act(String text) {
    var reader = new ActReader(text);
    try {
      var act = new Act(reader.moment(), reader.deed());
      reader.end();
      return new Read.Good(act);
    } catch (Wrong e) {
      return e.bad();
    }
  }

  /// {@return the moment that `text` is, or why it is none}
  ///
  /// @param text as typed, for example `12.3s` or `12.3s#873`
  public static Read moment(String text) {
    var reader = new ActReader(text);
    try {
      var moment = reader.moment();
      reader.end();
      return new Read.Time(moment);
    } catch (Wrong e) {
      return e.bad();
    }
  }

  private Moment moment() throws Wrong {
    if (text.length() > LONGEST) {
      throw new Wrong(LONGEST, "at most " + LONGEST + " characters fit here, got " + text.length());
    }
    int start = skip();
    String word = word("a moment such as 12.345s or 12.345s#873");
    if (!word.matches("[0-9]{1,9}(\\.[0-9]{1,9})?s(#[0-9]{1,18})?")) {
      throw new Wrong(
          start, "expected a moment such as 12.345s or 12.345s#873, got '%s'".formatted(word));
    }
    String seconds = word.substring(0, word.indexOf('s'));
    int dot = seconds.indexOf('.');
    long whole = Long.parseLong(dot < 0 ? seconds : seconds.substring(0, dot));
    String fraction = dot < 0 ? "" : seconds.substring(dot + 1);
    long nanos = whole * 1_000_000_000L + Long.parseLong((fraction + "000000000").substring(0, 9));
    int mark = word.indexOf('#');
    return new Moment(nanos, mark < 0 ? Moment.ANY : Long.parseLong(word.substring(mark + 1)));
  }

  private Deed deed() throws Wrong {
    int start = skip();
    String verb = word("a deed, one of " + String.join(", ", VERBS));
    return switch (verb) {
      case "kill" -> new Deed.Signal(who(), Atom.KILL);
      case "raise" -> new Deed.Raise(who(), term());
      case "exit" -> new Deed.Signal(who(), term());
      case "kill-tree" -> new Deed.KillTree(who());
      case "stop" -> new Deed.Stop(who());
      case "suspend" -> new Deed.Suspend(who(), true);
      case "resume" -> new Deed.Suspend(who(), false);
      case "send" -> new Deed.Send(who(), term());
      case "deliver" -> new Deed.Deliver(who(), number("the number of a message"));
      case "spawn" -> new Deed.Spawn(who(), word("the child's id"), behaviour(), restart());
      case "chaos" -> new Deed.Chaos(scope(), rate(), seed());
      case "end-chaos" -> new Deed.EndChaos();
      case "traffic" -> new Deed.Traffic(who(), rate(), term());
      case "end-traffic" -> new Deed.EndTraffic(word("a place such as chat/rooms/lobby"));
      case "slow" -> new Deed.Slow(who(), millis());
      case "end-slow" -> new Deed.EndSlow(word("a place such as chat/rooms/lobby"));
      default ->
          throw new Wrong(
              start,
              "there is no deed '%s'; expected one of %s"
                  .formatted(verb, String.join(", ", VERBS)));
    };
  }

  private Who who() throws Wrong {
    int start = skip();
    return who(word("a process: a place such as chat/rooms/lobby, or a pid"), start);
  }

  private Who who(String word, int start) throws Wrong {
    if (word.startsWith("<")) {
      if (Term.parse(word) instanceof Term.Parsed.Good(ExitReason.Ref(Pid pid))) {
        return new Who.Numbered(pid);
      }
      throw new Wrong(start, "a pid looks like <0.42.0>, got '%s'".formatted(word));
    }
    int mark = word.lastIndexOf('@');
    if (mark < 0) {
      return Who.at(word);
    }
    String incarnation = word.substring(mark + 1);
    if (!incarnation.matches("[1-9][0-9]{0,8}")) {
      throw new Wrong(
          start + mark,
          "after @ stands which of those who played the part, from 1, got '%s'"
              .formatted(incarnation));
    }
    return new Who.Place(word.substring(0, mark), Integer.parseInt(incarnation));
  }

  private Optional<Who> scope() throws Wrong {
    int start = skip();
    boolean quoted = start < text.length() && text.charAt(start) == '"';
    String word = word("a process, or " + EVERYTHING);
    return word.equals(EVERYTHING) && !quoted ? Optional.empty() : Optional.of(who(word, start));
  }

  private String behaviour() throws Wrong {
    int start = skip();
    String word = word("a behaviour, one of " + String.join(", ", Repertoire.names()));
    if (!Repertoire.names().contains(word)) {
      throw new Wrong(
          start,
          "there is no behaviour '%s'; expected one of %s"
              .formatted(word, String.join(", ", Repertoire.names())));
    }
    return word;
  }

  private RestartType restart() throws Wrong {
    int start = skip();
    if (start >= text.length()) {
      return RestartType.PERMANENT;
    }
    String word = word("a restart type");
    return Arrays.stream(RestartType.values())
        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new Wrong(
                start,
                "expected %s, got '%s'"
                    .formatted(
                        Arrays.stream(RestartType.values())
                            .map(type -> type.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")),
                        word)));
  }

  private double rate() throws Wrong {
    int start = skip();
    String word = word("a rate such as 2.5/s");
    if (word.matches("[0-9]{1,9}(\\.[0-9]{1,15})?(E-?[0-9]{1,2})?/s")) {
      double rate = Double.parseDouble(word.substring(0, word.length() - 2));
      if (rate > 0 && rate <= MOST_PER_SECOND) {
        return rate;
      }
    }
    throw new Wrong(
        start,
        "expected a rate above 0 and up to %.0f, such as 2.5/s, got '%s'"
            .formatted(MOST_PER_SECOND, word));
  }

  private long seed() throws Wrong {
    int start = skip();
    if (start >= text.length()) {
      return 1;
    }
    String word = word("seed");
    if (!word.equals("seed")) {
      throw new Wrong(start, "expected seed and a number, got '%s'".formatted(word));
    }
    return number("a seed");
  }

  private Duration millis() throws Wrong {
    int start = skip();
    String word = word("a time such as 250ms");
    if (word.matches("[1-9][0-9]{0,8}ms")) {
      long millis = Long.parseLong(word.substring(0, word.length() - 2));
      if (millis <= MOST_MILLIS) {
        return Duration.ofMillis(millis);
      }
    }
    throw new Wrong(
        start, "expected a time from 1ms to %dms, got '%s'".formatted(MOST_MILLIS, word));
  }

  private long number(String what) throws Wrong {
    int start = skip();
    String word = word(what);
    if (!word.matches("-?[0-9]{1,19}")) {
      throw new Wrong(start, "expected %s, got '%s'".formatted(what, word));
    }
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException _) {
      throw new Wrong(start, "%s of at most 18 digits is expected, got '%s'".formatted(what, word));
    }
  }

  /// The rest of the line.
  private ExitReason term() throws Wrong {
    int start = skip();
    String rest = text.substring(start);
    at = text.length();
    return switch (Term.parse(rest)) {
      case Term.Parsed.Good(var value) -> value;
      case Term.Parsed.Bad(var column, var problem) ->
          throw new Wrong(start + column - 1, problem.substring(problem.indexOf(": ") + 2));
    };
  }

  private String word(String what) throws Wrong {
    int start = skip();
    if (start >= text.length()) {
      throw new Wrong(start, "expected %s, but the text ends".formatted(what));
    }
    if (text.charAt(at) == '"') {
      return quoted();
    }
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() throws Wrong {
    int open = at++;
    var word = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return word.toString();
      }
      word.append(c == '\\' && at < text.length() ? text.charAt(at++) : c);
    }
    throw new Wrong(open, "the \" is never closed; add \"");
  }

  private int skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private void end() throws Wrong {
    int rest = skip();
    if (rest < text.length()) {
      throw new Wrong(rest, "nothing more is expected, got '%s'".formatted(text.substring(rest)));
    }
  }
}
