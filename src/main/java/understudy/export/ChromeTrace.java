package understudy.export;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import understudy.event.Decision;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.export.Track.Mark;

/// Chrome Trace Event JSON: a track an incarnation, slices for what it does, arrows for messages,
/// deaths and restarts, a counter a mailbox.
final class ChromeTrace implements Scribe {
  private static final int MANY = 500_000;

  private final Sheets sheets;
  private final List<String> remarks;

  ChromeTrace(Sheets sheets, List<String> remarks) {
    this.sheets = sheets;
    this.remarks = remarks;
  }

  @Override
  public void write(Prepared run) throws IOException {
    try (JsonGenerator json = JsonText.on(sheets.sheet())) {
      var text = new TraceText(json, run);
      var mailboxes = new Mailboxes(run.cast());
      var drawing = new Drawing(run, text);
      run.forEach((stamped, passes) -> {
        var level = mailboxes.after(stamped);
        if (passes) {
          level.ifPresent(now -> text.level(now, stamped.nanos()));
          drawing.draw(stamped);
        }
      });
      drawing.end();
      text.end();
      if (text.entries() > MANY) {
        remarks.add(
            "this is a large trace (%,d entries): Perfetto takes it, older viewers do not; choose"
                    .formatted(text.entries())
                + " less with --from, --until or --under");
      }
    }
  }

  /// Puts events on tracks.
  private static final class Drawing {
    private final Prepared run;
    private final TraceText text;
    private final Phrase phrase;
    private final Map<Pid, Track> tracks = new HashMap<>();
    private final Map<Long, Mark> inFlight = new HashMap<>();
    private final Map<Pid, Mark> deaths = new HashMap<>();
    private final Map<String, Mark> decisions = new HashMap<>();
    private long arrows;

    Drawing(Prepared run, TraceText text) {
      this.run = run;
      this.text = text;
      this.phrase = new Phrase(run.cast());
    }

    void end() {
      tracks.values().stream()
          .sorted((one, other) -> Integer.compare(one.role.number, other.role.number))
          .forEach(track -> text.write(track.role, track.close()));
    }

    void draw(Stamped at) {
      switch (at.event()) {
        case RuntimeEvent.Spawned said -> spawned(at, said);
        case RuntimeEvent.Initialized said -> {
          note(at);
          finish(track(said.subject()));
        }
        case RuntimeEvent.Sent said -> {
          Mark sent = slice(at, "send " + said.label(), "message");
          if (run.role(said.to()).livesAt(at)) {
            inFlight.put(said.messageId(), arrow(track(said.subject()), sent));
          }
        }
        case RuntimeEvent.Received said ->
            begin(at, "handle " + said.label(), "message", inFlight.remove(said.messageId()));
        case RuntimeEvent.Terminating _ -> begin(at, "terminate", "life", null);
        case RuntimeEvent.Exited said -> exited(at, said);
        case RuntimeEvent.ChildExited said -> {
          Mark decided = decision(at, said.child());
          if (said.decision() == Decision.RESTART) {
            decisions.put(
                slot(said.subject(), said.id()), arrow(track(said.subject()), decided, "restart"));
          }
        }
        case RuntimeEvent.ChildStopped said -> decision(at, said.child());
        case RuntimeEvent.Gap said -> text.everywhere(Phrase.gap(said.lost()), at);
        case RuntimeEvent.Haunting _,
            RuntimeEvent.Rested _,
            RuntimeEvent.Registered _,
            RuntimeEvent.Unregistered _,
            RuntimeEvent.Linked _,
            RuntimeEvent.Unlinked _,
            RuntimeEvent.Monitored _,
            RuntimeEvent.Demonitored _,
            RuntimeEvent.TrapExit _,
            RuntimeEvent.Suspended _,
            RuntimeEvent.ExitSignalled _,
            RuntimeEvent.Supervising _,
            RuntimeEvent.ChildStarting _,
            RuntimeEvent.ChildStarted _,
            RuntimeEvent.ChildStartFailed _,
            RuntimeEvent.ChildIgnored _,
            RuntimeEvent.ChildStopping _,
            RuntimeEvent.ChildRemoved _,
            RuntimeEvent.RestartDelayed _,
            RuntimeEvent.GaveUp _ ->
            note(at);
      }
    }

    private void spawned(Stamped at, RuntimeEvent.Spawned said) {
      Role child = run.role(said.subject());
      Mark spawn = mark('X', "spawn " + child.label(), "life", track(said.parent()), at);
      put(track(said.parent()), spawn);
      Mark arrow = arrow(track(said.parent()), spawn, "spawn");
      begin(at, "init", "life", arrow);
      child.supervisor.ifPresent(boss -> {
        Mark decided = decisions.remove(slot(boss.pid, String.valueOf(child.id)));
        if (decided != null) {
          track(said.subject()).touch(end(decided, track(said.subject()).place(at.nanos()), at));
        }
      });
    }

    private void exited(Stamped at, RuntimeEvent.Exited said) {
      Track track = track(said.subject());
      track.reach(track.place(at.nanos()));
      finish(track);
      String words = "exit " + Because.text(said.reason());
      Mark exit = slice(at, words, "exit");
      track.touch(mark('i', words, "exit", exit.at(), at));
      if (run.role(said.subject()).supervisor.isPresent()) {
        deaths.put(said.subject(), arrow(track, exit, "exit"));
      }
      finish(track);
    }

    /// Opens a slice that goes on, at the end of an arrow if there is one.
    private void begin(Stamped at, String name, String category, @Nullable Mark from) {
      Track track = track(at.event().subject());
      finish(track);
      long place = after(track, at, from);
      track.open(mark('X', name, category, place, at));
      if (from != null) {
        track.touch(end(from, place, at));
      }
    }

    private Mark slice(Stamped at, String name, String category) {
      Track track = track(at.event().subject());
      Mark slice = mark('X', name, category, track, at);
      put(track, slice);
      return slice;
    }

    private void put(Track track, Mark slice) {
      if (track.isFull()) {
        text.write(track.role, track.split());
      }
      track.add(slice);
    }

    private void note(Stamped at) {
      Track track = track(at.event().subject());
      track.touch(mark('i', phrase.of(at.event()), "note", track.place(at.nanos()), at));
      if (track.isFull()) {
        text.write(track.role, track.split());
      }
    }

    private void finish(Track track) {
      text.write(track.role, track.close());
    }

    private Mark arrow(Track track, Mark from) {
      return arrow(track, from, "message");
    }

    /// Begins an arrow in the slice `from`.
    private Mark arrow(Track track, Mark from, String kind) {
      Mark start = new Mark('s', kind, kind, from.at(), 0, ++arrows, from.sequence(), from.truly());
      track.touch(start);
      return start;
    }

    /// A supervisor's word on a death, drawn after the death.
    private Mark decision(Stamped at, Pid child) {
      Track track = track(at.event().subject());
      Mark death = deaths.remove(child);
      Mark decided = mark('X', phrase.of(at.event()), "decision", after(track, at, death), at);
      put(track, decided);
      if (death != null) {
        track.touch(end(death, decided.at(), at));
      }
      return decided;
    }

    private static long after(Track track, Stamped at, @Nullable Mark from) {
      return track.place(from == null ? at.nanos() : Math.max(at.nanos(), from.at() + Track.STEP));
    }

    private static Mark end(Mark from, long place, Stamped at) {
      return new Mark(
          'f', from.name(), from.category(), place, 0, from.flow(), at.sequence(), at.nanos());
    }

    private static Mark mark(char phase, String name, String category, Track track, Stamped at) {
      return mark(phase, name, category, track.place(at.nanos()), at);
    }

    private static Mark mark(char phase, String name, String category, long place, Stamped at) {
      return new Mark(phase, name, category, place, 0, 0, at.sequence(), at.nanos());
    }

    private Track track(Pid pid) {
      return tracks.computeIfAbsent(pid, one -> new Track(run.role(one)));
    }

    private static String slot(Pid supervisor, String id) {
      return supervisor + id;
    }
  }
}
