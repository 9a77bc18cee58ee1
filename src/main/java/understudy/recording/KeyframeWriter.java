package understudy.recording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.event.Pid;
import understudy.event.RuntimeEvent.Sent;
import understudy.event.Stamped;
import understudy.graph.Snapshot;
import understudy.graph.Snapshot.Slot;
import understudy.graph.VertexState;

/// A keyframe as bytes; `docs/recording-format.md` has the order of the fields.
final class KeyframeWriter {
  private final Vocabulary words = new Vocabulary();
  private final Out body = new Out();

  /// Writes what went on before a keyframe and the keyframe itself.
  void write(List<Trend.Bucket> trend, Keyframe keyframe, Out payload) {
    body.clear();
    trend(trend);
    payload.varint(body.size()).raw(body);
    words.clear();
    body.clear();
    sums(keyframe.graph());
    graph(keyframe.graph());
    mailboxes(keyframe.handled(), keyframe.waiting());
    words.table(payload);
    payload.raw(body);
  }

  private void trend(List<Trend.Bucket> buckets) {
    body.varint(buckets.size());
    long before = 0;
    for (Trend.Bucket each : buckets) {
      body.zigzag(each.number() - before).varint(each.sent()).varint(each.waiting());
      body.varint(each.restarts()).varint(each.crashes()).varint(each.gaveUp());
      body.varint(each.lost());
      before = each.number();
    }
  }

  private void sums(Snapshot graph) {
    var totals = graph.totals();
    body.zigzag(graph.sequence()).zigzag(graph.nanos()).zigzag(graph.version());
    body.zigzag(totals.spawned()).zigzag(totals.exits()).zigzag(totals.restarts());
    body.zigzag(totals.messages()).zigzag(totals.lost()).zigzag(graph.nextSlot());
    body.zigzag(graph.firstSpawned()).zigzag(graph.lastSpawned());
  }

  private void graph(Snapshot graph) {
    body.varint(graph.slots().size());
    int place = 0;
    for (Slot slot : graph.slots()) {
      slot(slot, place++);
    }
    body.varint(graph.deadRoots().size());
    graph.deadRoots().forEach(body::varint);
    pids(graph.displaced());
    pids(graph.deadElders());
    pids(graph.outside());
    body.varint(graph.links().size());
    graph.links().forEach(link -> pid(link.one()).varint(link.other().number()));
    body.varint(graph.watches().size());
    graph
        .watches()
        .forEach(watch ->
            pid(watch.watcher()).varint(watch.target().number()).zigzag(watch.reference()));
    body.varint(graph.zombies().size());
    graph
        .zombies()
        .forEach(zombie -> pid(zombie.pid()).zigzag(zombie.slot()).zigzag(zombie.sinceNanos()));
  }

  private void slot(Slot slot, int place) {
    body.varint(slot.number());
    body.varint(slot.above() == Snapshot.ALONE ? 0 : slot.above() == Snapshot.NOWHERE ? 1 : 2);
    if (slot.above() >= 0) {
      body.varint(place - slot.above());
    }
    words.text(body, slot.id());
    body.u8(Code.of(slot.kind()));
    pid(slot.pid());
    pids(slot.oldPids());
    body.varint(slot.flags());
    text(slot.name());
    words.text(body, slot.behaviour());
    body.u8(code(slot.state()));
    body.zigzag(slot.restarts()).zigzag(slot.incarnation()).zigzag(slot.depth());
    text(slot.strategy());
    body.zigzag(slot.maxRestarts()).zigzag(slot.periodSeconds());
    body.varint(slot.restarted().size());
    slot.restarted().forEach(body::zigzag);
    body.u8(slot.restart().map(Code::of).orElse(0));
    body.u8(slot.lastExit().isPresent() ? 1 : 0);
    slot.lastExit().ifPresent(reason -> words.reason(body, reason));
    body.u8(slot.lastDecision().map(Code::of).orElse(0));
    body.zigzag(slot.spawnedNanos()).zigzag(slot.lastChangeNanos());
    body.u8(slot.restartDueNanos().isPresent() ? 1 : 0);
    slot.restartDueNanos().ifPresent(body::zigzag);
  }

  private void mailboxes(Map<Pid, Integer> handled, List<Stamped> waiting) {
    body.varint(handled.size());
    handled.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> pid(each.getKey()).varint(each.getValue()));
    body.varint(waiting.size());
    for (Stamped each : waiting) {
      if (each.event() instanceof Sent sent) {
        body.zigzag(each.sequence()).zigzag(each.nanos()).zigzag(each.wallMillis());
        pid(sent.subject()).varint(sent.to().number()).zigzag(sent.messageId());
        words.text(body, sent.label());
      }
    }
  }

  private void text(Optional<String> text) {
    body.u8(text.isPresent() ? 1 : 0);
    text.ifPresent(one -> words.text(body, one));
  }

  private void pids(List<Pid> pids) {
    body.varint(pids.size());
    pids.forEach(this::pid);
  }

  private Out pid(Pid pid) {
    return body.varint(pid.number());
  }

  static int code(VertexState state) {
    return switch (state) {
      case STARTING -> 1;
      case RUNNING -> 2;
      case SUSPENDED -> 3;
      case STOPPING -> 4;
      case RESTARTING -> 5;
      case BACKING_OFF -> 6;
      case DOWN -> 7;
      case GAVE_UP -> 8;
    };
  }
}
