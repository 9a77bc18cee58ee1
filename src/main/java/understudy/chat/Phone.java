package understudy.chat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;
import understudy.runtime.DownMessage;
import understudy.runtime.Exit;
import understudy.web.Pace;

/// One phone: what comes in by its WebSocket, and what goes out.
///
/// Its mailbox is what waits to go out. While the socket does not take more, because the phone does
/// not read, this process takes no message: they stay in the mailbox, where everybody sees them. A
/// phone without a WebSocket is nothing, so its supervisor does not start it again: the phone comes
/// back by itself, with a new socket.
final class Phone extends GenServer<Phone.State> {
  /// The phone sent a message.
  record Heard(String message) {
    @Override
    public String toString() {
      return message.contains("\"code\"") ? "a join with its code" : message;
    }
  }

  /// The WebSocket is closed.
  record HungUp(int code, String reason) {}

  /// A room has taken this phone in.
  ///
  /// @param history the payload of what was said before
  record Welcome(String room, @Nullable String joinRef, @Nullable String ref, String history) {}

  /// A room has not taken this phone in.
  record Refused(String room, @Nullable String joinRef, @Nullable String ref, String reason) {}

  /// The directory has looked for a room.
  record Opened(String room, Optional<String> refusal) {}

  private record Written(long number) {}

  private record ReadOn() {}

  private record Silence() {}

  record State(String user, List<String> rooms) {
    @Override
    public String toString() {
      return rooms.isEmpty() ? "not in a room" : user + " in " + String.join(", ", rooms);
    }
  }

  private final Venue venue;
  private final ChatLimits limits;
  private final Port port;
  private final String id;
  private final Map<String, Membership> memberships = new LinkedHashMap<>();
  private State state = new State("", List.of());
  private @Nullable Pace pace;
  private boolean heard;
  private int wrongCodes;
  private long writes;

  Phone(Venue venue, Port port, String id) {
    this.venue = venue;
    this.limits = venue.limits();
    this.port = port;
    this.id = id;
  }

  @Override
  public String name() {
    return "Phone " + id;
  }

  @Override
  protected Init<State> init() {
    if (!port.take(self().pid())) {
      return new Init.Ignore<>();
    }
    pace = new Pace(limits.words().burst(), limits.words().perSecond(), self().nanos());
    self().sendAfter(limits.patience().silence(), self().pid(), new Silence());
    return Init.ok(state);
  }

  @Override
  protected Outcome<State> handleInfo(Object message, State now) {
    switch (message) {
      case Told told -> tell(told);
      case Heard(var text) -> hear(text);
      case Opened opened -> opened(opened);
      case Welcome welcome -> welcome(welcome);
      case Refused refused -> refused(refused);
      case DownMessage down -> roomDied(down);
      case ReadOn _ -> port.peer().next();
      case Silence _ -> listen();
      case HungUp _ -> {
        return Outcome.stop(Atom.NORMAL, state);
      }
      default -> {}
    }
    return Outcome.noReply(state);
  }

  // ---- going out ----

  private void tell(Told told) {
    Membership at = memberships.get(told.room());
    if (at == null || !at.joined) {
      return;
    }
    switch (told) {
      case Told.Push(_, var text) -> write(text);
      case Told.Who(_, var isWhole, var text) -> {
        at.knowsWho |= isWhole;
        if (at.knowsWho) {
          write(text);
        }
      }
    }
  }

  /// Writes, and takes no other message until the socket has taken all.
  private void write(String... texts) {
    Pid own = self().pid();
    long mark = self().mark();
    boolean known = true;
    for (String text : texts) {
      long number = ++writes;
      known = port.peer().write(text, () -> venue.vm().send(own, new Written(number)));
    }
    if (!known) {
      self()
          .await(
              mark,
              word -> word instanceof Written(var number) && number == writes,
              Optional.of(limits.patience().stalled()),
              word -> {
                if (word == null) {
                  throw new Exit(
                      Farewell.tooSlow(
                              "too slow: it read nothing for "
                                  + limits.patience().stalled().toSeconds()
                                  + " s")
                          .exit());
                }
              });
    }
  }

  // ---- coming in ----

  private void hear(String text) {
    heard = true;
    Pace own = Objects.requireNonNull(pace);
    long wait = own.take(self().nanos());
    if (own.isFlood(limits.words().flood())) {
      throw new Exit(
          Farewell.againstTheRules("more than " + limits.words().perSecond() + " messages a second")
              .exit());
    }
    Frame frame =
        Frame.read(text)
            .orElseThrow(() ->
                new Exit(
                    Farewell.againstTheRules(
                            "expected [join_ref, ref, topic, event, payload] as JSON")
                        .exit()));
    take(frame);
    if (wait == 0) {
      port.peer().next();
    } else {
      self().sendAfter(Duration.ofNanos(wait), self().pid(), new ReadOn());
    }
  }

  private void listen() {
    if (!heard) {
      throw new Exit(
          Farewell.silent("nothing heard for " + limits.patience().silence().toSeconds() + " s")
              .exit());
    }
    heard = false;
    self().sendAfter(limits.patience().silence(), self().pid(), new Silence());
  }

  private void take(Frame frame) {
    if (frame.topic().equals(Frame.PHOENIX)) {
      write(frame.event().equals("heartbeat") ? frame.ok("{}") : frame.refused("unmatched topic"));
      return;
    }
    switch (frame.event()) {
      case "phx_join" -> join(frame);
      case "phx_leave" -> leave(frame);
      default -> {
        Membership at = Rules.room(frame.topic(), limits).map(memberships::get).orElse(null);
        if (at == null || !at.joined || !Objects.equals(at.joinRef, frame.joinRef())) {
          write(frame.refused("unmatched topic"));
        } else {
          act(at, frame);
        }
      }
    }
  }

  private void act(Membership at, Frame frame) {
    switch (frame.event()) {
      case "new_msg" -> {
        String body = frame.text("body");
        String key = frame.text("key");
        if (!Rules.isBody(body, limits) || !Rules.isKey(key)) {
          write(
              frame.refused(
                  "a message has 1 to " + limits.words().bodyLetters() + " letters in its body"));
        } else {
          self().send(at.room, new Room.Say(self().pid(), frame.joinRef(), frame.ref(), body, key));
        }
      }
      case "rooms" -> write(frame.ok("{\"rooms\":" + Directory.list(self()) + "}"));
      default -> write(frame.refused("unknown event '" + frame.event() + "'"));
    }
  }

  // ---- rooms ----

  private void join(Frame frame) {
    var room = Rules.room(frame.topic(), limits);
    String user = frame.text("name").strip();
    var refusal =
        room.isEmpty()
            ? Optional.of("no room can be called that")
            : refusal(frame, user, room.get());
    if (refusal.isPresent()) {
      write(frame.refused(refusal.get()));
      return;
    }
    forget(room.get())
        .ifPresent(
            old -> write(Frame.write(old.joinRef, old.joinRef, frame.topic(), "phx_close", "{}")));
    boolean sameRun = frame.text("run").isEmpty() || frame.text("run").equals(venue.run());
    long after = sameRun ? frame.number("after") : 0;
    var at = new Membership(new Room.Join(self().pid(), frame.joinRef(), frame.ref(), user, after));
    memberships.put(room.get(), at);
    state = new State(user, state.rooms());
    enter(room.get(), at, true);
  }

  private Optional<String> refusal(Frame frame, String user, String room) {
    if (venue.code().isPresent() && !JoinCode.matches(venue.code().get(), frame.text("code"))) {
      if (++wrongCodes >= limits.patience().wrongCodes()) {
        throw new Exit(Farewell.againstTheRules("too many wrong codes").exit());
      }
      return Optional.of("wrong code");
    }
    if (!Rules.isName(user, limits)) {
      return Optional.of(
          "a name has 1 to "
              + limits.words().nameLetters()
              + " letters, digits, pictures, spaces or . _ ' -");
    }
    boolean isNew = !memberships.containsKey(room);
    if (isNew && memberships.size() >= limits.rooms().perPhone()) {
      return Optional.of("in " + memberships.size() + " rooms already; leave one first");
    }
    return Optional.empty();
  }

  private void enter(String room, Membership at, boolean mayOpen) {
    var there = Directory.find(self(), room);
    if (there.isPresent()) {
      at.room = there.get();
      at.monitor = self().monitor(at.room);
      self().send(at.room, at.join);
    } else if (mayOpen) {
      GenServer.cast(self(), Directory.NAME, new Directory.Open(room, self().pid()));
    } else {
      fail(room, at);
    }
  }

  private void opened(Opened opened) {
    Membership at = memberships.get(opened.room());
    if (at == null || !at.room.isNone()) {
      return;
    }
    if (opened.refusal().isEmpty()) {
      enter(opened.room(), at, false);
    } else {
      refused(new Refused(opened.room(), at.joinRef, at.join.ref(), opened.refusal().get()));
    }
  }

  private void welcome(Welcome welcome) {
    Membership at = memberships.get(welcome.room());
    if (at == null || !Objects.equals(at.joinRef, welcome.joinRef())) {
      return; // It has left meanwhile.
    }
    at.joined = true;
    show();
    String topic = Room.topicOf(welcome.room());
    write(
        Frame.write(
            welcome.joinRef(),
            welcome.ref(),
            topic,
            "phx_reply",
            "{\"status\":\"ok\",\"response\":{\"run\":" + Frame.quote(venue.run()) + "}}"),
        Frame.write(welcome.joinRef(), null, topic, "history", welcome.history()));
  }

  private void refused(Refused refused) {
    forget(refused.room());
    write(
        Frame.write(
            refused.joinRef(),
            refused.ref(),
            Room.topicOf(refused.room()),
            "phx_reply",
            "{\"status\":\"error\",\"response\":{\"reason\":"
                + Frame.quote(refused.reason())
                + "}}"));
  }

  private void leave(Frame frame) {
    var gone = Rules.room(frame.topic(), limits).flatMap(this::forget);
    if (gone.isEmpty()) {
      write(frame.ok("{}"));
    } else {
      String joinRef = gone.get().joinRef;
      write(frame.ok("{}"), Frame.write(joinRef, joinRef, frame.topic(), "phx_close", "{}"));
    }
  }

  private void roomDied(DownMessage down) {
    memberships.entrySet().stream()
        .filter(each -> each.getValue().monitor == down.reference())
        .findFirst()
        .ifPresent(each -> fail(each.getKey(), each.getValue()));
  }

  /// Says that a room has crashed; the phone will ask for it again.
  private void fail(String room, Membership at) {
    forget(room);
    write(
        Frame.write(
            at.joinRef,
            at.joinRef,
            Room.topicOf(room),
            "phx_error",
            "{\"reason\":\"the room crashed\"}"));
  }

  private Optional<Membership> forget(String room) {
    Membership gone = memberships.remove(room);
    if (gone != null && !gone.room.isNone()) {
      self().demonitor(gone.monitor);
      self().send(gone.room, new Room.Leave(self().pid()));
    }
    show();
    return Optional.ofNullable(gone);
  }

  private void show() {
    var joined = new TreeSet<String>();
    memberships.forEach((room, at) -> {
      if (at.joined) {
        joined.add(room);
      }
    });
    state = new State(state.user(), List.copyOf(joined));
  }
}
