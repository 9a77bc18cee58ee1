package understudy.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Mermaid's `sequenceDiagram`.
///
/// Mermaid draws nothing of a text over 50,000 characters, and 400 arrows are what a browser draws
/// at once.
final class Mermaid implements Notation {
  private static final Pattern OWN_WORD = Pattern.compile("\\s*(?i:no)?(?i:wrap)\\s*:");

  @Override
  public int mostArrows() {
    return 400;
  }

  @Override
  public int mostCharacters() {
    return 45_000;
  }

  @Override
  public List<String> head(String title, List<String> remarks) {
    List<String> head = new ArrayList<>(List.of("sequenceDiagram"));
    head.add("  title " + escape(title));
    remarks.forEach(line -> head.add("  %% " + line.replace("%", "").replace("{", "(")));
    return head;
  }

  @Override
  public List<String> foot() {
    return List.of();
  }

  @Override
  public String participant(String id, String label) {
    return "  participant " + id + " as " + escape(label);
  }

  @Override
  public String created(String id, String label) {
    return "  create participant " + id + " as " + escape(label);
  }

  @Override
  public String arrow(String from, String to, Arrow style, String text) {
    String drawn =
        switch (style) {
          case CALL -> "->>";
          case SEND -> "-)";
          case REPLY -> "-->>";
          case EXIT -> "--x";
        };
    return "  " + from + drawn + to + ": " + escape(text);
  }

  @Override
  public List<String> last(String from, String to, String text) {
    return List.of("  destroy " + from, arrow(from, to, Arrow.EXIT, text));
  }

  @Override
  public String note(String id, String text) {
    return "  Note over " + id + ": " + escape(text);
  }

  @Override
  public String across(String firstId, String lastId, String text) {
    return "  Note over " + firstId + "," + lastId + ": " + escape(text);
  }

  /// Everything that could mean something is written by its number; so is a colon after a word that
  /// Mermaid would take for itself.
  static String escape(String text) {
    String line = Plain.line(text);
    String signs = OWN_WORD.matcher(line).lookingAt() ? " _.,(){}-/" : " _.,(){}-/:";
    var escaped = new StringBuilder();
    line.codePoints()
        .forEach(point -> {
          if (point > 0x7F || Character.isLetterOrDigit(point) || signs.indexOf(point) >= 0) {
            escaped.appendCodePoint(point);
          } else {
            escaped.append('#').append(point).append(';');
          }
        });
    return escaped.isEmpty() ? "-" : escaped.toString();
  }
}
