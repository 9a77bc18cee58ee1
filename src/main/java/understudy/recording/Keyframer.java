package understudy.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import understudy.event.Pid;
import understudy.event.RuntimeEvent.Exited;
import understudy.event.RuntimeEvent.Gap;
import understudy.event.RuntimeEvent.GaveUp;
import understudy.event.RuntimeEvent.Received;
import understudy.event.RuntimeEvent.Sent;
import understudy.event.Stamped;
import understudy.graph.Graph;
import understudy.graph.Snapshot;
import understudy.graph.Snapshot.Slot;
import understudy.graph.Totals;
import understudy.graph.Vertex;

/// Follows a stream so that at any moment a [Keyframe] can be made.
///
/// The graph is told of messages only as far as they tell of a process that it does not know:
/// depths are kept apart, as a message must cost little.
final class Keyframer {
  private final Graph graph;
  private final Mailboxes mailboxes = new Mailboxes();
  private final Trending trending = new Trending();
  private long events;
  private long messages;
  private long restarts;
  private long sequence;
  private long nanos;

  Keyframer() {
    graph = new Graph();
  }

  /// One that goes on from the middle of a stream.
  Keyframer(Keyframe from) {
    graph = new Graph(from.graph());
    for (Slot slot : from.graph().slots()) {
      if (slot.is(Slot.ALIVE)) {
        mailboxes.enter(slot.pid().number());
      }
    }
    from.waiting()
        .forEach(each -> {
          if (each.event() instanceof Sent sent) {
            mailboxes.sent(each, sent);
          }
        });
    events = from.graph().version();
    messages = from.graph().totals().messages();
    restarts = from.graph().totals().restarts();
  }

  void accept(Stamped stamped) {
    events++;
    sequence = stamped.sequence();
    nanos = stamped.nanos();
    trending.at(nanos, mailboxes.waiting());
    switch (stamped.event()) {
      case Sent sent -> {
        messages++;
        trending.sent();
        mailboxes.sent(stamped, sent);
      }
      case Received received -> {
        if (!mailboxes.knows(received.subject().number())) {
          lifecycle(stamped);
        }
        mailboxes.received(received);
      }
      default -> lifecycle(stamped);
    }
  }

  private void lifecycle(Stamped stamped) {
    graph.apply(stamped);
    switch (stamped.event()) {
      case Exited(Pid pid, var reason) -> {
        mailboxes.exited(pid.number());
        if (!reason.isClean()) {
          trending.crashed();
        }
      }
      case GaveUp _ -> trending.gaveUp();
      case Gap(_, long lost) -> trending.lost(lost);
      default -> enter(stamped.event().subject());
    }
    long now = graph.totals().restarts();
    trending.restarts(now - restarts);
    restarts = now;
  }

  private void enter(Pid pid) {
    if (!pid.isNone() && graph.vertex(pid).filter(Vertex::alive).isPresent()) {
      mailboxes.enter(pid.number());
    }
  }

  /// {@return what went on since it was asked before}
  List<Trend.Bucket> trend() {
    return trending.take(mailboxes.waiting());
  }

  /// {@return how many stretches of time there are to tell of}
  int stretches() {
    return trending.size();
  }

  /// {@return how many places a keyframe would have, about}
  int slots() {
    return graph.seats();
  }

  Keyframe keyframe() {
    Snapshot bare = graph.snapshot();
    List<Slot> slots = new ArrayList<>(bare.slots().size());
    Map<Pid, Integer> handled = new HashMap<>();
    for (Slot slot : bare.slots()) {
      long pid = slot.pid().number();
      boolean lives = slot.is(Slot.ALIVE) && mailboxes.knows(pid);
      slots.add(lives ? slot.withDepth(mailboxes.depth(pid)) : slot);
      if (lives && mailboxes.handled(pid) > 0) {
        handled.put(slot.pid(), mailboxes.handled(pid));
      }
    }
    Totals sums = bare.totals();
    var told =
        new Snapshot(
            sequence,
            nanos,
            events,
            new Totals(
                sums.alive(), sums.spawned(), sums.exits(), sums.restarts(), messages, sums.lost()),
            bare.nextSlot(),
            bare.firstSpawned(),
            bare.lastSpawned(),
            slots,
            bare.deadRoots(),
            bare.displaced(),
            bare.deadElders(),
            bare.outside(),
            bare.links(),
            bare.watches(),
            bare.zombies());
    return new Keyframe(told, handled, mailboxes.letters(mailboxes::knows));
  }
}
