package understudy.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.export.Notation.Arrow;

/// A run as sequence diagrams, in the words that Kino uses for Elixir: `CALL`, `CAST`, `INFO`,
/// `EXIT`, `DOWN`, `SPAWN`.
///
/// An arrow stands where its message is sent. What only fills the picture is left out unless its
/// kind was asked for.
final class SequenceDiagram implements Scribe {
  private static final Set<String> SHOWN =
      Set.of(
          "spawned",
          "exited",
          "sent",
          "received",
          "exit_signalled",
          "suspended",
          "haunting",
          "child_start_failed",
          "child_ignored",
          "child_exited",
          "restart_delayed",
          "gave_up",
          "gap");
  private static final int LONGEST = 90;

  private final Sheets sheets;
  private final Notation notation;
  private final List<String> remarks;

  SequenceDiagram(Sheets sheets, Notation notation, List<String> remarks) {
    this.sheets = sheets;
    this.notation = notation;
    this.remarks = remarks;
  }

  @Override
  public void write(Prepared run) throws IOException {
    var drawing = new Drawing(run);
    run.forEach((stamped, passes) -> {
      if (passes) {
        drawing.draw(stamped);
      }
    });
    drawing.end();
    if (drawing.leftOut > 0) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d events are not drawn, because their kinds were not asked for (--kinds)",
              drawing.leftOut,
              run.events()));
    }
  }

  private final class Drawing {
    private final Prepared run;
    private final Phrase phrase;
    private final Role outside;
    private final Set<Long> drawnMessages = new HashSet<>();
    private final Set<Role> gone = new HashSet<>();
    private SequencePage page;
    private int pages;
    private long leftOut;

    Drawing(Prepared run) {
      this.run = run;
      this.phrase = new Phrase(run.cast());
      this.outside = run.role(Pid.NONE);
      this.page = next();
    }

    private SequencePage next() {
      pages++;
      List<String> about = new ArrayList<>();
      about.addAll(run.notes());
      if (run.filter().kinds().isEmpty()) {
        about.add("kinds shown: " + String.join(", ", SHOWN.stream().sorted().toList()));
      }
      String title = Plain.line(run.run().heading()) + (pages > 1 ? ", part " + pages : "");
      return new SequencePage(notation, notation.head(title, about));
    }

    void end() throws IOException {
      if (page.isEmpty() && pages == 1) {
        throw new ExportRefused(
            "none of the %,d events left is of a kind that a sequence diagram shows by itself; name"
                    .formatted(run.events())
                + " the kinds with --kinds");
      }
      if (!page.isEmpty()) {
        sheets.page(page.text());
      }
    }

    void draw(Stamped stamped) throws IOException {
      RuntimeEvent event = stamped.event();
      if (run.filter().kinds().isEmpty() && !SHOWN.contains(Kind.of(event))) {
        leftOut++;
        return;
      }
      if (page.isFull()) {
        sheets.page(page.text());
        page = next();
      }
      switch (event) {
        case RuntimeEvent.Sent said -> sent(stamped, said);
        case RuntimeEvent.Received said -> {
          if (!drawnMessages.remove(said.messageId())) {
            note(event);
          }
        }
        case RuntimeEvent.Spawned said -> {
          Role parent = here(run.role(said.parent()));
          page.spawn(parent, run.role(said.subject()), "SPAWN: " + brief(said.behaviour()));
        }
        case RuntimeEvent.ExitSignalled said ->
            arrow(
                said.subject(),
                said.to(),
                Arrow.SEND,
                "EXIT: " + Because.text(said.reason()),
                event);
        case RuntimeEvent.Exited said -> exited(said);
        case RuntimeEvent.Gap said -> page.across(outside, Phrase.gap(said.lost()));
        case RuntimeEvent.Initialized _,
            RuntimeEvent.Terminating _,
            RuntimeEvent.Haunting _,
            RuntimeEvent.Rested _,
            RuntimeEvent.Registered _,
            RuntimeEvent.Unregistered _,
            RuntimeEvent.Linked _,
            RuntimeEvent.Unlinked _,
            RuntimeEvent.Monitored _,
            RuntimeEvent.Demonitored _,
            RuntimeEvent.TrapExit _,
            RuntimeEvent.Suspended _,
            RuntimeEvent.Supervising _,
            RuntimeEvent.ChildStarting _,
            RuntimeEvent.ChildStarted _,
            RuntimeEvent.ChildStartFailed _,
            RuntimeEvent.ChildIgnored _,
            RuntimeEvent.ChildExited _,
            RuntimeEvent.ChildStopping _,
            RuntimeEvent.ChildStopped _,
            RuntimeEvent.ChildRemoved _,
            RuntimeEvent.RestartDelayed _,
            RuntimeEvent.GaveUp _ ->
            note(event);
      }
    }

    private void sent(Stamped stamped, RuntimeEvent.Sent said) {
      String label = said.label();
      if (run.role(said.to()).livesAt(stamped)) {
        drawnMessages.add(said.messageId());
      }
      if (label.startsWith("call ")) {
        arrow(said.subject(), said.to(), Arrow.CALL, "CALL: " + label.substring(5), said);
      } else if (label.startsWith("cast ")) {
        arrow(said.subject(), said.to(), Arrow.SEND, "CAST: " + label.substring(5), said);
      } else if (label.startsWith("reply ")) {
        arrow(said.subject(), said.to(), Arrow.REPLY, "REPLY: " + label.substring(6), said);
      } else {
        String kind =
            label.startsWith("{DOWN, ")
                ? "DOWN: "
                : label.startsWith("{EXIT, ") ? "EXIT: " : "INFO: ";
        arrow(said.subject(), said.to(), Arrow.SEND, kind + label, said);
      }
    }

    private void arrow(Pid from, Pid to, Arrow style, String text, RuntimeEvent event) {
      Role sender = run.role(from);
      Role receiver = run.role(to);
      if (gone.contains(sender) || gone.contains(receiver)) {
        note(event);
      } else {
        page.arrow(sender, receiver, style, brief(text));
      }
    }

    private void exited(RuntimeEvent.Exited said) {
      Role dead = run.role(said.subject());
      if (!gone.add(dead)) {
        note(said);
        return;
      }
      Role told = here(dead.supervisor.orElseGet(() -> run.role(dead.parent)));
      page.last(dead, told == dead ? outside : told, "EXIT: " + brief(Because.text(said.reason())));
    }

    /// A remark about somebody who is gone stands beside their supervisor, with their name.
    private void note(RuntimeEvent event) {
      Role role = run.role(event.subject());
      Role at = here(role);
      String words = phrase.of(event);
      page.note(at, brief(at == role ? words : role.label() + " " + words));
    }

    private Role here(Role role) {
      Role at = role;
      for (int steps = 0; gone.contains(at) && steps < Role.DEEPEST; steps++) {
        at = at.supervisor.orElse(outside);
      }
      return gone.contains(at) ? outside : at;
    }

    private static String brief(String text) {
      return Plain.brief(Plain.line(text), LONGEST);
    }
  }
}
