package understudy.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a person typed as a message or an exit reason, read as an Erlang term.
///
/// ```text
/// term  = atom | number | text | pid | tuple
/// atom  = [":"] letter { letter | digit | "_" | "@" | "." | "?" | "!" }  |  "'" ... "'"
/// tuple = "{" [ term { "," term } ] "}"
/// text  = '"' ... '"'        number = ["-"] digit { digit | "_" }        pid = "<0." number ".0>"
/// ```
public final class Term {
  /// How many characters a term may have.
  public static final int LONGEST = 2_000;

  /// How deep tuples may be nested.
  static final int DEEPEST = 32;

  /// What came of reading.
  public sealed interface Parsed {
    /// A term.
    ///
    /// @param value the term
    record Good(ExitReason value) implements Parsed {}

    /// No term.
    ///
    /// @param column where it went wrong, from 1
    /// @param problem what was expected, what came, what to do
    record Bad(int column, String problem) implements Parsed {}
  }

  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;
    private final int column;

    Wrong(int at, String problem) {
      super(problem, null, false, false);
      column = at + 1;
    }

    String problem() {
      return "column " + column + ": " + getMessage();
    }
  }

  private final String text;
  private int at;

  private Term(String text) {
    this.text = text;
  }

  /// {@return the term that `text` is, or why it is none}
  ///
  /// @param text as typed
  public static Parsed parse(String text) {
    var term = new Term(text);
    try {
      return new Parsed.Good(term.whole());
    } catch (Wrong e) {
      return new Parsed.Bad(e.column, e.problem());
    }
  }

  /// {@return `value` as somebody would type it: what [#parse] reads as the same value}
  ///
  /// @param value made of what a person can type
  public static String written(ExitReason value) {
    return switch (value) {
      case ExitReason.Atom(var name) -> isPlain(name) ? name : quoted(name, '\'');
      case ExitReason.Text(var words) -> quoted(words, '"');
      case ExitReason.Int _, ExitReason.Ref _, ExitReason.Stack _ -> value.toString();
      case ExitReason.Tuple(var elements) ->
          elements.stream().map(Term::written).collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && Character.isLetter(name.charAt(0))
        && !Character.isUpperCase(name.charAt(0))
        && name.chars().allMatch(c -> isAtomPart((char) c));
  }

  private static String quoted(String words, char quote) {
    var written = new StringBuilder().append(quote);
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '\n' -> written.append("\\n");
        case '\t' -> written.append("\\t");
        default -> written.append(c == quote || c == '\\' ? "\\" : "").append(c);
      }
    }
    return written.append(quote).toString();
  }

  private ExitReason whole() throws Wrong {
    if (text.length() > LONGEST) {
      throw new Wrong(LONGEST, "at most " + LONGEST + " characters fit here, got " + text.length());
    }
    if (text.isBlank()) {
      throw new Wrong(0, "nothing is written yet; for example ping or {say, \"hello\"}");
    }
    var value = term(0);
    skipBlanks();
    if (at < text.length()) {
      throw new Wrong(at, "the term ends before " + here() + "; put several into {a, b}");
    }
    return value;
  }

  private ExitReason term(int depth) throws Wrong {
    if (depth > DEEPEST) {
      throw new Wrong(at, "tuples may be nested " + DEEPEST + " deep, this is deeper");
    }
    skipBlanks();
    if (at >= text.length()) {
      throw new Wrong(at, "expected a value, but the text ends");
    }
    char c = text.charAt(at);
    if (c == '{') {
      return tuple(depth);
    }
    if (c == '"') {
      return new ExitReason.Text(quoted('"'));
    }
    if (c == '\'') {
      return ExitReason.atom(quoted('\''));
    }
    if (c == '<') {
      return pid();
    }
    if (c == '-' || isDigit(c)) {
      return number();
    }
    if (c == ':' || Character.isLetter(c)) {
      return atom();
    }
    if (c == '[') {
      throw new Wrong(at, "lists are not understood here, got [; write a tuple {a, b} instead");
    }
    throw new Wrong(at, "expected a word, a number, \"text\" or {a, b}, got " + here());
  }

  private ExitReason tuple(int depth) throws Wrong {
    int open = at++;
    List<ExitReason> elements = new ArrayList<>();
    skipBlanks();
    if (next('}')) {
      return new ExitReason.Tuple(elements);
    }
    while (true) {
      elements.add(term(depth + 1));
      skipBlanks();
      if (next('}')) {
        return new ExitReason.Tuple(elements);
      }
      if (at >= text.length()) {
        throw new Wrong(at, "the { at column " + (open + 1) + " is never closed; add }");
      }
      if (!next(',')) {
        throw new Wrong(at, "expected , or } after a value, got " + here());
      }
    }
  }

  private String quoted(char quote) throws Wrong {
    int open = at++;
    var value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote) {
        return value.toString();
      }
      if (c == '\\' && at < text.length()) {
        char escaped = text.charAt(at++);
        value.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
      } else {
        value.append(c);
      }
    }
    throw new Wrong(
        at, "the " + quote + " at column " + (open + 1) + " is never closed; add " + quote);
  }

  private ExitReason pid() throws Wrong {
    int open = at;
    int close = text.indexOf('>', at);
    String inner = close < 0 ? "" : text.substring(at + 1, close);
    if (!inner.matches("0\\.[0-9]{1,18}\\.0")) {
      throw new Wrong(open, "a pid looks like <0.42.0>, got " + text.substring(open));
    }
    at = close + 1;
    return new ExitReason.Ref(new Pid(Long.parseLong(inner.substring(2, inner.length() - 2))));
  }

  private ExitReason number() throws Wrong {
    int start = at++;
    while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    if (at < text.length() && (text.charAt(at) == '.' || Character.isLetter(text.charAt(at)))) {
      throw new Wrong(at, "numbers are whole here, got " + here() + "; write it as \"text\"");
    }
    String digits = text.substring(start, at).replace("_", "");
    try {
      return new ExitReason.Int(Long.parseLong(digits));
    } catch (NumberFormatException _) {
      throw new Wrong(start, "expected a whole number of at most 18 digits, got " + digits);
    }
  }

  private ExitReason atom() throws Wrong {
    int start = at;
    if (text.charAt(at) == ':') {
      start = ++at;
    }
    while (at < text.length() && isAtomPart(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
      throw new Wrong(start, "expected a word after :, as in :ping, got " + here());
    }
    if (Character.isUpperCase(name.charAt(0)) && text.charAt(Math.max(0, start - 1)) != ':') {
      throw new Wrong(
          start,
          "words begin with a small letter, got "
              + name
              + "; write "
              + name.substring(0, 1).toLowerCase(Locale.ROOT)
              + name.substring(1)
              + " or '"
              + name
              + "'");
    }
    return ExitReason.atom(name);
  }

  private boolean next(char wanted) {
    boolean there = at < text.length() && text.charAt(at) == wanted;
    if (there) {
      at++;
    }
    return there;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private String here() {
    return at >= text.length() ? "the end" : "'" + text.charAt(at) + "'";
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAtomPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '.' || c == '?' || c == '!';
  }
}
