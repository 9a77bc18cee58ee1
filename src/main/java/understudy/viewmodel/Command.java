package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import understudy.viewmodel.Arrangement.Change;

/// Something that can be done by its name, and by a key.
///
/// The palette, the menus, the sheet of keys and the keys themselves are made from these, so that
/// they agree.
///
/// @param id names its words in the window's texts
/// @param about what the words are about, empty if they are about nothing
/// @param keys the key, for example `K`, `Shift+K`, `Ctrl+K`; empty if it has none
/// @param topic what it has to do with
/// @param need without what it cannot be done
/// @param does what it does
public record Command(String id, String about, String keys, Topic topic, Need need, Does does) {
  /// What commands have to do with, in the order of the sheet of keys.
  public enum Topic {
    /// How fast the world goes.
    TIME,
    /// Processes, and what can be done to them.
    PROCESS,
    /// What part of the tree is seen.
    PICTURE,
    /// How the window is set up.
    WINDOW,
    /// Files and help.
    FILE
  }

  /// Without what a command cannot be done.
  public enum Need {
    /// It can always be done.
    NOTHING,
    /// A world that runs.
    WORLD,
    /// A lesson that runs.
    LESSON,
    /// A run, or what was saved of one.
    RUN,
    /// A selected process that is alive.
    PROCESS,
    /// A selected process with a supervisor, or one that supervises.
    FAMILY,
    /// A message that waits in the mailbox of the selected process.
    LETTER,
    /// Chaos, traffic or latency.
    TROUBLE,
    /// Something that was recorded.
    RECORDING,
    /// A tree to be seen.
    TREE,
    /// The process table.
    TABLE;

    /// {@return whether it is there}
    ///
    /// @param frame what is seen
    public boolean isMet(Frame frame) {
      var now = frame.situation();
      return switch (this) {
        case NOTHING -> true;
        case WORLD -> now.live();
        case RUN -> now.live() || frame.scrubber().state() != Scrubber.State.NOTHING;
        case LESSON -> now.live() && !now.lesson().isEmpty();
        case PROCESS -> now.live() && frame.facts().filter(f -> f.phase().isAlive()).isPresent();
        case FAMILY -> now.live() && frame.facts().filter(f -> !f.host().isNone()).isPresent();
        case LETTER -> now.live() && !frame.grasp().letters().isEmpty();
        case TROUBLE -> now.live() && !now.troubles().isEmpty();
        case RECORDING -> now.savable();
        case TREE -> frame.total() > 0;
        case TABLE -> frame.roll().query().limit() > 0;
      };
    }

    /// {@return names, in the window's texts, what is lacking: in a recording nothing helps}
    ///
    /// @param frame what is seen
    public String lack(Frame frame) {
      var now = frame.situation();
      boolean over = !now.live() && !now.source().isEmpty();
      return switch (this) {
        case WORLD, LESSON, PROCESS, FAMILY, LETTER, TROUBLE -> over ? "need.REPLAY" : words();
        case NOTHING, RUN, RECORDING, TREE, TABLE -> words();
      };
    }

    private String words() {
      return "need." + name();
    }
  }

  /// What a command does.
  public sealed interface Does {}

  /// A gesture.
  ///
  /// @param action the gesture
  public record Act(Action action) implements Does {}

  /// Another arrangement of the window.
  ///
  /// @param change what is different
  public record Arrange(Change change) implements Does {}

  /// What the window does alone.
  public enum Own implements Does {
    /// Asks for a file and opens it.
    OPEN,
    /// Asks for a file and writes the recording.
    SAVE,
    /// Asks for a file and draws the tree into it.
    DRAW,
    /// Asks what of the run is wanted, and as what, for another program.
    EXPORT,
    /// Closes the window, as its own button does.
    QUIT,
    /// Goes to the field for finding.
    FIND,
    /// Shows the tree to a room, or no more.
    PRESENT,
    /// The sheet of keys.
    KEYS,
    /// Moves the inspector's edge.
    WIDER,
    /// Moves the inspector's edge back.
    NARROWER,
    /// Moves the edge of the panes below.
    HIGHER,
    /// Moves the edge of the panes below back.
    LOWER,
    /// The process table by its next column.
    SORT,
    /// The process table the other way round.
    TURN
  }

  /// How many messages have a key that delivers them.
  public static final int DELIVERABLE = 9;

  /// {@return all that have a place in a menu or a key}
  public static List<Command> fixed() {
    return Commands.FIXED;
  }

  /// {@return the one with this id}
  ///
  /// @param id one of [#fixed]
  public static Command named(String id) {
    return Commands.FIXED.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no command is called '" + id + "'"));
  }

  /// {@return all that have a key}
  public static List<Command> withKeys() {
    return Commands.FIXED.stream().filter(each -> !each.keys().isEmpty()).toList();
  }

  /// {@return all that there are now, those of the open world included}
  ///
  /// @param situation what is open
  public static List<Command> all(Situation situation) {
    List<Command> all = new ArrayList<>(Commands.FIXED);
    if (!situation.lesson().isEmpty()) {
      all.add(lesson("again", "", situation.lesson()));
    }
    situation.lessons().forEach(lesson -> all.add(lesson("lesson", lesson, lesson)));
    return all;
  }

  private static Command lesson(String id, String about, String name) {
    return new Command(id, about, "", Topic.FILE, Need.NOTHING, new Act(new Action.Lesson(name)));
  }

  /// {@return the key as it stands on a keyboard: `Shift+.` and not `Shift+Period`}
  public String caps() {
    return keys.replace("Comma", ",")
        .replace("Period", ".")
        .replace("Plus", "+")
        .replace("Minus", "-");
  }

  /// {@return whether it works wherever the focus is, in a text field too}
  public boolean isGlobal() {
    return keys.startsWith("Ctrl+") || keys.matches("F\\d+");
  }

  /// {@return whether it can be done now}
  ///
  /// @param frame what is seen
  public boolean isPossible(Frame frame) {
    return need.isMet(frame)
        && !(does instanceof Act(Action.DeliverAt(var at)) && at > frame.grasp().letters().size());
  }
}
