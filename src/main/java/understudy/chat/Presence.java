package understudy.chat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import understudy.event.Pid;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;

/// Who is in a room, as Phoenix tells it: the whole to who comes, differences to all the others.
///
/// Nobody is to notice that somebody else's phone crashed. So who goes is missed only after a
/// while: who is back by then has its old place, and nothing is told. Differences are collected,
/// for longer the more are there, and told to a few phones at a time, so that ten thousand who are
/// told are not in the way of those who talk. A crowd is counted beyond the first few.
final class Presence extends GenServer<Presence.State> {
  /// A phone has come.
  ///
  /// @param ref this phone among those of the same user
  record Track(Pid phone, String user, String ref) {}

  /// A phone has gone.
  record Untrack(Pid phone) {}

  private record Missed(Gone gone) {}

  private record Flush() {
    @Override
    public String toString() {
      return "tell who came and went";
    }
  }

  private record TellOn() {
    @Override
    public String toString() {
      return "tell the next ones";
    }
  }

  record State(int here, int listed) {
    @Override
    public String toString() {
      return here == listed ? here + " here" : here + " here, " + listed + " listed";
    }
  }

  private record Entry(String user, String ref) {}

  /// @param number counts who went: the same may go twice
  private record Gone(Entry entry, long number) {}

  /// What some are told one after another.
  private record Telling(SequencedSet<Pid> to, List<Told.Who> words) {}

  static final Duration UNTIL_MISSED = Duration.ofSeconds(1);
  static final Duration SHORTEST = Duration.ofMillis(40);
  private static final Duration A_MEMBER = Duration.ofNanos(100_000);

  /// So many are told before others get their turn, and then after a pause the next.
  static final int AT_ONCE = 32;

  static final Duration PAUSE = Duration.ofMillis(1);

  private final Venue venue;
  private final String room;
  private final String topic;
  private final Map<Pid, Entry> here = new LinkedHashMap<>();
  private final Map<String, Deque<Gone>> away = new HashMap<>();
  private final SequencedSet<Entry> listed = new LinkedHashSet<>();
  private final SequencedSet<Entry> further = new LinkedHashSet<>();
  private final SequencedSet<Pid> newcomers = new LinkedHashSet<>();
  private final SequencedSet<Entry> joins = new LinkedHashSet<>();
  private final SequencedSet<Entry> leaves = new LinkedHashSet<>();
  private final Deque<Telling> tellings = new ArrayDeque<>();
  private boolean collecting;
  private boolean crowded;
  private int toldHere;
  private long goings;

  Presence(Venue venue, String room) {
    this.venue = venue;
    this.room = room;
    this.topic = Room.topicOf(room);
  }

  @Override
  protected Init<State> init() {
    Pid server = Directory.find(self(), room).orElseThrow();
    self().send(server, new Room.Attend(self().pid()));
    return Init.ok(state());
  }

  @Override
  protected Outcome<State> handleInfo(Object message, State state) {
    switch (message) {
      case Track(var phone, var user, var ref) -> come(phone, user, ref);
      case Untrack(var phone) -> go(phone);
      case Missed(var gone) -> miss(gone);
      case Flush _ -> flush();
      case TellOn _ -> tellOn();
      default -> {}
    }
    return Outcome.noReply(state());
  }

  private State state() {
    return new State(listed.size() + further.size(), listed.size());
  }

  // ---- coming and going ----

  private void come(Pid phone, String user, String ref) {
    here.put(phone, back(user).orElseGet(() -> add(new Entry(user, ref))));
    newcomers.add(phone);
    collect();
  }

  /// {@return the place of a phone of that user that has gone and is not missed yet}
  private Optional<Entry> back(String user) {
    return Optional.ofNullable(away.get(user)).map(Deque::poll).map(Gone::entry);
  }

  private Entry add(Entry entry) {
    if (listed.size() < venue.limits().listed()) {
      listed.add(entry);
      joins.add(entry);
    } else {
      further.add(entry);
    }
    return entry;
  }

  private void go(Pid phone) {
    Entry entry = here.remove(phone);
    if (entry != null) {
      newcomers.remove(phone);
      tellings.forEach(telling -> telling.to().remove(phone));
      var gone = new Gone(entry, ++goings);
      away.computeIfAbsent(entry.user(), _ -> new ArrayDeque<>()).add(gone);
      self().sendAfter(UNTIL_MISSED, self().pid(), new Missed(gone));
    }
  }

  private void miss(Gone gone) {
    Entry entry = gone.entry();
    var others = away.get(entry.user());
    if (others == null) {
      return;
    }
    if (others.remove(gone)) {
      if (!further.remove(entry)) {
        listed.remove(entry);
        if (!joins.remove(entry)) {
          leaves.add(entry);
        }
        if (!further.isEmpty()) {
          add(further.removeFirst());
        }
      }
      collect();
    }
    if (others.isEmpty()) {
      away.remove(entry.user());
    }
  }

  // ---- telling ----

  private void collect() {
    if (!collecting) {
      collecting = true;
      if (tellings.isEmpty()) {
        flushLater();
      }
    }
  }

  private void flushLater() {
    var period = A_MEMBER.multipliedBy(here.size());
    self().sendAfter(period.compareTo(SHORTEST) > 0 ? period : SHORTEST, self().pid(), new Flush());
  }

  private void flush() {
    collecting = false;
    var now = state();
    boolean isCrowd = now.here() > now.listed();
    boolean isCounted = (isCrowd || crowded) && now.here() != toldHere;
    String count = "{\"here\":" + now.here() + ",\"listed\":" + now.listed() + "}";
    List<Told.Who> whole = new ArrayList<>();
    List<Told.Who> changes = new ArrayList<>();
    whole.add(word(true, "presence_state", list(listed)));
    if (!joins.isEmpty() || !leaves.isEmpty()) {
      String difference = "{\"joins\":" + list(joins) + ",\"leaves\":" + list(leaves) + "}";
      changes.add(word(false, "presence_diff", difference));
    }
    if (isCrowd) {
      whole.add(word(false, "crowd", count));
    }
    if (isCounted) {
      changes.add(word(false, "crowd", count));
    }
    tell(new LinkedHashSet<>(newcomers), whole);
    if (!changes.isEmpty()) {
      var others = new LinkedHashSet<>(here.keySet());
      others.removeAll(newcomers);
      tell(others, changes);
    }
    newcomers.clear();
    joins.clear();
    leaves.clear();
    toldHere = now.here();
    crowded = isCrowd;
    tellOn();
  }

  private Told.Who word(boolean isWhole, String event, String payload) {
    return new Told.Who(room, isWhole, Frame.broadcast(topic, event, payload));
  }

  private void tell(SequencedSet<Pid> to, List<Told.Who> words) {
    tellings.add(new Telling(to, List.copyOf(words)));
  }

  private void tellOn() {
    int left = AT_ONCE;
    while (!tellings.isEmpty()) {
      var to = tellings.getFirst().to();
      for (; left > 0 && !to.isEmpty(); left--) {
        Pid phone = to.removeFirst();
        tellings.getFirst().words().forEach(word -> word.to(phone, self(), venue));
      }
      if (!to.isEmpty()) {
        self().sendAfter(PAUSE, self().pid(), new TellOn());
        return;
      }
      tellings.removeFirst();
    }
    if (collecting) {
      flushLater();
    }
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
