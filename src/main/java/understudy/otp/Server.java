package understudy.otp;

import java.util.Optional;
import java.util.function.Supplier;
import understudy.runtime.Exit;
import understudy.runtime.Self;

/// A generic server whose messages the compiler knows.
///
/// `M` is a sealed interface, each message a record of it that is also a [Call] or a [Cast]. One
/// `switch` handles them, and the compiler asks for the case that was forgotten.
///
/// ```java
/// final class Counter extends Server<Integer, Counter.Message> {
///   sealed interface Message {}
///   record Get() implements Message, Call<Message, Integer> {}
///   record Add(int amount) implements Message, Cast<Message> {}
///
///   Counter() {
///     super(Message.class);
///   }
///
///   protected Init<Integer> init() {
///     return Init.ok(0);
///   }
///
///   protected Outcome<Integer> handle(Message message, Integer count) {
///     return switch (message) {
///       case Get get -> reply(get, count, count);
///       case Add(int amount) -> Outcome.noReply(count + amount);
///     };
///   }
/// }
/// ```
///
/// ```java
/// ServerRef<Counter.Message> counter = Server.startLink(self, Counter::new);
/// counter.cast(self, new Counter.Add(2));
/// int count = counter.call(self, new Counter.Get());
/// ```
///
/// All rules of [GenServer] hold; the other callbacks are the same.
///
/// @param <S> the state
/// @param <M> the messages it understands
public abstract class Server<S, M> extends GenServer<S> {
  private final Class<M> messages;
  private Optional<From> from = Optional.empty();

  /// For subclasses.
  ///
  /// @param messages the sealed interface of the messages
  protected Server(Class<M> messages) {
    this.messages = messages;
  }

  /// Handles a message.
  ///
  /// @param message a call, to be answered by [#reply(Call, Object, Object)] or later, or a cast
  /// @param state the state
  /// @return what comes of it
  /// @throws Exception to crash the server
  protected abstract Outcome<S> handle(M message, S state) throws Exception;

  /// {@return the answer to a call, of the type that the call asks for}
  ///
  /// @param <R> that type
  /// @param asked the call
  /// @param answer the answer
  /// @param state the new state
  protected final <R> Outcome<S> reply(Call<M, R> asked, R answer, S state) {
    return Outcome.reply(answer, state);
  }

  /// {@return who waits for the answer to the call that is being handled, to answer later (GS-18)}
  ///
  /// @throws IllegalStateException if a cast is being handled, for which nobody waits
  protected final From from() {
    return from.orElseThrow(
        () -> new IllegalStateException("nobody waits for an answer: from() is for calls"));
  }

  @Override
  protected final Outcome<S> handleCall(Object request, From caller, S state) throws Exception {
    if (!messages.isInstance(request)) {
      return super.handleCall(request, caller, state);
    }
    from = Optional.of(caller);
    try {
      return handle(messages.cast(request), state);
    } finally {
      from = Optional.empty();
    }
  }

  @Override
  protected final Outcome<S> handleCast(Object request, S state) throws Exception {
    return messages.isInstance(request)
        ? handle(messages.cast(request), state)
        : super.handleCast(request, state);
  }

  // ---- starting ----

  /// Starts a typed server with a link and waits for its init.
  ///
  /// @param <M> the messages it understands
  /// @param self the starter
  /// @param server makes the callbacks, once
  /// @return how it is found
  /// @throws Exit with `{badmatch, {error, Reason}}` if it did not start
  public static <M> ServerRef<M> startLink(Self self, Supplier<? extends Server<?, M>> server) {
    return ServerRef.at(GenServer.startLink(self, GenServer.process(server)).pid());
  }
}
