package understudy.otp;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;

/// The server behind an [Agent].
final class AgentServer<S> extends GenServer<S> {
  /// What an agent is asked, each for a state of the agent's own type.
  sealed interface Deed<S> {
    Outcome<S> on(S state);
  }

  record Get<S>(Function<? super S, ?> view) implements Deed<S> {
    @Override
    public Outcome<S> on(S state) {
      return Outcome.reply(view.apply(state), state);
    }

    @Override
    public String toString() {
      return "get";
    }
  }

  record Update<S>(UnaryOperator<S> change) implements Deed<S> {
    @Override
    public Outcome<S> on(S state) {
      return Outcome.reply(new Atom("ok"), change.apply(state));
    }

    @Override
    public String toString() {
      return "update";
    }
  }

  record GetAndUpdate<S>(Function<? super S, ? extends Agent.@Nullable Change<?, S>> change)
      implements Deed<S> {
    @Override
    public Outcome<S> on(S state) {
      var changed = change.apply(state);
      return changed == null
          ? Outcome.stop(
              ExitReason.tuple(new Atom("bad_return_value"), new Atom("null")), state) // AGT-04
          : Outcome.reply(changed.answer(), changed.state());
    }

    @Override
    public String toString() {
      return "get_and_update";
    }
  }

  private final Supplier<? extends S> first;

  AgentServer(Supplier<? extends S> first) {
    this.first = first;
  }

  @Override
  protected Init<S> init() {
    return Init.ok(first.get());
  }

  @Override
  @SuppressWarnings("unchecked") // Only an Agent makes these, for the state it names.
  protected Outcome<S> handleCall(Object request, From from, S state) throws Exception {
    return request instanceof Deed<?> deed
        ? ((Deed<S>) deed).on(state)
        : super.handleCall(request, from, state);
  }

  @Override
  @SuppressWarnings("unchecked") // As above.
  protected Outcome<S> handleCast(Object request, S state) throws Exception {
    return request instanceof Update<?>(var change)
        ? Outcome.noReply(((UnaryOperator<S>) change).apply(state))
        : super.handleCast(request, state);
  }

  @Override
  public String name() {
    return "Agent";
  }
}
