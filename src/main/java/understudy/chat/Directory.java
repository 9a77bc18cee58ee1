package understudy.chat;

import java.util.Optional;
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
      case ChildResult.Ok _, ChildResult.Ignored _, ChildResult.Undefined _ -> Optional.empty();
      case ChildResult.Failed _ ->
          Optional.of("no more rooms: " + venue.limits().rooms() + " are open");
    };
  }
}
