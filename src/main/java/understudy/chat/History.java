package understudy.chat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.otp.Call;
import understudy.otp.Init;
import understudy.otp.Outcome;
import understudy.otp.Server;

/// Writes down what is said in one room, and tells what was.
final class History extends Server<History.State, History.Question> {
  sealed interface Question {}

  /// Write down what a user said; a key that is known already is not written again.
  record Write(String user, String body, String key) implements Question, Call<Question, Written> {}

  /// @param id the message's number
  /// @param message as it is told to all; empty if it was written before
  record Written(long id, Optional<String> message) {}

  /// Tell what was said after `after`; 0 tells the newest ones.
  record Since(long after) implements Question, Call<Question, String> {}

  record State(long said) {
    @Override
    public String toString() {
      return said + " messages so far";
    }
  }

  private final Venue venue;
  private final Ledger.Page page;

  History(Venue venue, String room) {
    super(Question.class);
    this.venue = venue;
    this.page = venue.ledger().page(room);
  }

  @Override
  protected Init<State> init() {
    return Init.ok(new State(page.newest()));
  }

  @Override
  protected Outcome<State> handle(Question question, State state) {
    return switch (question) {
      case Write write -> {
        var before = write.key().isEmpty() ? Optional.<Long>empty() : page.find(write.key());
        if (before.isPresent()) {
          yield reply(write, new Written(before.get(), Optional.empty()), state);
        }
        var message =
            page.write(write.user(), write.body(), venue.wallClock().getAsLong(), write.key());
        var told = new Written(message.id(), Optional.of(message.json()));
        yield reply(write, told, new State(message.id()));
      }
      case Since since -> reply(since, backlog(since.after()), state);
    };
  }

  /// {@return the payload of a `history`; `missed` counts those that are kept no more}
  private String backlog(long after) {
    boolean first = after <= 0 || after > page.newest();
    List<Message> kept = page.after(first ? page.newest() - venue.limits().rooms().told() : after);
    long missed = first || kept.isEmpty() ? 0 : kept.getFirst().id() - after - 1;
    return kept.stream()
        .map(Message::json)
        .collect(Collectors.joining(",", "{\"messages\":[", "],\"missed\":" + missed + "}"));
  }
}
