package understudy.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent.Sent;
import understudy.event.Stamped;
import understudy.graph.Snapshot;
import understudy.graph.Snapshot.Slot;
import understudy.graph.Totals;
import understudy.graph.VertexState;
import understudy.graph.Zombie;

/// Reads what a [KeyframeWriter] wrote.
final class KeyframeReader {
  private static final int ROOM = 1 << 10;

  private final In in;
  private final Dictionary words;

  private KeyframeReader(In in) throws Malformed {
    this.in = in;
    this.words = new Dictionary(in);
  }

  /// {@return what went on before a keyframe}
  ///
  /// @param start the beginning of its payload: the trend must be whole in it
  static List<Trend.Bucket> trend(byte[] start) throws Malformed {
    In in = new In(start).part();
    int count = in.count(Format.MAX_TREND);
    List<Trend.Bucket> buckets = new ArrayList<>(Math.min(count, ROOM));
    long number = 0;
    for (int i = 0; i < count; i++) {
      number += in.zigzag();
      var bucket =
          new Trend.Bucket(
              number, in.varint(), in.varint(), in.varint(), in.varint(), in.varint(), in.varint());
      if (bucket.sent() < 0 || bucket.waiting() < 0 || bucket.lost() < 0) {
        throw new Malformed("a sum is too large");
      }
      buckets.add(bucket);
    }
    return buckets;
  }

  /// {@return the keyframe}
  ///
  /// @param payload all of it
  static Keyframe keyframe(byte[] payload) throws Malformed {
    In in = new In(payload);
    in.part();
    return new KeyframeReader(in).read();
  }

  private Keyframe read() throws Malformed {
    long sequence = in.zigzag();
    long nanos = in.zigzag();
    long version = in.zigzag();
    long spawned = in.zigzag();
    long exits = in.zigzag();
    long restarts = in.zigzag();
    long messages = in.zigzag();
    long lost = in.zigzag();
    int nextSlot = in.int32();
    long firstSpawned = in.zigzag();
    long lastSpawned = in.zigzag();
    List<Slot> slots = new ArrayList<>();
    int count = in.count(Format.MAX_KEYFRAME);
    for (int i = 0; i < count; i++) {
      slots.add(slot(i));
    }
    List<Integer> deadRoots = new ArrayList<>();
    for (int i = in.count(Format.MAX_EVENTS); i > 0; i--) {
      deadRoots.add((int) in.varint());
    }
    List<Pid> displaced = pids();
    List<Pid> deadElders = pids();
    List<Pid> outside = pids();
    int alive = (int) slots.stream().filter(slot -> slot.is(Slot.ALIVE)).count() + displaced.size();
    var snapshot =
        new Snapshot(
            sequence,
            nanos,
            version,
            new Totals(alive, spawned, exits, restarts, messages, lost),
            nextSlot,
            firstSpawned,
            lastSpawned,
            slots,
            deadRoots,
            displaced,
            deadElders,
            outside,
            links(),
            watches(),
            zombies());
    return new Keyframe(snapshot, handled(), waiting());
  }

  private Slot slot(int place) throws Malformed {
    int number = (int) in.varint();
    int above =
        switch ((int) in.varint()) {
          case 0 -> Snapshot.ALONE;
          case 1 -> Snapshot.NOWHERE;
          default -> place - (int) in.varint();
        };
    if (above >= place) {
      throw new Malformed("a slot stands above itself");
    }
    return new Slot(
        number,
        above,
        words.text(in),
        Dictionary.kind(in),
        Dictionary.pid(in),
        pids(),
        (int) in.varint(),
        text(),
        words.text(in),
        state(),
        in.int32(),
        in.int32(),
        in.int32(),
        text(),
        in.int32(),
        in.int32(),
        numbers(),
        in.peek() == 0 ? none() : Optional.of(Dictionary.restart(in)),
        exit(),
        in.peek() == 0 ? none() : Optional.of(Dictionary.decision(in)),
        in.zigzag(),
        in.zigzag(),
        Dictionary.flag(in) ? Optional.of(in.zigzag()) : Optional.empty());
  }

  private <T> Optional<T> none() throws Malformed {
    in.u8();
    return Optional.empty();
  }

  private Optional<ExitReason> exit() throws Malformed {
    return Dictionary.flag(in) ? Optional.of(words.reason(in)) : Optional.empty();
  }

  private Optional<String> text() throws Malformed {
    return Dictionary.flag(in) ? Optional.of(words.text(in)) : Optional.empty();
  }

  private List<Long> numbers() throws Malformed {
    int count = in.count(Format.MAX_EVENTS);
    List<Long> numbers = new ArrayList<>(Math.min(count, ROOM));
    for (int i = 0; i < count; i++) {
      numbers.add(in.zigzag());
    }
    return numbers;
  }

  private List<Pid> pids() throws Malformed {
    int count = in.count(Format.MAX_KEYFRAME);
    List<Pid> pids = new ArrayList<>(Math.min(count, ROOM));
    for (int i = 0; i < count; i++) {
      pids.add(Dictionary.pid(in));
    }
    return pids;
  }

  private List<Snapshot.Link> links() throws Malformed {
    List<Snapshot.Link> links = new ArrayList<>();
    for (int i = in.count(Format.MAX_KEYFRAME); i > 0; i--) {
      links.add(new Snapshot.Link(Dictionary.pid(in), Dictionary.pid(in)));
    }
    return links;
  }

  private List<Snapshot.Watch> watches() throws Malformed {
    List<Snapshot.Watch> watches = new ArrayList<>();
    for (int i = in.count(Format.MAX_KEYFRAME); i > 0; i--) {
      watches.add(new Snapshot.Watch(Dictionary.pid(in), Dictionary.pid(in), in.zigzag()));
    }
    return watches;
  }

  private List<Zombie> zombies() throws Malformed {
    List<Zombie> zombies = new ArrayList<>();
    for (int i = in.count(Format.MAX_KEYFRAME); i > 0; i--) {
      zombies.add(new Zombie(Dictionary.pid(in), in.int32(), in.zigzag()));
    }
    return zombies;
  }

  private Map<Pid, Integer> handled() throws Malformed {
    Map<Pid, Integer> handled = new HashMap<>();
    for (int i = in.count(Format.MAX_KEYFRAME); i > 0; i--) {
      handled.put(Dictionary.pid(in), (int) Math.min(Integer.MAX_VALUE, in.varint()));
    }
    return handled;
  }

  private List<Stamped> waiting() throws Malformed {
    List<Stamped> waiting = new ArrayList<>();
    for (int i = in.count(Mailboxes.MOST_WAITING); i > 0; i--) {
      long sequence = in.zigzag();
      long nanos = in.zigzag();
      long wall = in.zigzag();
      var sent = new Sent(Dictionary.pid(in), Dictionary.pid(in), in.zigzag(), words.text(in));
      waiting.add(new Stamped(sequence, nanos, wall, sent));
    }
    return waiting;
  }

  private VertexState state() throws Malformed {
    int code = in.u8();
    for (VertexState each : VertexState.values()) {
      if (KeyframeWriter.code(each) == code) {
        return each;
      }
    }
    throw new Malformed("there is no state " + code);
  }
}
