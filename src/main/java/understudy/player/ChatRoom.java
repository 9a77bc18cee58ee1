package understudy.player;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import understudy.event.Pid;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;
import understudy.runtime.DownMessage;

/// A room: passes what one member says to all of them, and forgets those who die.
final class ChatRoom extends GenServer<ChatRoom.State> {
  private static final int REMEMBERED = 5;

  /// @param members who is here, with the monitor by which their death is noticed
  /// @param said the last things said
  record State(SequencedMap<Pid, Member> members, List<String> said) {
    @Override
    public String toString() {
      return members.values().stream()
              .map(Member::user)
              .collect(Collectors.joining(", ", "here: ", ""))
          + said.stream()
              .collect(Collectors.joining("\n  ", said.isEmpty() ? "" : "\nsaid:\n  ", ""));
    }
  }

  record Member(String user, long monitor) {}

  private final String room;
  private final Duration thinking;

  /// @param room its name
  /// @param thinking how long it takes over each thing said
  ChatRoom(String room, Duration thinking) {
    this.room = room;
    this.thinking = thinking;
  }

  @Override
  protected Init<State> init() {
    return Init.ok(new State(new LinkedHashMap<>(), List.of()));
  }

  @Override
  protected Outcome<State> handleInfo(Object message, State state) {
    return Outcome.noReply(
        switch (Chat.written(message)) {
          case Chat.Join(var who, var user) -> joined(who, user, state);
          case Chat.Leave(var who, _) -> left(who, state);
          case DownMessage(_, var who, _) -> left(who, state);
          case Chat.Say say -> passOn(say, state);
          case Chat.Slow(var millis) -> {
            self().sleep(Duration.ofMillis(millis));
            yield state;
          }
          default -> state;
        });
  }

  private State joined(Pid who, String user, State state) {
    if (state.members.containsKey(who)) {
      return state;
    }
    var members = new LinkedHashMap<>(state.members);
    members.put(who, new Member(user, self().monitor(who)));
    return told(new State(members, state.said));
  }

  private State left(Pid who, State state) {
    var members = new LinkedHashMap<>(state.members);
    Member member = members.remove(who);
    if (member == null) {
      return state;
    }
    self().demonitor(member.monitor);
    return told(new State(members, state.said));
  }

  private State told(State state) {
    self()
        .whereis(Chat.DIRECTORY)
        .ifPresent(
            directory -> self().send(directory, new Chat.Present(room, state.members.size())));
    return state;
  }

  private State passOn(Chat.Say say, State state) {
    self().sleep(thinking);
    state.members.keySet().forEach(member -> self().send(member, say));
    var said = new ArrayList<>(state.said);
    said.add(say.user() + ": " + say.text());
    return new State(
        state.members,
        List.copyOf(said.subList(Math.max(0, said.size() - REMEMBERED), said.size())));
  }

  @Override
  public String name() {
    return "room";
  }

  @Override
  public List<String> understands() {
    return List.of("{say, \"hello\"}", "{slow, 5000}");
  }
}
