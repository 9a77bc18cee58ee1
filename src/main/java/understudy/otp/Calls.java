package understudy.otp;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Text;
import understudy.event.Pid;
import understudy.runtime.DownMessage;
import understudy.runtime.Exit;
import understudy.runtime.Self;

/// A question to a process, its answer, and what the asker exits with when there is none.
final class Calls {
  private Calls() {}

  /// A call to a generic server (GS-10 to GS-16).
  static Object call(Self self, Via server, Object request, Duration timeout) {
    return exchange(
        self,
        server,
        from -> new Request.Call(from, request),
        timeout,
        failure("GenServer", "call", server, request));
  }

  /// A system message.
  static Object ask(Self self, Pid server, Sys.Command command) {
    Via address = Via.pid(server);
    return exchange(
        self,
        address,
        from -> new Request.SystemMessage(from, command),
        GenServer.CALL_TIMEOUT,
        failure("sys", "call", address, command));
  }

  private static Object exchange(
      Self self,
      Via address,
      Function<From, Object> question,
      Duration timeout,
      Function<ExitReason, Exit> failure) {
    long reference = put(self, address, question, failure);
    var word = self.receive(answerTo(reference), timeout);
    return answer(self, reference, word.orElse(null), failure);
  }

  /// A call to a generic server that does not block: `then` gets the answer.
  static void ask(Self self, Via server, Object request, Duration timeout, Consumer<Object> then) {
    var failure = failure("GenServer", "call", server, request);
    long mark = self.mark();
    long reference = put(self, server, from -> new Request.Call(from, request), failure);
    self.await(
        mark,
        answerTo(reference),
        Optional.of(timeout),
        word -> then.accept(answer(self, reference, word, failure)));
  }

  private static long put(
      Self self, Via address, Function<From, Object> question, Function<ExitReason, Exit> failure) {
    Pid server = address.whereis(self).orElseThrow(() -> failure.apply(Atom.NOPROC)); // GS-11
    if (server.equals(self.pid())) {
      throw failure.apply(new Atom("calling_self"));
    }
    long reference = self.monitor(server);
    self.send(server, question.apply(new From(self.pid(), reference)));
    return reference;
  }

  private static Predicate<Object> answerTo(long reference) {
    return message ->
        switch (message) {
          case Reply reply -> reply.reference() == reference;
          case DownMessage down -> down.reference() == reference;
          default -> false;
        };
  }

  private static Object answer(
      Self self, long reference, @Nullable Object word, Function<ExitReason, Exit> failure) {
    self.demonitor(reference);
    return switch (word) {
      case Reply reply -> reply.value();
      case DownMessage down -> throw failure.apply(down.reason());
      case null -> throw failure.apply(new Atom("timeout"));
      default -> throw new IllegalStateException("not an answer: " + word);
    };
  }

  private static Function<ExitReason, Exit> failure(
      String module, String function, Via server, Object request) {
    return reason ->
        new Exit(
            ExitReason.tuple(
                reason,
                ExitReason.tuple(
                    new Atom(module),
                    new Atom(function),
                    server.term(),
                    new Text(String.valueOf(request)))));
  }

  /// Stops a process that understands [Request.Stop] and waits until it is dead (GS-30).
  ///
  /// Who ends before it has taken the request makes this fail as a system message does, with
  /// `{Reason, {sys, terminate, _}}`.
  static void stop(Self self, Via address, ExitReason reason) {
    Pid server = address.whereis(self).orElseThrow(() -> new Exit(Atom.NOPROC));
    long watch = self.monitor(server);
    long reference = self.monitor(server);
    self.send(server, new Request.Stop(new From(self.pid(), reference), reason));
    var word =
        self.receive(message ->
            switch (message) {
              case Reply reply -> reply.reference() == reference;
              case DownMessage down -> down.reference() == reference;
              default -> false;
            });
    self.demonitor(reference);
    if (word instanceof DownMessage(_, _, var early)) {
      self.demonitor(watch);
      throw early.equals(Atom.NOPROC)
          ? new Exit(early)
          : new Exit(
              ExitReason.tuple(
                  early,
                  ExitReason.tuple(
                      new Atom("sys"),
                      new Atom("terminate"),
                      new Text(address.term() + ", " + reason + ", infinity"))));
    }
    var down =
        (DownMessage)
            self.receive(message -> message instanceof DownMessage one && one.reference() == watch);
    if (!down.reason().equals(reason)) {
      throw new Exit(down.reason());
    }
  }
}
