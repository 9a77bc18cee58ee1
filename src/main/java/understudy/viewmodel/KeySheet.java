package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import understudy.viewmodel.Command.Topic;

/// What the sheet of keys says: the keys of all commands, and what hands do besides.
public final class KeySheet {
  /// What a person does with hands that has no name of its own in the palette.
  private record Gesture(String id, String keys, Topic topic) {}

  private static final List<Gesture> GESTURES =
      List.of(
          new Gesture("walk", "Arrows", Topic.PROCESS),
          new Gesture("extend", "Shift+arrows", Topic.PROCESS),
          new Gesture("pick", "Ctrl+click", Topic.PROCESS),
          new Gesture("band", "Shift+drag", Topic.PROCESS),
          new Gesture("zoom", "Wheel", Topic.PICTURE),
          new Gesture("pan", "Drag", Topic.PICTURE),
          new Gesture("block", "Double click", Topic.PICTURE),
          new Gesture("leave", "Esc", Topic.WINDOW));

  /// One line of it.
  ///
  /// @param keys what to press
  /// @param words names what that does, in the window's texts
  public record Row(String keys, String words) {}

  private KeySheet() {}

  /// {@return the lines about a topic; commands that differ in a digit only share one}
  ///
  /// @param topic what they are about
  public static List<Row> rows(Topic topic) {
    List<Row> rows = new ArrayList<>();
    GESTURES.stream()
        .filter(each -> each.topic() == topic)
        .forEach(each -> rows.add(new Row(each.keys(), "gesture." + each.id())));
    for (Command command : Command.withKeys()) {
      if (command.topic() == topic && command.about().isEmpty()) {
        rows.add(new Row(command.caps(), "command." + command.id()));
      } else if (command.topic() == topic && command.keys().endsWith("1")) {
        rows.add(new Row(command.keys() + " - 9", "keys." + command.id()));
      }
    }
    return List.copyOf(rows);
  }
}
