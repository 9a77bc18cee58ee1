package understudy.bench.pekko;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// One actor asks another with a time-out, one question after another; with a watch on it for each
/// question, or without.
final class CallBenchmark implements Benchmark {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  record Question(long number, ActorRef<Long> replyTo) {}

  record Answer(long number) {}

  private final Theatre theatre;
  private final Load load;
  private final boolean watched;

  CallBenchmark(Theatre theatre, Load load, boolean watched) {
    this.theatre = theatre;
    this.load = load;
    this.watched = watched;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    watch.start();
    try (var _ =
        theatre.play(parent -> {
          ActorRef<Question> server = parent.spawnAnonymous(server());
          parent.spawnAnonymous(client(server, done));
        })) {
      Theatre.await(done);
      watch.stop(load.operations());
    }
  }

  private static Behavior<Question> server() {
    return Behaviors.receiveMessage(question -> {
      question.replyTo().tell(question.number());
      return Behaviors.same();
    });
  }

  private Behavior<Answer> client(ActorRef<Question> server, CountDownLatch done) {
    return Behaviors.setup(context -> {
      ask(context, server, load.operations());
      return Behaviors.receiveMessage(answer -> {
        if (watched) {
          context.unwatch(server);
        }
        if (answer.number() > 1) {
          ask(context, server, answer.number() - 1);
        } else {
          done.countDown();
        }
        return Behaviors.same();
      });
    });
  }

  private void ask(ActorContext<Answer> context, ActorRef<Question> server, long number) {
    if (watched) {
      context.watch(server);
    }
    context.ask(
        Long.class,
        server,
        TIMEOUT,
        (ActorRef<Long> replyTo) -> new Question(number, replyTo),
        CallBenchmark::answer);
  }

  private static Answer answer(@Nullable Long reply, @Nullable Throwable failure) {
    if (reply == null) {
      throw new IllegalStateException("no answer", failure);
    }
    return new Answer(reply);
  }
}
