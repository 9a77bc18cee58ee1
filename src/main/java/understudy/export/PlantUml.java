package understudy.export;

import java.util.ArrayList;
import java.util.List;

/// PlantUML's sequence diagram.
///
/// PlantUML cuts a picture in pixels off at 4,096 of them, which is a little more than 100 arrows.
final class PlantUml implements Notation {
  @Override
  public int mostArrows() {
    return 100;
  }

  @Override
  public int mostCharacters() {
    return 100_000;
  }

  @Override
  public List<String> head(String title, List<String> remarks) {
    List<String> head = new ArrayList<>(List.of("@startuml"));
    head.add("title " + escape(title));
    remarks.forEach(line -> head.add("' " + line));
    head.add("hide footbox");
    head.add("skinparam shadowing false");
    return head;
  }

  @Override
  public List<String> foot() {
    return List.of("@enduml");
  }

  @Override
  public String participant(String id, String label) {
    return "participant \"" + escape(label) + "\" as " + id;
  }

  @Override
  public String created(String id, String label) {
    return "create participant \"" + escape(label) + "\" as " + id;
  }

  @Override
  public String arrow(String from, String to, Arrow style, String text) {
    String drawn =
        switch (style) {
          case CALL -> "->";
          case SEND -> "->>";
          case REPLY -> "-->";
          case EXIT -> "->x";
        };
    return from + " " + drawn + " " + to + " : " + escape(text);
  }

  @Override
  public List<String> last(String from, String to, String text) {
    return List.of(arrow(from, to, Arrow.EXIT, text), "destroy " + from);
  }

  @Override
  public String note(String id, String text) {
    return "note over " + id + " : " + escape(text);
  }

  @Override
  public String across(String firstId, String lastId, String text) {
    return "note over " + firstId + ", " + lastId + " : " + escape(text);
  }

  /// Labels are alive in PlantUML (markup, preprocessor calls): everything but letters, digits and
  /// a few signs is written by its number, and so is a sign that stands twice.
  static String escape(String text) {
    var escaped = new StringBuilder();
    int before = ' ';
    for (int point : Plain.line(text).codePoints().toArray()) {
      boolean plain =
          point < 0x80
              && (Character.isLetterOrDigit(point)
                  || (" _.:,{}()-".indexOf(point) >= 0 && (point != before || point == ' ')));
      if (plain) {
        escaped.appendCodePoint(point);
      } else {
        escaped.append("<U+%04X>".formatted(point > 0xFFFFF ? 0xFFFD : point));
      }
      before = point;
    }
    return escaped.isEmpty() ? "<U+0020>" : escaped.toString();
  }
}
