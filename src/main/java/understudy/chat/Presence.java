package understudy.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import understudy.event.Pid;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;

/// Who is in a room, as Phoenix tells it: the whole to who comes, differences to all.
///
/// Differences are collected for a while, longer the more are there, so that ten thousand who come
/// at once are not told of each other one by one. A crowd is counted beyond the first few.
final class Presence extends GenServer<Presence.State> {
  /// A phone has come.
  ///
  /// @param ref this phone among those of the same user
  record Track(Pid phone, String user, String ref) {}

  /// A phone has gone.
  record Untrack(Pid phone) {}

  private record Flush() {
    @Override
    public String toString() {
      return "tell who came and went";
    }
  }

  record State(int here, int listed) {
    @Override
    public String toString() {
      return here == listed ? here + " here" : here + " here, " + listed + " listed";
    }
  }

  private record Entry(String user, String ref) {}

  private static final Duration SHORTEST = Duration.ofMillis(40);
  private static final Duration A_MEMBER = Duration.ofNanos(100_000);

  private final Venue venue;
  private final String room;
  private final String topic;
  private final SequencedMap<Pid, Entry> listed = new LinkedHashMap<>();
  private final SequencedMap<Pid, Entry> further = new LinkedHashMap<>();
  private final List<Pid> newcomers = new ArrayList<>();
  private final SequencedMap<Pid, Entry> joins = new LinkedHashMap<>();
  private final SequencedMap<Pid, Entry> leaves = new LinkedHashMap<>();
  private Pid server = Pid.NONE;
  private boolean collecting;
  private boolean crowded;

  Presence(Venue venue, String room) {
    this.venue = venue;
    this.room = room;
    this.topic = Room.topicOf(room);
  }

  @Override
  protected Init<State> init() {
    server = Directory.find(self(), room).orElseThrow();
    self().send(server, new Room.Attend(self().pid()));
    return Init.ok(state());
  }

  @Override
  protected Outcome<State> handleInfo(Object message, State state) {
    switch (message) {
      case Track(var phone, var user, var ref) -> {
        newcomers.add(phone);
        come(phone, new Entry(user, ref));
      }
      case Untrack(var phone) -> go(phone);
      case Flush _ -> flush();
      default -> {}
    }
    return Outcome.noReply(state());
  }

  private State state() {
    return new State(listed.size() + further.size(), listed.size());
  }

  private void come(Pid phone, Entry entry) {
    if (listed.size() < venue.limits().listed()) {
      listed.put(phone, entry);
      joins.put(phone, entry);
    } else {
      further.put(phone, entry);
    }
    collect();
  }

  private void go(Pid phone) {
    if (further.remove(phone) == null) {
      Entry gone = listed.remove(phone);
      if (gone == null) {
        return;
      }
      if (joins.remove(phone) == null) {
        leaves.put(phone, gone);
      }
      var next = further.pollFirstEntry();
      if (next != null) {
        come(next.getKey(), next.getValue());
      }
    }
    collect();
  }

  private void collect() {
    if (!collecting) {
      collecting = true;
      var period = A_MEMBER.multipliedBy(listed.size() + further.size());
      self()
          .sendAfter(period.compareTo(SHORTEST) > 0 ? period : SHORTEST, self().pid(), new Flush());
    }
  }

  private void flush() {
    collecting = false;
    var whole =
        new Phone.Push(room, Frame.broadcast(topic, "presence_state", list(listed.values())));
    newcomers.forEach(phone -> self().send(phone, whole));
    newcomers.clear();
    if (!joins.isEmpty() || !leaves.isEmpty()) {
      tell(
          "presence_diff",
          "{\"joins\":" + list(joins.values()) + ",\"leaves\":" + list(leaves.values()) + "}");
      joins.clear();
      leaves.clear();
    }
    boolean isCrowd = !further.isEmpty();
    if (isCrowd || crowded) {
      var state = state();
      tell("crowd", "{\"here\":" + state.here() + ",\"listed\":" + state.listed() + "}");
    }
    crowded = isCrowd;
  }

  private void tell(String event, String payload) {
    self().send(server, new Room.Tell(Frame.broadcast(topic, event, payload)));
  }

  private static String list(Collection<Entry> entries) {
    Map<String, List<Entry>> byUser =
        entries.stream()
            .collect(Collectors.groupingBy(Entry::user, LinkedHashMap::new, Collectors.toList()));
    return byUser.entrySet().stream()
        .map(user -> Frame.quote(user.getKey()) + ":" + metas(user.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String metas(List<Entry> entries) {
    return entries.stream()
        .map(entry -> "{\"phx_ref\":" + Frame.quote(entry.ref()) + "}")
        .collect(Collectors.joining(",", "{\"metas\":[", "]}"));
  }
}
