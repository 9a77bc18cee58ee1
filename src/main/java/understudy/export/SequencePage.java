package understudy.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// One diagram that grows until its readers would not take more.
final class SequencePage {
  private final Notation notation;
  private final List<String> head;
  private final Map<Role, String> there = new LinkedHashMap<>();
  private final LinkedHashSet<Role> onStage = new LinkedHashSet<>();
  private final List<String> body = new ArrayList<>();
  private int characters;
  private int arrows;

  SequencePage(Notation notation, List<String> head) {
    this.notation = notation;
    this.head = head;
    count(head);
    count(notation.foot());
  }

  boolean isEmpty() {
    return body.isEmpty();
  }

  int arrows() {
    return arrows;
  }

  /// {@return whether it takes no more of what is drawn of one event}
  boolean isFull() {
    return arrows >= notation.mostArrows() || characters > notation.mostCharacters() - 2_000;
  }

  void arrow(Role from, Role to, Notation.Arrow style, String text) {
    add(notation.arrow(id(from), id(to), style, text));
    arrows++;
  }

  void spawn(Role from, Role child, String text) {
    String parent = id(from);
    if (onStage.contains(child)) {
      add(notation.arrow(parent, id(child), Notation.Arrow.CALL, text));
    } else {
      onStage.add(child);
      add(notation.created(name(child), child.label()));
      add(notation.arrow(parent, name(child), Notation.Arrow.CALL, text));
    }
    arrows++;
  }

  void last(Role from, Role to, String text) {
    String dying = id(from);
    String told = id(to);
    notation.last(dying, told, text).forEach(this::add);
    arrows++;
  }

  void note(Role role, String text) {
    add(notation.note(id(role), text));
  }

  /// A remark about all, from the first to the last who is there now.
  void across(Role fallback, String text) {
    if (onStage.isEmpty()) {
      id(fallback);
    }
    add(notation.across(name(onStage.getFirst()), name(onStage.getLast()), text));
  }

  String text() {
    List<String> lines = new ArrayList<>(head);
    lines.addAll(there.values());
    lines.addAll(body);
    lines.addAll(notation.foot());
    return String.join("\n", lines) + "\n";
  }

  private String id(Role role) {
    if (!onStage.contains(role)) {
      onStage.add(role);
      String line = notation.participant(name(role), role.label());
      there.put(role, line);
      count(List.of(line));
    }
    return name(role);
  }

  private static String name(Role role) {
    return "p" + role.number;
  }

  private void add(String line) {
    body.add(line);
    count(List.of(line));
  }

  private void count(List<String> lines) {
    lines.forEach(line -> characters += line.length() + 1);
  }
}
