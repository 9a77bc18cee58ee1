package understudy.chat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.event.Pid;
import understudy.otp.Cast;
import understudy.otp.ChildResult;
import understudy.otp.Init;
import understudy.otp.Outcome;
import understudy.otp.Registry;
import understudy.otp.Server;
import understudy.otp.Supervisor;
import understudy.runtime.Self;

/// Opens rooms, one after another, so that none is opened twice.
final class Directory extends Server<Directory.State, Directory.Message> {
  static final String NAME = "directory";

  sealed interface Message {}

  /// A phone wants a room; it gets a [Phone.Opened].
  record Open(String room, Pid phone) implements Message, Cast<Message> {}

  /// @param opened rooms so far
  record State(int opened) {
    @Override
    public String toString() {
      return opened + " rooms opened so far";
    }
  }

  private final Venue venue;

  Directory(Venue venue) {
    super(Message.class);
    this.venue = venue;
  }

  @Override
  protected Init<State> init() {
    return Init.ok(new State(0));
  }

  /// {@return the process of an open room}
  static Optional<Pid> find(Self self, String room) {
    return Tree.NAMES.lookup(self, room).stream().map(Registry.Entry::pid).findFirst();
  }

  /// {@return the open rooms and how many are in each, as JSON}
  static String list(Self self) {
    return Tree.NAMES.select(self, item -> !item.key().contains("/")).stream()
        .map(item -> Map.entry(item.key(), item.value()))
        .sorted(Map.Entry.comparingByKey())
        .map(room ->
            "{\"name\":" + Frame.quote(room.getKey()) + ",\"here\":" + room.getValue() + "}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  protected Outcome<State> handle(Message message, State state) {
    return switch (message) {
      case Open(var room, var phone) -> {
        var there = find(self(), room);
        var refusal = there.isPresent() ? Optional.<String>empty() : open(room);
        self().send(phone, new Phone.Opened(room, refusal));
        yield Outcome.noReply(
            there.isPresent() || refusal.isPresent() ? state : new State(state.opened() + 1));
      }
    };
  }

  private Optional<String> open(String room) {
    Pid rooms = self().whereis(Tree.ROOMS).orElseThrow();
    return switch (Supervisor.startChild(self(), rooms, Tree.room(venue, room))) {
      case ChildResult.Failed(var reason) when reason.equals(Tree.FULL) ->
          Optional.of("no more rooms: " + venue.limits().rooms() + " are open");
      // A room that cannot begin is just being restarted; the phone will ask again.
      case ChildResult.Failed _, ChildResult.Ok _, ChildResult.Ignored _, ChildResult.Undefined _ ->
          Optional.empty();
    };
  }
}
